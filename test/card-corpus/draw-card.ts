import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { create, type QRCodeErrorCorrectionLevel } from 'qrcode';
import { fontPath } from '../../core/slips/canvas.ts';
import type { CardForm } from './invent-card.ts';
import { halve, splitRgba, type Plane } from './plane.ts';
import type { Random } from './random.ts';

export const cardMm = { width: 85.6, height: 54 };

/** Where the code, or what stands in its place, is printed; in millimetres from the top left corner of the card. */
export type CodePlace = { u: number; v: number; sizeMm: number; moduleMm: number };

/** A card as it was printed, at `texelsPerMm`; `luma[1]` has half the size of `luma[0]`. Colours have half the size. */
export type CardPicture = {
  texelsPerMm: number;
  luma: [Plane, Plane];
  cb: Plane;
  cr: Plane;
  code: CodePlace;
};

/** Shades of grey of the code, 0 to 255, and how many scratches cross it. */
export type Print = { dark: number; light: number; wear: number };
export const freshPrint: Print = { dark: 28, light: 238, wear: 0 };

export type CardSpec = {
  form: CardForm;
  fullName: string;
  number: string;
  /** Draws in a square of `modules` a side, one unit each. */
  code: { modules: number; draw(pen: SKRSContext2D): void };
  sizeMm: number;
  quietModules: number;
  print: Print;
};

const texelsPerModule = 6;
const font = 'Card';
if (!GlobalFonts.registerFromPath(fontPath('medium'), font)) throw new Error('no font for the cards');
// One canvas for all: new ones hold on to their memory.
const canvas = createCanvas(2200, 1400);

/** The modules of a payload's code. Cards hold the bytes of UTF-8, without a declaration. */
export function qrCode(payload: string, level: QRCodeErrorCorrectionLevel): CardSpec['code'] {
  const { modules } = create([{ data: Buffer.from(payload, 'utf8'), mode: 'byte' }], {
    errorCorrectionLevel: level,
  });
  return {
    modules: modules.size,
    draw(pen) {
      for (let row = 0; row < modules.size; row += 1)
        for (let column = 0; column < modules.size; column += 1)
          if (modules.get(row, column)) pen.fillRect(column, row, 1, 1);
    },
  };
}

export function drawCard(random: Random, spec: CardSpec): CardPicture {
  const { modules } = spec.code;
  const moduleMm = spec.sizeMm / modules;
  const texelsPerMm = texelsPerModule / moduleMm;
  const width = Math.min(canvas.width, Math.round(cardMm.width * texelsPerMm)) & ~1;
  const height = Math.min(canvas.height, Math.round(cardMm.height * texelsPerMm)) & ~1;
  const pen = canvas.getContext('2d');
  pen.setTransform(texelsPerMm, 0, 0, texelsPerMm, 0, 0);
  drawGround(pen, random, spec.form);
  if (spec.form === 'cccd') drawFront(pen, random, spec);
  else drawBack(pen, random, spec);

  // On whole texels, so that no seams show between modules.
  const left = Math.round((cardMm.width - random.between(3.5, 6) - spec.sizeMm) * texelsPerMm);
  const top = Math.round(random.between(3.5, 6) * texelsPerMm);
  pen.setTransform(texelsPerModule, 0, 0, texelsPerModule, left, top);
  drawCode(pen, random, spec);
  pen.setTransform(1, 0, 0, 1, 0, 0);

  const { luma, cb, cr } = splitRgba(pen.getImageData(0, 0, width, height).data, width, height);
  const sizeMm = (modules * texelsPerModule) / texelsPerMm;
  const code = { u: left / texelsPerMm + sizeMm / 2, v: top / texelsPerMm + sizeMm / 2, sizeMm, moduleMm };
  return { texelsPerMm, luma: [luma, halve(luma)], cb, cr, code };
}

function drawCode(pen: SKRSContext2D, random: Random, { code, quietModules, print }: CardSpec): void {
  const grey = (shade: number) => `rgb(${shade} ${shade} ${shade - 4})`;
  pen.fillStyle = grey(print.light);
  const quiet = quietModules;
  pen.fillRect(-quiet, -quiet, code.modules + 2 * quiet, code.modules + 2 * quiet);
  pen.fillStyle = grey(print.dark);
  code.draw(pen);
  pen.strokeStyle = grey(print.light);
  for (let scratch = 0; scratch < print.wear; scratch += 1) {
    pen.lineWidth = random.between(0.15, 0.5);
    pen.beginPath();
    pen.moveTo(random.between(0, code.modules), random.between(0, code.modules));
    pen.lineTo(random.between(0, code.modules), random.between(0, code.modules));
    pen.stroke();
  }
}

