import { unreachable } from '../result.ts';
import { type Bitmap, cutToBits, type PaperWidth } from './bitmap.ts';
import { slipCanvas } from './canvas.ts';
import { placeBar } from './drawing/bar.ts';
import { placeBarcode, placeQr } from './drawing/codes.ts';
import { placeRuler } from './drawing/ruler.ts';
import type { Box, Sheet } from './drawing/sheet.ts';
import { sizesOf } from './drawing/sizes.ts';
import { placeTable } from './drawing/table.ts';
import { placeGiant, placeItem, placeRow, placeText } from './drawing/text.ts';
import type { SlipLine } from './slip-lines.ts';

/** Draws the lines one under another. The result is as long as they need; every text fits its width. */
export async function drawSlip(lines: SlipLine[], widthDots: PaperWidth): Promise<Bitmap> {
  const { canvas, context } = await slipCanvas();
  const sizes = sizesOf[widthDots];
  const sheet: Sheet = { widthDots, sizes, pen: context, drawings: [] };
  const top = { x: sizes.margin, y: sizes.smallGap, width: widthDots - 2 * sizes.margin };
  const heightDots = Math.ceil(top.y + placeAll(lines, top, sheet)) + sizes.smallGap;

  // Only ever grown. No await from here on: the canvas is shared by all slips.
  if (canvas.height < heightDots) canvas.height = heightDots;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, heightDots);
  context.fillStyle = 'black';
  for (const draw of sheet.drawings) draw(context);
  return cutToBits(context.getImageData(0, 0, widthDots, heightDots).data, widthDots, heightDots);
}

function placeAll(lines: SlipLine[], box: Box, sheet: Sheet): number {
  let height = 0;
  for (const line of lines) height += place(line, { ...box, y: box.y + height }, sheet);
  return height;
}

/** Places one line at the top of its box; returns its height. */
function place(line: SlipLine, box: Box, sheet: Sheet): number {
  const { sizes, drawings } = sheet;
  switch (line.kind) {
    case 'text':
      return placeText(line.text, { ...line, size: sizes[line.size] }, box, sheet);
    case 'row':
      return placeRow(line, box, sheet);
    case 'item':
      return placeItem(line, box, sheet);
    case 'columns': {
      const width = Math.floor((box.width - sizes.largeGap) / line.columns.length);
      const heights = line.columns.map((lines, index) =>
        placeAll(lines, { x: box.x + index * (width + sizes.largeGap), y: box.y, width }, sheet),
      );
      return Math.max(0, ...heights);
    }
    case 'table':
      return placeTable(line, box, sheet);
    case 'giant':
      return placeGiant(line.text, box, sheet);
    case 'bar':
      return placeBar(line.text, box, sheet);
    case 'rule': {
      const height = line.heavy ? 4 : 2;
      drawings.push((pen) => pen.fillRect(box.x, box.y, box.width, height));
      return height;
    }
    case 'underline': {
      const width = Math.round(box.width / 3);
      const y = box.y + Math.round(sizes.smallGap / 2);
      drawings.push((pen) => pen.fillRect(Math.round(box.x + width), y, width, 2));
      return 2 * sizes.smallGap;
    }
    case 'gap':
      return line.size === 'small' ? sizes.smallGap : sizes.largeGap;
    case 'qr':
      return placeQr(line.content, box, sheet);
    case 'barcode':
      return placeBarcode(line.content, box, sheet);
    case 'ruler':
      return placeRuler(box, sheet);
    default:
      return unreachable(line);
  }
}
