import type { Bitmap } from '../../../core/slips/bitmap.ts';

/** How many dots of two pictures differ; pictures of two sizes have nothing in common. */
export function differingDots(a: Bitmap, b: Bitmap): number {
  if (a.widthDots !== b.widthDots || a.heightDots !== b.heightDots) return Infinity;
  let dots = 0;
  for (let at = 0; at < a.bits.length; at++) {
    for (let bits = (a.bits[at] ?? 0) ^ (b.bits[at] ?? 0); bits > 0; bits >>= 1) dots += bits & 1;
  }
  return dots;
}

/** How many dots in the columns from `from` up to `to` are black. */
export function blackInColumns({ widthDots, heightDots, bits }: Bitmap, from: number, to: number): number {
  let black = 0;
  for (let y = 0; y < heightDots; y++) {
    for (let x = from; x < to; x++) {
      if (((bits[(y * widthDots) / 8 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) black++;
    }
  }
  return black;
}
