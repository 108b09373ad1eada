import type { Grey } from './grey.ts';

/** What is left is stretched so that rounding to whole shades loses nothing. */
const gain = 4;

/**
 * Keeps what changes within about `radius` pixels, around a grey of 128: shades of light go, and the edges that blur has
 * flattened come back. What is darker than its surroundings is below 128.
 */
export function band(grey: Grey, radius: number): Grey {
  const { data, width, height } = grey;
  const mean = average(average(Float32Array.from(data), width, height, radius), width, height, radius);
  const out = new Uint8ClampedArray(data.length);
  for (let i = 0; i < out.length; i++) out[i] = 128 + gain * ((data[i] ?? 0) - (mean[i] ?? 0));
  return { data: new Uint8Array(out.buffer), width, height };
}

/** The mean of 3 × 3 pixels: grain goes, and with it modules of less than two pixels. */
export function smooth(grey: Grey): Grey {
  const { data, width, height } = grey;
  const mean = average(Float32Array.from(data), width, height, 1);
  return { data: Uint8Array.from(mean), width, height };
}

/** The mean of each square of `2 * radius + 1`; the edge is repeated outwards. */
function average(
  from: Float32Array,
  width: number,
  height: number,
  radius: number,
): Float32Array<ArrayBuffer> {
  const share = 1 / (2 * radius + 1);
  const across = new Float32Array(from.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const last = row + width - 1;
    let sum = (radius + 1) * (from[row] ?? 0);
    for (let x = 1; x <= radius; x++) sum += from[Math.min(last, row + x)] ?? 0;
    for (let x = 0; x < width; x++) {
      across[row + x] = sum * share;
      sum += (from[Math.min(last, row + x + radius + 1)] ?? 0) - (from[Math.max(row, row + x - radius)] ?? 0);
    }
  }
  const out = new Float32Array(from.length);
  const sums = new Float32Array(width);
  const bottom = (height - 1) * width;
  for (let x = 0; x < width; x++) {
    sums[x] = (radius + 1) * (across[x] ?? 0);
    for (let y = 1; y <= radius; y++)
      sums[x] = (sums[x] ?? 0) + (across[Math.min(bottom, y * width) + x] ?? 0);
  }
  for (let y = 0; y < height; y++) {
    const enter = Math.min(bottom, (y + radius + 1) * width);
    const leave = Math.max(0, (y - radius) * width);
    for (let x = 0; x < width; x++) {
      out[y * width + x] = (sums[x] ?? 0) * share;
      sums[x] = (sums[x] ?? 0) + (across[enter + x] ?? 0) - (across[leave + x] ?? 0);
    }
  }
  return out;
}
