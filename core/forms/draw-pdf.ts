import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import PdfFile from 'pdfkit';
import { type FormPaper, madeAt } from './form-paper.ts';
import { layOut } from './lay-out.ts';
import { type FontName, type Page, sheet } from './page.ts';
import { unreachable } from '../result.ts';
import type { FormTemplate } from './template.ts';

/** Letters like those of Times New Roman, which official papers are set in, complete for Vietnamese, under the OFL. */
const fontFiles: Record<FontName, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
};
const lineWidth = 0.6;

/** A paper as a PDF file with its fonts in it. Its title names the form and nobody. */
export async function drawForm(template: FormTemplate, paper: FormPaper): Promise<Uint8Array> {
  const document = new PdfFile({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    // No standard font: those know no Vietnamese, and none is ever used here.
    font: '',
    info: {
      Title: template.title.join(' '),
      Creator: 'Một Cửa Kiosk',
      CreationDate: new Date(madeAt(paper)),
    },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  for (const font of ['regular', 'bold', 'italic'] as const) document.registerFont(font, fontPath(font));
  const pages = layOut(template, paper, (text, font, size) =>
    document.font(font).fontSize(size).widthOfString(text),
  );
  for (const page of pages) drawPage(document, page);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawPage(document: PDFKit.PDFDocument, { marks }: Page): void {
  document.addPage();
  for (const mark of marks) {
    switch (mark.kind) {
      case 'text':
        document
          .font(mark.font)
          .fontSize(mark.size)
          .text(mark.text, mark.x, mark.y, { lineBreak: false, baseline: 'alphabetic' });
        break;
      case 'line':
        document.lineWidth(lineWidth).moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).stroke();
        break;
      case 'box':
        document.rect(mark.x, mark.y, mark.width, mark.height).fill();
        break;
      default:
        unreachable(mark);
    }
  }
}

export function fontPath(font: FontName): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${fontFiles[font]}`);
}
