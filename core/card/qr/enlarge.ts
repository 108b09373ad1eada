import type { Grey } from './grey.ts';

/** Catmull-Rom at a quarter of a pixel: sharper than linear, and without ringing that would look like modules. */
const near = 0.8671875;
const next = 0.2265625;
const beyond = -0.0703125;
const far = -0.0234375;

/** Twice as wide and high, smoothly: the decoder wants three pixels a module and gets two. */
export function enlarge(grey: Grey): Grey {
  const { data, width, height } = grey;
  const wide = new Float32Array(2 * width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const before = data[row + Math.max(0, x - 1)] ?? 0;
      const here = data[row + x] ?? 0;
      const after = data[row + Math.min(width - 1, x + 1)] ?? 0;
      const twoBefore = data[row + Math.max(0, x - 2)] ?? 0;
      const twoAfter = data[row + Math.min(width - 1, x + 2)] ?? 0;
      wide[2 * (row + x)] = far * twoBefore + next * before + near * here + beyond * after;
      wide[2 * (row + x) + 1] = beyond * before + near * here + next * after + far * twoAfter;
    }
  }
  const high = new Uint8ClampedArray(4 * width * height);
  const step = 2 * width;
  for (let y = 0; y < height; y++) {
    const here = y * step;
    const before = Math.max(0, y - 1) * step;
    const after = Math.min(height - 1, y + 1) * step;
    const twoBefore = Math.max(0, y - 2) * step;
    const twoAfter = Math.min(height - 1, y + 2) * step;
    for (let x = 0; x < step; x++) {
      const b = wide[before + x] ?? 0;
      const h = wide[here + x] ?? 0;
      const a = wide[after + x] ?? 0;
      high[2 * y * step + x] = far * (wide[twoBefore + x] ?? 0) + next * b + near * h + beyond * a;
      high[(2 * y + 1) * step + x] = beyond * b + near * h + next * a + far * (wide[twoAfter + x] ?? 0);
    }
  }
  return { data: new Uint8Array(high.buffer), width: step, height: 2 * height };
}
