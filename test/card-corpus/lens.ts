import type { Plane } from './plane.ts';

/** Weights around a pixel, in a square of `2 * reach + 1`. */
export type Kernel = { reach: number; weights: Float32Array };

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

/** `to` becomes what falls on the sensor when each point of `from` is spread so. */
export function spread(from: Plane, to: Plane, { reach, weights }: Kernel): void {
  const { data, width, height } = from;
  const target = to.data;
  const size = 2 * reach + 1;
  const taps = Array.from(weights.entries()).filter(([, weight]) => weight > 0.002);
  const offsets = Int32Array.from(
    taps,
    ([cell]) => (Math.floor(cell / size) - reach) * width + (cell % size) - reach,
  );
  const total = taps.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = Float64Array.from(taps, ([, weight]) => weight / total);
  const count = offsets.length;
  target.set(data);
  for (let y = reach; y < height - reach; y += 1) {
    const end = y * width + width - reach;
    for (let at = y * width + reach; at < end; at += 1) {
      let sum = 0;
      for (let tap = 0; tap < count; tap += 1) sum += data[at + offsets[tap]!]! * shares[tap]!;
      target[at] = sum;
    }
  }
}

/** One direction of a Gaussian blur: neighbours are `step` apart. */
export function soften(from: Plane, to: Plane, sigma: number, step: number): void {
  const near = Math.exp(-1 / (2 * sigma * sigma));
  const far = Math.exp(-4 / (2 * sigma * sigma));
  const total = 1 + 2 * near + 2 * far;
  const k0 = 1 / total;
  const k1 = near / total;
  const k2 = far / total;
  const { data } = from;
  const target = to.data;
  const end = data.length - 2 * step;
  target.set(data.subarray(0, 2 * step));
  target.set(data.subarray(end), end);
  for (let at = 2 * step; at < end; at += 1)
    target[at] =
      data[at]! * k0 +
      (data[at - step]! + data[at + step]!) * k1 +
      (data[at - 2 * step]! + data[at + 2 * step]!) * k2;
}
