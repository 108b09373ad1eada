import type { PdfPages } from './pdf-pages.ts';

/** A4 at 300 dots an inch, as desk printers have them. */
const printedDots = 2480;

/**
 * Prints exactly these pages by the browser's own dialog. They stand in the page for that long only, and nothing else is on the
 * paper; a browser that says no when the dialog is closed keeps them until the next printing or until `removePrinted`.
 */
export async function printPages(pages: PdfPages): Promise<void> {
  removePrinted();
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  for (let page = 1; page <= pages.count; page++) {
    const canvas = document.createElement('canvas');
    await pages.draw(page, canvas, printedDots);
    sheets.append(canvas);
  }
  document.body.append(sheets);
  window.addEventListener('afterprint', removePrinted, { once: true });
  window.print();
}

export function removePrinted(): void {
  for (const sheets of document.querySelectorAll('.print-sheets')) sheets.remove();
}
