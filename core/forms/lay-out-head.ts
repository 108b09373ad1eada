import { create } from 'qrcode';
import { barcodeModules } from '../slips/drawing/codes.ts';
import { printable } from '../slips/printable.ts';
import { wrap } from '../slips/wrap.ts';
import { type FontName, leading, type Mark, type Measure, rise, room } from './page.ts';
import type { FormTemplate } from './template.ts';

const national = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as const;
const bodyWidth = 195;
const codeHeight = 26;
const qrSide = 58;
const widestBar = 1;
const titleSize = 14;

/** Everything above the first line: who speaks, the republic, place and day, the dossier's code as bars and as QR, the title. */
export function headBlock(
  template: FormTemplate,
  paper: {
    superiorBody: string;
    centreName: string;
    dossierCode: string | null;
    fields: Readonly<Record<string, string>>;
  },
  measure: Measure,
): { marks: Mark[]; height: number } {
  const marks: Mark[] = [];
  const { fields } = paper;
  const centred = (middle: number, width: number, y: number, text: string, font: FontName, size: number) => {
    let at = y;
    for (const line of wrap(printable(text, 300), width, (part) => measure(part, font, size))) {
      const x = middle - measure(line, font, size) / 2;
      marks.push({ kind: 'text', x, y: at + size * rise, text: line, font, size });
      at += size * leading;
    }
    return at;
  };
  const ruleUnder = (middle: number, y: number, width: number) =>
    marks.push({ kind: 'line', x1: middle - width / 2, y1: y, x2: middle + width / 2, y2: y });

  const leftMiddle = room.left + bodyWidth / 2;
  let left = centred(leftMiddle, bodyWidth, room.top, capitals(paper.superiorBody), 'regular', 12);
  left = centred(leftMiddle, bodyWidth, left, capitals(paper.centreName), 'bold', 12);
  ruleUnder(leftMiddle, left + 2, bodyWidth / 3);

  const rightLeft = room.left + bodyWidth + 10;
  const rightWidth = room.right - rightLeft;
  const rightMiddle = rightLeft + rightWidth / 2;
  let right = centred(rightMiddle, rightWidth, room.top, national[0], 'bold', 12);
  right = centred(rightMiddle, rightWidth, right, national[1], 'bold', 13);
  ruleUnder(rightMiddle, right + 1, measure(national[1], 'bold', 13));
  const { place = '', day = '', month = '', year = '' } = fields;
  right = centred(
    rightMiddle,
    rightWidth,
    right + 10,
    `${place}, ngày ${day} tháng ${month} năm ${year}`,
    'italic',
    13,
  );

  let bottom = Math.max(left + 8, right);
  const codesTop = bottom + 6;
  if (paper.dossierCode !== null) bottom = codes(marks, paper.dossierCode, codesTop, measure);
  bottom += 6;
  for (const line of template.title)
    bottom = centred(
      room.left + room.width / 2,
      room.width - 2 * qrSide,
      bottom,
      capitals(line),
      'bold',
      titleSize,
    );
  // The title stands beside the QR, and what follows below both.
  if (paper.dossierCode !== null) bottom = Math.max(bottom, codesTop + qrSide);
  return { marks, height: bottom + 8 - room.top };
}

/** Bars for the desk's reader on the left with the code under them, a QR for telephones on the right. */
function codes(marks: Mark[], code: string, top: number, measure: Measure): number {
  const modules = barcodeModules(code);
  const widest = room.width - qrSide - 30;
  const module = Math.min(widestBar, widest / modules.length);
  for (const { index: at, 0: bar } of modules.matchAll(/1+/g))
    marks.push({
      kind: 'box',
      x: room.left + at * module,
      y: top,
      width: bar.length * module,
      height: codeHeight,
    });
  const size = 13;
  const y = top + codeHeight + 3 + size * rise;
  const label = 'Mã hồ sơ: ';
  const labelWidth = measure(label, 'regular', size);
  marks.push({ kind: 'text', x: room.left, y, text: label.trim(), font: 'regular', size });
  marks.push({ kind: 'text', x: room.left + labelWidth, y, text: code, font: 'bold', size });

  const qr = create(code, { errorCorrectionLevel: 'M' }).modules;
  const side = qrSide / qr.size;
  for (let row = 0; row < qr.size; row++) {
    // Dots beside each other are one box: single ones would show hairlines between them.
    for (let from = 0; from < qr.size; ) {
      let to = from;
      while (to < qr.size && qr.get(row, to) === 1) to++;
      if (to > from)
        marks.push({
          kind: 'box',
          x: room.right - qrSide + from * side,
          y: top + row * side,
          width: (to - from) * side,
          height: side,
        });
      from = to + 1;
    }
  }
  return top + codeHeight + 3 + size * leading;
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}
