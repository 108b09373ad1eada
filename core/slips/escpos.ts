import type { PrinterModel } from '../devices/printer-model.ts';
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
  const bytesPerRow = bitmap.widthDots / 8;
  const parts: Uint8Array[] = [Uint8Array.of(0x1b, 0x40)];
  for (let top = 0; top < bitmap.heightDots; top += rowsPerBand) {
    const rows = Math.min(rowsPerBand, bitmap.heightDots - top);
    const data = bitmap.bits.slice(top * bytesPerRow, (top + rows) * bytesPerRow);
    // `GS v 0` is obsolete to its inventor and the only raster command that cheap printers know.
    parts.push(Uint8Array.of(0x1d, 0x76, 0x30, 0, bytesPerRow, 0, rows, 0), withoutRealTimeCommands(data));
  }
  if (feedLines > 0) parts.push(Uint8Array.of(0x1b, 0x64, feedLines));
  // A partial cut leaves one point, so that the slip hangs in the printer and does not fall.
  if (cut !== 'none') parts.push(Uint8Array.of(0x1d, 0x56, cut === 'full' ? 0 : 1));
  return concatenate(parts);
}

/**
 * Printers look for the commands they obey at once (10 04, 10 05, 10 14) even inside a picture, where two of them stop the
 * job or open a drawer. One dot more or less breaks such a run; nobody sees it.
 */
function withoutRealTimeCommands(data: Uint8Array): Uint8Array {
  for (let index = 0; index + 1 < data.length; index++) {
    const next = data[index + 1] ?? 0;
    if (data[index] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14))
      data[index + 1] = next ^ 0x02;
  }
  return data;
}

function concatenate(parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
