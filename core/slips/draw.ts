import { create } from 'qrcode';
import { unreachable } from '../result.ts';
import { type Bitmap, cutToBits, type PaperWidth } from './bitmap.ts';
import { fontNames, slipCanvas } from './canvas.ts';
import { printable } from './printable.ts';
import type { SlipLine } from './slip-lines.ts';
import { wrap } from './wrap.ts';

type Sizes = {
  note: number;
  body: number;
  title: number;
  heading: number;
  giant: number;
  margin: number;
  smallGap: number;
  largeGap: number;
  labelColumn: number;
  qrModule: number;
};

/** Dots. 203 dpi on 80 mm; the same in millimetres at 180 dpi; and what 58 mm can carry. */
const sizesOf: Record<PaperWidth, Sizes> = {
  576: {
    note: 28,
    body: 32,
    title: 36,
    heading: 42,
    giant: 190,
    margin: 12,
    smallGap: 10,
    largeGap: 24,
    labelColumn: 190,
    qrModule: 7,
  },
  512: {
    note: 26,
    body: 29,
    title: 33,
    heading: 38,
    giant: 170,
    margin: 10,
    smallGap: 9,
    largeGap: 21,
    labelColumn: 172,
    qrModule: 6,
  },
  384: {
    note: 22,
    body: 24,
    title: 27,
    heading: 30,
    giant: 128,
    margin: 6,
    smallGap: 8,
    largeGap: 16,
    labelColumn: 138,
    qrModule: 5,
  },
};

// Of Noto Sans, in parts of its size: what the tallest letter (Ẫ) and the deepest (g, ự) need, and the height of a digit.
const ascent = 1.07;
const descent = 0.3;
const digitHeight = 0.74;

/** Something placed on the paper, drawn once the length is known. */
type Drawing = (context: Pen) => void;
type Pen = Awaited<ReturnType<typeof slipCanvas>>['context'];

/** Draws the lines one under another. The result is as long as they need; every text fits its width. */
export async function drawSlip(lines: SlipLine[], widthDots: PaperWidth): Promise<Bitmap> {
  const { canvas, context } = await slipCanvas();
  const sizes = sizesOf[widthDots];
  const drawings: Drawing[] = [];
  let y = sizes.smallGap;
  for (const line of lines) y += place(line, y, widthDots, sizes, context, drawings);
  const heightDots = Math.ceil(y) + sizes.smallGap;

  // Only ever grown. No await from here on: the canvas is shared by all slips.
  if (canvas.height < heightDots) canvas.height = heightDots;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, heightDots);
  context.fillStyle = 'black';
  for (const draw of drawings) draw(context);
  return cutToBits(context.getImageData(0, 0, widthDots, heightDots).data, widthDots, heightDots);
}

/** Adds the drawings of one line whose top is at `y`; returns its height. */
function place(line: SlipLine, y: number, width: number, sizes: Sizes, pen: Pen, out: Drawing[]): number {
  const { margin } = sizes;
  const inner = width - 2 * margin;
  switch (line.kind) {
    case 'text': {
      const font = `${sizes[line.size]}px "${fontNames[line.weight]}"`;
      return placeText(
        line.text,
        font,
        sizes[line.size],
        { x: margin, y, width: inner, align: line.align },
        pen,
        out,
      );
    }
    case 'row': {
      const size = sizes.body;
      const at = margin + sizes.labelColumn;
      const label = { x: margin, y, width: sizes.labelColumn - 8, align: 'left' as const };
      const value = { x: at, y, width: width - margin - at, align: 'left' as const };
      const left = placeText(line.label, `${size}px "${fontNames.medium}"`, size, label, pen, out);
      const right = placeText(line.value, `${size}px "${fontNames.bold}"`, size, value, pen, out);
      return Math.max(left, right);
    }
    case 'giant': {
      const text = printable(line.text, 12);
      pen.font = `${sizes.giant}px "${fontNames.giant}"`;
      const size = Math.floor(sizes.giant * Math.min(1, inner / pen.measureText(text).width));
      const font = `${size}px "${fontNames.giant}"`;
      const height = Math.ceil(size * digitHeight) + 3 * sizes.smallGap;
      out.push((context) => {
        context.font = font;
        context.textAlign = 'center';
        context.fillText(text, width / 2, y + height - sizes.smallGap);
      });
      return height;
    }
    case 'bar': {
      const size = sizes.title;
      const text = printable(line.text, 40);
      const height = Math.ceil(size * 1.7);
      out.push((context) => {
        context.fillRect(0, y, width, height);
        context.fillStyle = 'white';
        context.font = `${size}px "${fontNames.bold}"`;
        context.textAlign = 'center';
        context.fillText(text, width / 2, y + Math.round(height / 2 + size * 0.3));
        context.fillStyle = 'black';
      });
      return height;
    }
    case 'rule': {
      const height = line.heavy ? 4 : 2;
      out.push((context) => context.fillRect(margin, y, inner, height));
      return height;
    }
    case 'gap':
      return line.size === 'small' ? sizes.smallGap : sizes.largeGap;
    case 'qr':
      return placeQr(line.content, y, width, sizes.qrModule, out);
    default:
      return unreachable(line);
  }
}

type Box = { x: number; y: number; width: number; align: 'left' | 'center' };

function placeText(text: string, font: string, size: number, box: Box, pen: Pen, out: Drawing[]): number {
  pen.font = font;
  const lines = wrap(printable(text), box.width, (part) => pen.measureText(part).width);
  const lineHeight = Math.ceil(size * (ascent + descent));
  const x = box.align === 'center' ? box.x + box.width / 2 : box.x;
  for (const [index, line] of lines.entries()) {
    const baseline = box.y + index * lineHeight + Math.ceil(size * ascent);
    out.push((context) => {
      context.font = font;
      context.textAlign = box.align;
      context.fillText(line, x, baseline);
    });
  }
  return lines.length * lineHeight;
}

const quietModules = 4;

function placeQr(content: string, y: number, width: number, wantedModule: number, out: Drawing[]): number {
  if (!/^[ -~]{1,300}$/.test(content)) throw new Error('a QR code on a slip holds printable ASCII only');
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * quietModules;
  // Whole dots: a module of 6.5 dots would be 6 here and 7 there.
  const module = Math.min(wantedModule, Math.floor(width / across));
  if (module < 3) throw new Error('this QR code is too large for the paper');
  const left = Math.floor((width - modules.size * module) / 2);
  out.push((context) => {
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        if (!modules.get(row, column)) continue;
        context.fillRect(left + column * module, y + (row + quietModules) * module, module, module);
      }
    }
  });
  return across * module;
}
