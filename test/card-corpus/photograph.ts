import type { RgbaImage } from '../../core/card/read-qr.ts';
import type { CardPicture } from './draw-card.ts';
import { loseAsJpeg } from './jpeg.ts';
import { disc, path, soften, spread } from './lens.ts';
import { createPlane, type Plane } from './plane.ts';
import type { Random } from './random.ts';
import { castScene, type Backdrop, type Scene } from './scene.ts';
import { expose, light, sharpen, tint } from './sensor.ts';
import type { Shot } from './shot.ts';

/** What a camera gives: the scene through the lens, in the light of the room, counted by the sensor, packed as JPEG. */
export function photograph(card: CardPicture, backdrop: Backdrop, shot: Shot, random: Random): RgbaImage {
  const { scene, spare } = planesFor(shot);
  let luma = scene.luma;
  let other = spare;
  const pass = (work: (from: Plane, to: Plane) => void) => {
    work(luma, other);
    [luma, other] = [other, luma];
  };
  castScene(card, backdrop, shot, scene);
  if (shot.defocus > 0.3) pass((from, to) => spread(from, to, disc(shot.defocus)));
  if (shot.motion.length > 1) pass((from, to) => spread(from, to, path(shot.motion)));
  pass((from, to) => soften(from, to, shot.softness, 1));
  pass((from, to) => soften(from, to, shot.softness, shot.width));
  light(luma, shot);
  expose(luma, shot, random);
  if (shot.sharpening > 0) pass((from, to) => sharpen(from, to, shot.sharpening));
  loseAsJpeg(luma, 'luma', shot.jpegQuality);
  for (const colour of [scene.cb, scene.cr]) {
    tint(colour, shot, random);
    loseAsJpeg(colour, 'colour', shot.jpegQuality);
  }
  return develop({ ...scene, luma });
}

/** Kept from frame to frame, since fresh memory costs more than the work in it. */
const kept = new Map<number, { scene: Scene; spare: Plane }>();

function planesFor({ width, height }: Shot) {
  const key = width * 10_000 + height;
  const known = kept.get(key);
  if (known) return known;
  const [cb, cr] = [createPlane(width >> 1, height >> 1), createPlane(width >> 1, height >> 1)];
  const made = { scene: { luma: createPlane(width, height), cb, cr }, spare: createPlane(width, height) };
  kept.set(key, made);
  return made;
}

function develop({ luma, cb, cr }: Scene): RgbaImage {
  const { width, height } = luma;
  const data = new Uint8ClampedArray(width * height * 4);
  const [shades, blues, reds] = [luma.data, cb.data, cr.data];
  for (let y = 0; y < height; y += 1) {
    const colours = (y >> 1) * cb.width;
    let index = y * width;
    for (let half = colours; half < colours + cb.width; half += 1) {
      const red = 1.402 * reds[half]!;
      const green = -0.344 * blues[half]! - 0.714 * reds[half]!;
      const blue = 1.772 * blues[half]!;
      for (let twice = 0; twice < 2; twice += 1, index += 1) {
        const shade = shades[index]!;
        data[4 * index] = shade + red;
        data[4 * index + 1] = shade + green;
        data[4 * index + 2] = shade + blue;
        data[4 * index + 3] = 255;
      }
    }
  }
  return { data, width, height };
}
