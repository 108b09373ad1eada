/** Reads PDF files away from the page. A file of our own, because only such a one may be a worker here. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
