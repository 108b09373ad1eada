import { err, ok, type Result } from '../result.ts';
import type { Bitmap } from './bitmap.ts';

/** What came out of the printer. Blank paper that was only fed is not part of the picture. */
export type PrintedPaper = { bitmap: Bitmap; fedLines: number; cuts: number };

/**
 * Interprets the bytes as a printer would, as far as our own slips go: reset, raster picture, feed, cut. Anything
 * else is an error that names the byte, so that a job with a stray command does not pass for a good one.
 */
export function readEscpos(bytes: Uint8Array): Result<PrintedPaper, string> {
  const bands: Uint8Array[] = [];
  let bytesPerRow = 0;
  let rows = 0;
  let fedLines = 0;
  let cuts = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = (offset: number) => bytes[at + offset] ?? -1;
    const command = `${byte(0)} ${byte(1)}`;
    if (command === '27 64') {
      at += 2;
    } else if (command === '27 100' && byte(2) >= 0) {
      fedLines += byte(2);
      at += 3;
    } else if (command === '29 86' && (byte(2) === 0 || byte(2) === 1)) {
      cuts++;
      at += 3;
    } else if (command === '29 118' && byte(2) === 0x30 && (byte(3) === 0 || byte(3) === 0x30)) {
      const width = byte(4) + 256 * byte(5);
      const height = byte(6) + 256 * byte(7);
      const data = bytes.subarray(at + 8, at + 8 + width * height);
      if (width < 1 || height < 1 || data.length !== width * height)
        return err(`the picture at byte ${at} is cut short`);
      if (bands.length > 0 && width !== bytesPerRow)
        return err(`the picture at byte ${at} has another width`);
      bytesPerRow = width;
      rows += height;
      bands.push(data);
      at += 8 + data.length;
    } else {
      return err(`unknown command at byte ${at}: ${Array.from(bytes.subarray(at, at + 4), hex).join(' ')}`);
    }
  }
  const bits = new Uint8Array(bytesPerRow * rows);
  let filled = 0;
  for (const band of bands) {
    bits.set(band, filled);
    filled += band.length;
  }
  return ok({ bitmap: { widthDots: 8 * bytesPerRow, heightDots: rows, bits }, fedLines, cuts });
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
