import type { PrinterModel } from '../devices/printer-model.ts';
import { bandsOf } from './bands.ts';
import type { Bitmap } from './bitmap.ts';

/** What a job must know of the printer it is for. */
export type JobFormat = Pick<PrinterModel, 'dots' | 'rowsPerBand' | 'cut' | 'feedLines'>;

/** For a printer of which no more is known: many garble a picture of 256 rows or more in one command. */
const usual: Omit<JobFormat, 'dots'> = { rowsPerBand: 240, cut: 'partial', feedLines: 4 };

/**
 * The bytes that print a slip and cut it. A picture throughout: no code page prints Vietnamese on all printers, and pixels
 * cannot hold a command.
 */
export function bitmapToEscpos(
  bitmap: Bitmap,
  { rowsPerBand, cut, feedLines }: Omit<JobFormat, 'dots'> = usual,
): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x1b, 0x40)];
  for (const { top, rows, bytesWide } of bandsOf(bitmap, rowsPerBand)) {
    // `GS v 0` is obsolete to its inventor and the only raster command that cheap printers know.
    parts.push(Uint8Array.of(0x1d, 0x76, 0x30, 0, bytesWide, 0, rows, 0));
    parts.push(withoutRealTimeCommands(cropped(bitmap, top, rows, bytesWide)));
  }
  if (feedLines > 0) parts.push(Uint8Array.of(0x1b, 0x64, feedLines));
  // A partial cut leaves one point, so that the slip hangs in the printer and does not fall.
  if (cut !== 'none') parts.push(Uint8Array.of(0x1d, 0x56, cut === 'full' ? 0 : 1));
  return Buffer.concat(parts);
}

function cropped({ widthDots, bits }: Bitmap, top: number, rows: number, bytesWide: number): Uint8Array {
  const bytesPerRow = widthDots / 8;
  const data = new Uint8Array(bytesWide * rows);
  for (let row = 0; row < rows; row++) {
    const from = (top + row) * bytesPerRow;
    data.set(bits.subarray(from, from + bytesWide), row * bytesWide);
  }
  return data;
}

/**
 * Printers look for the commands they obey at once (10 04, 10 05, 10 14) even inside a picture, where two of them stop the
 * job or open a drawer. One dot more or less breaks such a run; nobody sees it. Across the border to the next command there
 * can be none: that begins with 1b or 1d, and the head of a picture ends with a 0.
 */
function withoutRealTimeCommands(data: Uint8Array): Uint8Array {
  for (let index = 0; index + 1 < data.length; index++) {
    const next = data[index + 1] ?? 0;
    if (data[index] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14))
      data[index + 1] = next ^ 0x02;
  }
  return data;
}
