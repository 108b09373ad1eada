import type { Bitmap } from '../slips/bitmap.ts';

const toothDots = 16;

/** The upper half of a slip, torn in teeth: what is left in the hand after a jam. */
export function tearOff({ widthDots, heightDots, bits }: Bitmap): Bitmap {
  const kept = Math.ceil(heightDots / 2);
  const bytesPerRow = widthDots / 8;
  const torn = bits.slice(0, kept * bytesPerRow);
  for (let row = Math.max(0, kept - toothDots); row < kept; row++) {
    for (let byte = 0; byte < bytesPerRow; byte++) {
      // Two bytes to a tooth: white above the edge's slope, black along it.
      const slope = byte % 2 === 0 ? toothDots - (kept - row) : kept - row;
      if (slope >= toothDots / 2) torn[row * bytesPerRow + byte] = slope === toothDots / 2 ? 0xff : 0;
    }
  }
  return { widthDots, heightDots: kept, bits: torn };
}
