import type { SlipLine } from '../slip-lines.ts';
import type { Box, Sheet } from './sheet.ts';
import { placeText } from './text.ts';

export function placeTable(line: Extract<SlipLine, { kind: 'table' }>, box: Box, sheet: Sheet): number {
  const { body, note, smallGap } = sheet.sizes;
  let y = box.y + placeCells(line.heads, { size: note, weight: 'medium' }, box, sheet) + smallGap;
  for (const { title, cells } of line.rows) {
    const top = y;
    sheet.drawings.push((pen) => pen.fillRect(box.x, top, box.width, 2));
    y += smallGap;
    y += placeText(title, { size: note, weight: 'medium', align: 'left' }, { ...box, y }, sheet);
    y += placeCells(cells, { size: body, weight: 'bold' }, { ...box, y }, sheet) + smallGap;
  }
  return y - box.y;
}

type Style = { size: number; weight: 'medium' | 'bold' };

function placeCells(cells: string[], style: Style, box: Box, sheet: Sheet): number {
  const width = Math.floor(box.width / cells.length);
  const heights = cells.map((cell, index) =>
    // A little air, so that two numbers never run into one.
    placeText(
      cell,
      { ...style, align: 'center' },
      { x: box.x + index * width + 2, y: box.y, width: width - 4 },
      sheet,
    ),
  );
  return Math.max(0, ...heights);
}
