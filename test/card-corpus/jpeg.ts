import type { Plane } from './plane.ts';

/** The tables of annex K of the standard, which cameras use. */
const lumaTable = table(`
  16 11 10 16  24  40  51  61
  12 12 14 19  26  58  60  55
  14 13 16 24  40  57  69  56
  14 17 22 29  51  87  80  62
  18 22 37 56  68 109 103  77
  24 35 55 64  81 104 113  92
  49 64 78 87 103 121 120 101
  72 92 95 98 112 100 103  99
`);
const colourTable = table(`
  17 18 24 47 99 99 99 99
  18 21 26 66 99 99 99 99
  24 26 56 99 99 99 99 99
  47 66 99 99 99 99 99 99
  99 99 99 99 99 99 99 99
  99 99 99 99 99 99 99 99
  99 99 99 99 99 99 99 99
  99 99 99 99 99 99 99 99
`);

function table(rows: string): number[] {
  return rows.trim().split(/\s+/).map(Number);
}

/** What JPEG loses at a quality of 1 to 100; nothing is written down, since writing down loses nothing. In place. */
export function loseAsJpeg(plane: Plane, kind: 'luma' | 'colour', quality: number): void {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const steps = Float64Array.from(kind === 'luma' ? lumaTable : colourTable, (step) =>
    Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))),
  );
  const { data, width, height } = plane;
  const offset = kind === 'luma' ? 128 : 0;
  const block = new Float64Array(64);
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      for (let row = 0; row < 8; row += 1) {
        const at = (top + row) * width + left;
        for (let column = 0; column < 8; column += 1) block[row * 8 + column] = data[at + column]! - offset;
      }
      for (let row = 0; row < 64; row += 8) toWaves(block, row, 1);
      for (let column = 0; column < 8; column += 1) toWaves(block, column, 8);
      for (let index = 0; index < 64; index += 1) {
        const step = steps[index]!;
        // Rounds; a coefficient is never beyond 2048.
        block[index] = (((block[index]! / step + 4096.5) | 0) - 4096) * step;
      }
      for (let column = 0; column < 8; column += 1) fromWaves(block, column, 8);
      for (let row = 0; row < 64; row += 8) fromWaves(block, row, 1);
      for (let row = 0; row < 8; row += 1) {
        const at = (top + row) * width + left;
        for (let column = 0; column < 8; column += 1) data[at + column] = block[row * 8 + column]! + offset;
      }
    }
  }
}

const cosine = (k: number) => Math.cos((k * Math.PI) / 16) / 2;
const [c1, c2, c3, c4, c5, c6, c7] = [1, 2, 3, 4, 5, 6, 7].map(cosine) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Eight values to the discrete cosine transform of them, orthonormal; even and odd waves apart. */
function toWaves(block: Float64Array, at: number, stride: number): void {
  const x0 = block[at]!;
  const x1 = block[at + stride]!;
  const x2 = block[at + 2 * stride]!;
  const x3 = block[at + 3 * stride]!;
  const x4 = block[at + 4 * stride]!;
  const x5 = block[at + 5 * stride]!;
  const x6 = block[at + 6 * stride]!;
  const x7 = block[at + 7 * stride]!;
  const s0 = x0 + x7;
  const s1 = x1 + x6;
  const s2 = x2 + x5;
  const s3 = x3 + x4;
  const d0 = x0 - x7;
  const d1 = x1 - x6;
  const d2 = x2 - x5;
  const d3 = x3 - x4;
  block[at] = c4 * (s0 + s1 + s2 + s3);
  block[at + 2 * stride] = c2 * (s0 - s3) + c6 * (s1 - s2);
  block[at + 4 * stride] = c4 * (s0 - s1 - s2 + s3);
  block[at + 6 * stride] = c6 * (s0 - s3) - c2 * (s1 - s2);
  block[at + stride] = c1 * d0 + c3 * d1 + c5 * d2 + c7 * d3;
  block[at + 3 * stride] = c3 * d0 - c7 * d1 - c1 * d2 - c5 * d3;
  block[at + 5 * stride] = c5 * d0 - c1 * d1 + c7 * d2 + c3 * d3;
  block[at + 7 * stride] = c7 * d0 - c5 * d1 + c3 * d2 - c1 * d3;
}

function fromWaves(block: Float64Array, at: number, stride: number): void {
  const w0 = block[at]!;
  const w1 = block[at + stride]!;
  const w2 = block[at + 2 * stride]!;
  const w3 = block[at + 3 * stride]!;
  const w4 = block[at + 4 * stride]!;
  const w5 = block[at + 5 * stride]!;
  const w6 = block[at + 6 * stride]!;
  const w7 = block[at + 7 * stride]!;
  const even0 = c4 * (w0 + w4) + c2 * w2 + c6 * w6;
  const even1 = c4 * (w0 - w4) + c6 * w2 - c2 * w6;
  const even2 = c4 * (w0 - w4) - c6 * w2 + c2 * w6;
  const even3 = c4 * (w0 + w4) - c2 * w2 - c6 * w6;
  const odd0 = c1 * w1 + c3 * w3 + c5 * w5 + c7 * w7;
  const odd1 = c3 * w1 - c7 * w3 - c1 * w5 - c5 * w7;
  const odd2 = c5 * w1 - c1 * w3 + c7 * w5 + c3 * w7;
  const odd3 = c7 * w1 - c5 * w3 + c3 * w5 - c1 * w7;
  block[at] = even0 + odd0;
  block[at + stride] = even1 + odd1;
  block[at + 2 * stride] = even2 + odd2;
  block[at + 3 * stride] = even3 + odd3;
  block[at + 4 * stride] = even3 - odd3;
  block[at + 5 * stride] = even2 - odd2;
  block[at + 6 * stride] = even1 - odd1;
  block[at + 7 * stride] = even0 - odd0;
}
