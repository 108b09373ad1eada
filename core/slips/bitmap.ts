/** One bit a dot, 1 is black, the leftmost dot is the highest bit; rows follow each other without padding. */
export type Bitmap = { widthDots: number; heightDots: number; bits: Uint8Array };

/** 80 mm at 203 dpi, 80 mm at 180 dpi, 58 mm at 203 dpi. */
export const paperWidths = [576, 512, 384] as const;
export type PaperWidth = (typeof paperWidths)[number];

export function isBlack({ widthDots, bits }: Bitmap, x: number, y: number): boolean {
  const byte = bits[y * (widthDots / 8) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}

/** Thin strokes and the marks of Vietnamese letters are lost at the usual 128. */
const thresholdOf255 = 170;

/** `rgba` is black and grey on white, as drawn; `widthDots` must be a multiple of 8. */
export function cutToBits(rgba: Uint8ClampedArray, widthDots: number, heightDots: number): Bitmap {
  const bits = new Uint8Array((widthDots / 8) * heightDots);
  for (let byte = 0, at = 0; byte < bits.length; byte++) {
    let eight = 0;
    for (let dot = 0; dot < 8; dot++, at += 4) {
      eight = (eight << 1) | ((rgba[at] ?? 255) < thresholdOf255 ? 1 : 0);
    }
    bits[byte] = eight;
  }
  return { widthDots, heightDots, bits };
}
