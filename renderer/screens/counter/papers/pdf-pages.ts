import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { trustOwnScripts } from '../../../own-scripts.ts';

/** The pages of a PDF as pictures. `legacy`: the plain build wants a newer browser than our oldest shell has. */
export type PdfPages = {
  count: number;
  /** Draws one page, 1 the first, into a canvas of `width` dots; its height follows. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): void;
};

trustOwnScripts();
GlobalWorkerOptions.workerPort = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });

/** `pdf` in base64. */
export async function openPdf(pdf: string): Promise<PdfPages> {
  const task = getDocument({
    data: Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0)),
    // Fonts are in the file; nothing is fetched, and nothing of it is run.
    useSystemFonts: false,
    enableXfa: false,
    useWasm: false,
  });
  const document = await task.promise;
  return {
    count: document.numPages,
    draw: (page, canvas, width) => drawPage(document, page, canvas, width),
    close: () => void task.destroy(),
  };
}

async function drawPage(document: PDFDocumentProxy, page: number, canvas: HTMLCanvasElement, width: number) {
  const sheet = await document.getPage(page);
  const viewport = sheet.getViewport({ scale: width / sheet.getViewport({ scale: 1 }).width });
  // Drawn aside: a canvas that changes its size is white for a moment.
  const aside = globalThis.document.createElement('canvas');
  aside.width = Math.round(viewport.width);
  aside.height = Math.round(viewport.height);
  await sheet.render({ canvas: aside, viewport }).promise;
  canvas.width = aside.width;
  canvas.height = aside.height;
  canvas.getContext('2d')?.drawImage(aside, 0, 0);
}
