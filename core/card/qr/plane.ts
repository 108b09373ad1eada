import type { Grey } from './grey.ts';

/** How dark each pixel is against its surroundings: about -1 for paper, 1 for ink, 0 where there is no telling. */
export type Plane = { data: Float32Array; width: number; height: number };

/** Less spread than this is the sensor's noise on blank paper, not print. */
const leastSpread = 6;

/**
 * Light that is uneven, dim or glaring over the picture is taken out: every pixel is measured by the mean and the spread of
 * the square of `radius` pixels about it.
 */
export function flatten(grey: Grey, radius: number): Plane {
  const { data, width, height } = grey;
  const sums = new Float64Array((width + 1) * (height + 1));
  const squares = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let sum = 0;
    let square = 0;
    const above = y * (width + 1) + 1;
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 0;
      sum += value;
      square += value * value;
      sums[above + width + 1 + x] = (sums[above + x] ?? 0) + sum;
      squares[above + width + 1 + x] = (squares[above + x] ?? 0) + square;
    }
  }
  const flat = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * (width + 1);
    const bottom = Math.min(height, y + radius + 1) * (width + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const count = ((bottom - top) / (width + 1)) * (right - left);
      const mean = boxOf(sums, top, bottom, left, right) / count;
      const spread = Math.sqrt(Math.max(0, boxOf(squares, top, bottom, left, right) / count - mean * mean));
      flat[y * width + x] = (mean - (data[y * width + x] ?? 0)) / Math.max(leastSpread, spread);
    }
  }
  return { data: flat, width, height };
}

function boxOf(sums: Float64Array, top: number, bottom: number, left: number, right: number): number {
  return (
    (sums[bottom + right] ?? 0) -
    (sums[bottom + left] ?? 0) -
    (sums[top + right] ?? 0) +
    (sums[top + left] ?? 0)
  );
}

/** The plane at a point between pixels; the middle of the first pixel is at a half. Outside it is the edge that counts. */
export function valueAt({ data, width, height }: Plane, x: number, y: number): number {
  const px = Math.max(0, Math.min(width - 1.001, x - 0.5));
  const py = Math.max(0, Math.min(height - 1.001, y - 0.5));
  const left = Math.floor(px);
  const top = Math.floor(py);
  const dx = px - left;
  const dy = py - top;
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - dx) + (data[at + 1] ?? 0) * dx;
  const lower = (data[at + width] ?? 0) * (1 - dx) + (data[at + width + 1] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}
