import type { Plane } from './plane.ts';
import { createRandom, type Random } from './random.ts';
import type { Glare, Shot } from './shot.ts';

/** How the room lights the card: falloff, shade, and lamps that mirror in it. In place. */
export function light(luma: Plane, { exposure, falloff, shade, glare }: Shot): void {
  const { data, width, height } = luma;
  const across = direction(falloff.degrees);
  const span = Math.abs(across.x) * width + Math.abs(across.y) * height;
  const bands = direction(shade?.degrees ?? 0);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const side = ((x - width / 2) * across.x + (y - height / 2) * across.y) / span + 0.5;
      let lit = exposure * (1 - falloff.share * side);
      if (shade !== null) {
        const along = (x * bands.x + y * bands.y) / shade.period + shade.phase;
        const inBand = Math.abs(along - Math.floor(along) - 0.5) * 2 * shade.period;
        const edge = (inBand - shade.period / 2) / shade.softEdge + 0.5;
        lit *= 1 - shade.depth * (edge < 0 ? 0 : edge > 1 ? 1 : edge);
      }
      data[y * width + x] = data[y * width + x]! * lit;
    }
  }
  for (const spot of glare) addGlare(luma, spot);
}

function addGlare({ data, width, height }: Plane, spot: Glare): void {
  const along = direction(spot.degrees);
  const reach = 3 * spot.radius * spot.stretch;
  const top = Math.max(0, Math.floor(spot.y - reach));
  const bottom = Math.min(height, Math.ceil(spot.y + reach));
  const left = Math.max(0, Math.floor(spot.x - reach));
  const right = Math.min(width, Math.ceil(spot.x + reach));
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const dx = x - spot.x;
      const dy = y - spot.y;
      const length = (dx * along.x + dy * along.y) / (spot.radius * spot.stretch);
      const breadth = (dy * along.x - dx * along.y) / spot.radius;
      const away = length * length + breadth * breadth;
      if (away < 9) data[y * width + x] = data[y * width + x]! + spot.strength * Math.exp(-away / 2);
    }
  }
}

function direction(degrees: number): { x: number; y: number } {
  return { x: Math.cos((degrees * Math.PI) / 180), y: Math.sin((degrees * Math.PI) / 180) };
}

const normals = (() => {
  const random = createRandom('normals');
  return Float32Array.from({ length: 65536 }, () => random.normal());
})();

/** Cameras flatten their gamma curve near black, where it would show nothing but noise. */
const toe = 0.01;

/** Counts the light with the noise that counting has, and gives shades of 0 to 255. In place. */
export function expose({ data }: Plane, { noise, gamma }: Shot, random: Random): void {
  const curve = (value: number) => (value + toe) ** (1 / gamma) - toe ** (1 / gamma);
  const shades = Float32Array.from({ length: 4097 }, (_, step) => (255 * curve(step / 4096)) / curve(1));
  const dark = noise.dark * noise.dark;
  const bright = noise.bright * noise.bright - dark;
  let state = random.whole(1, 2 ** 31);
  for (let at = 0; at < data.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const shown = data[at]!;
    const value = shown + Math.sqrt(dark + bright * (shown > 1 ? 1 : shown)) * normals[state & 65535]!;
    data[at] = shades[value <= 0 ? 0 : value >= 1 ? 4096 : (value * 4096) | 0]!;
  }
}

/** Noise of colours is coarse and, in the dark, strong. In place. */
export function tint(colour: Plane, { noise, exposure }: Shot, random: Random): void {
  const strength = 255 * noise.dark * 0.8;
  const kept = Math.min(1, Math.sqrt(exposure) * 1.1);
  const { data } = colour;
  let state = random.whole(1, 2 ** 31);
  for (let at = 0; at < data.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    data[at] = data[at]! * kept + strength * normals[state & 65535]!;
  }
}

/** The camera's own sharpening, with its halos. */
export function sharpen(from: Plane, to: Plane, strength: number): void {
  const { data, width, height } = from;
  const target = to.data;
  target.set(data);
  for (let at = width + 1; at < (height - 1) * width - 1; at += 1) {
    const around = (data[at - 1]! + data[at + 1]! + data[at - width]! + data[at + width]!) / 4;
    target[at] = data[at]! + strength * (data[at]! - around);
  }
}