function drawGround(pen: SKRSContext2D, random: Random, form: CardForm): void {
  const { width, height } = cardMm;
  const tint = pen.createLinearGradient(0, 0, width, height);
  const colours = form === 'cccd' ? ['#cfe3d6', '#e9e6cf', '#c4dbe6'] : ['#e4dccb', '#d3e4d4', '#e8d3cf'];
  colours.forEach((colour, index) => tint.addColorStop(index / 2, colour));
  pen.fillStyle = tint;
  pen.fillRect(-1, -1, width + 2, height + 2);
  pen.lineWidth = 0.1;
  pen.globalAlpha = 0.5;
  for (const [colour, rise] of [
    ['#9cc3ae', 5],
    ['#d2a9a0', 8],
    ['#9fb4d0', 12],
  ] as const) {
    pen.strokeStyle = colour;
    const phase = random.between(0, 6);
    pen.beginPath();
    for (let line = -2; line < 26; line += 1) {
      for (let x = 0; x <= width; x += 1.7) {
        const y =
          line * 2.3 + Math.sin(x / 7 + phase + line / 3) * rise * 0.3 + Math.sin(x / 2.6 + line) * 0.6;
        if (x === 0) pen.moveTo(x, y);
        else pen.lineTo(x, y);
      }
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function write(
  pen: SKRSContext2D,
  text: string,
  at: [number, number],
  sizeMm: number,
  colour = '#20303a',
): void {
  pen.fillStyle = colour;
  pen.font = `${sizeMm}px ${font}`;
  pen.fillText(text, ...at);
}

function drawFront(pen: SKRSContext2D, random: Random, spec: CardSpec): void {
  pen.fillStyle = '#c8452f';
  pen.beginPath();
  pen.arc(10, 10, 6.5, 0, 7);
  pen.fill();
  write(pen, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', [19, 6.5], 2.1);
  write(pen, 'CĂN CƯỚC CÔNG DÂN', [22, 14], 3.6, '#b3261e');
  drawPortrait(pen, random, 5, 20, 21, 29);
  write(pen, 'Số / No.:', [29, 24.5], 2);
  write(pen, spec.number, [38, 25], 4);
  write(pen, 'Họ và tên / Full name:', [29, 30], 2);
  write(pen, spec.fullName.toUpperCase(), [29, 34], 3);
  write(pen, `Ngày sinh / Date of birth: ${random.whole(10, 28)}/0${random.whole(1, 9)}/1985`, [29, 38], 2);
  write(pen, 'Quê quán / Place of origin: Tân Thử, Ví Dụ', [29, 42], 2);
  write(pen, 'Nơi thường trú / Place of residence: Xã Mẫu', [29, 46], 2);
  write(pen, 'Có giá trị đến: 12/03/2045', [4, 52], 1.7);
}

function drawBack(pen: SKRSContext2D, random: Random, spec: CardSpec): void {
  write(pen, 'Nơi cư trú / Place of residence', [4, 6], 2);
  write(pen, 'Xã Mẫu, Huyện Giả Định, Cà Mau', [4, 10], 2.6);
  write(pen, 'Ngày, tháng, năm cấp / Date of issue', [4, 15], 2);
  pen.fillStyle = '#c9a94e';
  pen.beginPath();
  pen.roundRect(8, 18, 13, 12, 2);
  pen.fill();
  pen.strokeStyle = '#7b6326';
  pen.lineWidth = 0.25;
  for (let line = 0; line < 4; line += 1) pen.strokeRect(8, 18 + 3 * line, 13, 3);
  write(pen, 'BỘ CÔNG AN', [27, 24], 3, '#b3261e');
  const zone = ['IDVNM', spec.number, '<<'].join('') + String(random.whole(1, 9));
  write(pen, zone.padEnd(30, '<'), [4, 39], 3.4, '#1b1b1b');
  write(pen, '8503124M4503127VNM<<<<<<<<<<<6', [4, 44.5], 3.4, '#1b1b1b');
  write(pen, 'NGUYEN<<VAN<MAU<<<<<<<<<<<<<<<', [4, 50], 3.4, '#1b1b1b');
}

function drawPortrait(pen: SKRSContext2D, random: Random, x: number, y: number, w: number, h: number): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, w, h);
  pen.clip();
  pen.fillStyle = '#b9cbdc';
  pen.fillRect(x, y, w, h);
  pen.fillStyle = random.pick(['#2c3440', '#6b2f36', '#e4e4e0', '#31533b']);
  pen.beginPath();
  pen.ellipse(x + w / 2, y + h + 3, w * 0.52, h * 0.36, 0, 0, 7);
  pen.fill();
  pen.fillStyle = random.pick(['#d8a988', '#b98562', '#e3bd9d']);
  pen.beginPath();
  pen.ellipse(x + w / 2, y + h * 0.47, w * 0.24, h * 0.25, 0, 0, 7);
  pen.fill();
  pen.fillStyle = '#211c1a';
  pen.beginPath();
  pen.ellipse(x + w / 2, y + h * 0.3, w * 0.27, h * 0.14, 0, Math.PI, 0);
  pen.fill();
  pen.fillRect(x + w * 0.4, y + h * 0.45, 1.3, 0.6);
  pen.fillRect(x + w * 0.55, y + h * 0.45, 1.3, 0.6);
  pen.restore();
}
