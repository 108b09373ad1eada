import type { Bitmap } from '../slips/bitmap.ts';

const toothDots = 16;

/** The upper half of a slip, torn in teeth: what is left in the hand after a jam. */
export function tearOff({ widthDots, heightDots, bits }: Bitmap): Bitmap {
  const kept = Math.ceil(heightDots / 2);
  const torn = bits.slice(0, kept * (widthDots / 8));
  for (let y = Math.max(0, kept - toothDots); y < kept; y++) {
    for (let x = 0; x < widthDots; x++) {
      const belowTooth = y - (kept - toothDots) - Math.abs((x % (2 * toothDots)) - toothDots);
      if (belowTooth < 0) continue;
      const byte = y * (widthDots / 8) + (x >> 3);
      const dot = 0x80 >> (x & 7);
      // A thin line marks the edge; what is under it is not there.
      torn[byte] = belowTooth < 2 ? (torn[byte] ?? 0) | dot : (torn[byte] ?? 0) & ~dot;
    }
  }
  return { widthDots, heightDots: kept, bits: torn };
}
