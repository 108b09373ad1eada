import type { Bitmap } from './bitmap.ts';

/** Rows `top` to `top + rows` of a picture, of which only the first `bytesWide` bytes of each row hold black. */
export type Band = { top: number; rows: number; bytesWide: number };

/** The height of a band fits one byte, and what is left to save above is nothing. */
const mostRows = 255;
/** In bytes. Each command is a little work for the printer, and many stop for a moment after one. */
const costOfBand = 64;
/** Where two bands meet in the middle of a letter, worn printers leave a white line. */
const costOfSeam = 600;

/**
 * Cuts a picture into bands, each as wide as its widest row: the cheapest way to send it. Blank rows are narrow bands,
 * because `ESC J`, which feeds paper, counts half rows on some printers and whole ones on others.
 */
export function bandsOf(bitmap: Bitmap, rowsPerBand: number): Band[] {
  const widths = widthsOfRows(bitmap);
  const highest = Math.min(rowsPerBand, mostRows);
  // The cheapest way to send the rows above each one, and where its last band begins.
  const costs = new Float64Array(widths.length + 1).fill(Infinity);
  const tops = new Int32Array(widths.length + 1);
  costs[0] = 0;
  for (let end = 1; end <= widths.length; end++) {
    let widest = 1;
    for (let top = end - 1; top >= 0 && end - top <= highest; top--) {
      widest = Math.max(widest, widths[top] ?? 0);
      const isSeam = top > 0 && widths[top - 1] !== 0 && widths[top] !== 0;
      const cost = (costs[top] ?? 0) + costOfBand + widest * (end - top) + (isSeam ? costOfSeam : 0);
      if (cost >= (costs[end] ?? 0)) continue;
      costs[end] = cost;
      tops[end] = top;
    }
  }

  const bands: Band[] = [];
  for (let end = widths.length; end > 0; ) {
    const top = tops[end] ?? 0;
    const bytesWide = widths.subarray(top, end).reduce((most, width) => Math.max(most, width), 1);
    bands.unshift({ top, rows: end - top, bytesWide });
    end = top;
  }
  return bands;
}

/** How many bytes of each row hold black; 0 is a blank row. */
function widthsOfRows({ widthDots, heightDots, bits }: Bitmap): Uint16Array {
  const bytesPerRow = widthDots / 8;
  const widths = new Uint16Array(heightDots);
  for (let y = 0; y < heightDots; y++) {
    let width = bytesPerRow;
    while (width > 0 && bits[y * bytesPerRow + width - 1] === 0) width--;
    widths[y] = width;
  }
  return widths;
}
