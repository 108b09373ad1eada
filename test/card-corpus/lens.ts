import { createPlane, type Plane } from './plane.ts';
import type { Shot } from './shot.ts';

/** What the lens and the moving hand make of the light: softness, a disc for each point, a path for each point. */
export function blur(
  luma: Plane,
  { softness, defocus, motion }: Pick<Shot, 'softness' | 'defocus' | 'motion'>,
): Plane {
  let plane = luma;
  if (defocus > 0.3) plane = convolve(plane, disc(defocus));
  if (motion.length > 1) plane = convolve(plane, path(motion));
  return softness > 0.2 ? gaussian(plane, softness) : plane;
}

/** Weights around a pixel, in a square of `2 * reach + 1`. */
type Kernel = { reach: number; weights: Float32Array };

/** A filled circle; each cell counts by how much of it is inside. */
export function disc(radius: number): Kernel {
  const reach = Math.ceil(radius);
  const size = 2 * reach + 1;
  const weights = new Float32Array(size * size);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const inside = radius + 0.5 - Math.hypot(x - reach, y - reach);
      weights[y * size + x] = Math.min(1, Math.max(0, inside));
    }
  return balanced({ reach, weights });
}

/** The points share the light; each falls on the four cells around it. */
export function path(points: { x: number; y: number }[]): Kernel {
  const middleX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const middleY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const centred = points.map(({ x, y }) => ({ x: x - middleX, y: y - middleY }));
  const reach = Math.ceil(Math.max(...centred.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))))) + 1;
  const size = 2 * reach + 1;
  const weights = new Float32Array(size * size);
  for (const { x, y } of centred) {
    const left = Math.floor(x);
    const top = Math.floor(y);
    for (const [cellX, cellY] of [
      [left, top],
      [left + 1, top],
      [left, top + 1],
      [left + 1, top + 1],
    ] as const) {
      const share = (1 - Math.abs(x - cellX)) * (1 - Math.abs(y - cellY));
      const at = (cellY + reach) * size + cellX + reach;
      weights[at] = weights[at]! + share;
    }
  }
  return balanced({ reach, weights });
}

function balanced({ reach, weights }: Kernel): Kernel {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { reach, weights: weights.map((weight) => weight / sum) };
}

function convolve(from: Plane, { reach, weights }: Kernel): Plane {
  const { data, width, height } = from;
  const size = 2 * reach + 1;
  const taps = Array.from(weights.entries()).filter(([, weight]) => weight > 0.002);
  const offsets = Int32Array.from(
    taps,
    ([cell]) => (Math.floor(cell / size) - reach) * width + (cell % size) - reach,
  );
  const kept = Float64Array.from(taps, ([, weight]) => weight);
  const total = kept.reduce((sum, weight) => sum + weight, 0);
  for (let tap = 0; tap < kept.length; tap += 1) kept[tap] = kept[tap]! / total;
  const to = createPlane(width, height);
  const target = to.data;
  const count = offsets.length;
  target.set(data);
  for (let y = reach; y < height - reach; y += 1) {
    const end = y * width + width - reach;
    for (let at = y * width + reach; at < end; at += 1) {
      let sum = 0;
      for (let tap = 0; tap < count; tap += 1) sum += data[at + offsets[tap]!]! * kept[tap]!;
      target[at] = sum;
    }
  }
  return to;
}

function gaussian(from: Plane, sigma: number): Plane {
  const near = Math.exp(-1 / (2 * sigma * sigma));
  const far = Math.exp(-4 / (2 * sigma * sigma));
  const total = 1 + 2 * near + 2 * far;
  const [k0, k1, k2] = [1 / total, near / total, far / total];
  const { data, width, height } = from;
  const line = data.slice();
  for (let y = 0; y < height; y += 1) {
    const end = y * width + width - 2;
    for (let at = y * width + 2; at < end; at += 1)
      line[at] = data[at]! * k0 + (data[at - 1]! + data[at + 1]!) * k1 + (data[at - 2]! + data[at + 2]!) * k2;
  }
  const to = createPlane(width, height);
  const target = to.data;
  target.set(line);
  const end = (height - 2) * width;
  for (let at = 2 * width; at < end; at += 1)
    target[at] =
      line[at]! * k0 +
      (line[at - width]! + line[at + width]!) * k1 +
      (line[at - 2 * width]! + line[at + 2 * width]!) * k2;
  return to;
}
