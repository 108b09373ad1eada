import { err, ok, type Result } from '../result.ts';
import { type Bitmap, paperWidths } from './bitmap.ts';

/** What came out of the printer. Blank paper that was only fed is not part of the picture. */
export type PrintedPaper = { bitmap: Bitmap; fedLines: number; cuts: number };

/**
 * Interprets the bytes as a printer would, as far as our own slips go: reset, raster picture, feed, cut. Anything
 * else is an error that names the byte, so that a job with a stray command does not pass for a good one. Pictures stand at
 * the left edge of the narrowest paper that all of them fit.
 */
export function readEscpos(bytes: Uint8Array): Result<PrintedPaper, string> {
  const bands: Picture[] = [];
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
      const bytesWide = byte(4) + 256 * byte(5);
      const rows = byte(6) + 256 * byte(7);
      const data = bytes.subarray(at + 8, at + 8 + bytesWide * rows);
      if (bytesWide < 1 || rows < 1 || data.length !== bytesWide * rows)
        return err(`the picture at byte ${at} is cut short`);
      if (8 * bytesWide > widestPaper) return err(`the picture at byte ${at} is wider than any paper`);
      bands.push({ bytesWide, rows, data });
      at += 8 + data.length;
    } else {
      return err(`unknown command at byte ${at}: ${Array.from(bytes.subarray(at, at + 4), hex).join(' ')}`);
    }
  }
  return ok({ bitmap: onPaper(bands), fedLines, cuts });
}

type Picture = { bytesWide: number; rows: number; data: Uint8Array };

const widestPaper = Math.max(...paperWidths);

function onPaper(bands: Picture[]): Bitmap {
  const widest = 8 * Math.max(0, ...bands.map(({ bytesWide }) => bytesWide));
  const widthDots = Math.min(...paperWidths.filter((dots) => dots >= widest));
  const heightDots = bands.reduce((sum, { rows }) => sum + rows, 0);
  const bits = new Uint8Array((widthDots / 8) * heightDots);
  let y = 0;
  for (const { bytesWide, rows, data } of bands) {
    for (let row = 0; row < rows; row++, y++) {
      bits.set(data.subarray(row * bytesWide, (row + 1) * bytesWide), y * (widthDots / 8));
    }
  }
  return { widthDots, heightDots, bits };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
