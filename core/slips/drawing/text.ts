import { printable } from '../printable.ts';
import type { SlipLine, TextWeight } from '../slip-lines.ts';
import { wrap } from '../wrap.ts';
import { type Box, fontOf, type Sheet } from './sheet.ts';

// Of Noto Sans, in parts of its size: what the tallest letter (Ẫ) and the deepest (g, ự) need. Khmer hangs letters below.
const ascent = 1.07;
const descent = 0.3;
const khmerDescent = 0.52;

type Style = { size: number; weight: TextWeight; align: 'left' | 'center' };

/** Places a text in as many lines as its width asks for; returns its height, as all of these do. */
export function placeText(text: string, style: Style, box: Box, sheet: Sheet): number {
  const { size, align } = style;
  const font = fontOf(size, style.weight);
  let bottom = box.y;
  for (const line of linesOf(text, style, box.width, sheet)) {
    const baseline = bottom + Math.ceil(size * ascent);
    const x = align === 'center' ? box.x + box.width / 2 : box.x;
    sheet.drawings.push((pen) => {
      pen.font = font;
      pen.textAlign = align;
      pen.fillText(line, x, baseline);
    });
    const below = /\p{Script=Khmer}/u.test(line) ? khmerDescent : descent;
    bottom += Math.ceil(size * (ascent + below));
  }
  return bottom - box.y;
}

function linesOf(text: string, { size, weight }: Style, width: number, { pen }: Sheet): string[] {
  pen.font = fontOf(size, weight);
  return wrap(printable(text), width, (part) => pen.measureText(part).width);
}

/** More of them are easier to read over the whole width. */
const linesBesideLabel = 2;

export function placeRow(line: Extract<SlipLine, { kind: 'row' }>, box: Box, sheet: Sheet): number {
  const { body: size, note, labelColumn, smallGap } = sheet.sizes;
  const label: Style = { size, weight: 'medium', align: 'left' };
  const value: Style = { size, weight: 'bold', align: 'left' };
  const labelWidth = labelColumn - 8;
  const beside = { x: box.x + labelColumn, y: box.y, width: box.width - labelColumn };
  const fits =
    linesOf(line.label, label, labelWidth, sheet).length === 1 &&
    linesOf(line.value, value, beside.width, sheet).length <= linesBesideLabel &&
    widestWord(line.value, value, sheet) <= beside.width;
  if (fits) {
    placeText(line.label, label, { ...box, width: labelWidth }, sheet);
    return placeText(line.value, value, beside, sheet);
  }
  const y = box.y + smallGap / 2;
  const height = placeText(line.label, { ...label, size: note }, { ...box, y }, sheet);
  return smallGap + height + placeText(line.value, value, { ...box, y: y + height }, sheet);
}

function widestWord(text: string, { size, weight }: Style, { pen }: Sheet): number {
  pen.font = fontOf(size, weight);
  const words = printable(text).split(' ');
  return Math.max(...words.map((word) => pen.measureText(word).width));
}

export function placeItem(line: Extract<SlipLine, { kind: 'item' }>, box: Box, sheet: Sheet): number {
  const { body: size, note, markColumn, smallGap } = sheet.sizes;
  if (line.mark === 'box') placeTickBox(box, sheet);
  else placeText(`${line.mark}.`, { size, weight: 'bold', align: 'left' }, box, sheet);
  const beside = { ...box, x: box.x + markColumn, width: box.width - markColumn };
  let height = placeText(line.text, { size, weight: 'bold', align: 'left' }, beside, sheet);
  for (const detail of line.details) {
    const below = { ...beside, y: box.y + height };
    height += placeText(detail, { size: note, weight: 'medium', align: 'left' }, below, sheet);
  }
  return height + smallGap;
}

/** As high as a capital letter and a little more, so that a pen finds it. */
function placeTickBox({ x, y }: Box, { sizes: { body }, drawings }: Sheet): void {
  const side = Math.round(body * 0.86);
  const top = y + Math.ceil(body * ascent) - side + 2;
  drawings.push((pen) => {
    pen.fillRect(x, top, side, side);
    pen.fillStyle = 'white';
    pen.fillRect(x + 3, top + 3, side - 6, side - 6);
    pen.fillStyle = 'black';
  });
}

// The height of a digit of Noto Sans, in parts of its size.
const digitHeight = 0.74;

export function placeGiant(text: string, box: Box, { pen, sizes, drawings }: Sheet): number {
  const digits = printable(text, 12);
  pen.font = fontOf(sizes.giant, 'giant');
  const size = Math.floor(sizes.giant * Math.min(1, box.width / pen.measureText(digits).width));
  const height = Math.ceil(size * digitHeight) + 3 * sizes.smallGap;
  drawings.push((ink) => {
    ink.font = fontOf(size, 'giant');
    ink.textAlign = 'center';
    ink.fillText(digits, box.x + box.width / 2, box.y + height - sizes.smallGap);
  });
  return height;
}
