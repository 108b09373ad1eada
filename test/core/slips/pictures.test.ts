import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { type Bitmap, cutToBits, type PaperWidth, paperWidths } from '../../../core/slips/bitmap.ts';
import { drawSlip } from '../../../core/slips/draw.ts';
import { bitmapToPng } from '../../../core/slips/png.ts';
import { blackInColumns, differingDots } from './dots.ts';
import { slipsToCompare } from './trying-slips.ts';

const pictures = new URL('pictures/', import.meta.url);
const all = Object.entries(slipsToCompare).flatMap(([name, lines]) =>
  paperWidths.map((dots) => ({ name, lines, dots })),
);

// `KEEP_PICTURES=1 vitest run test/core/slips/pictures` draws them anew; look at each before committing it.
test.each(all)(
  '$name on paper of $dots dots looks as it did when somebody looked at it',
  async ({ name, lines, dots }) => {
    const drawn = await drawSlip(lines, dots);
    const file = new URL(`${name}-${dots}.png`, pictures);
    if (process.env['KEEP_PICTURES'] === '1') {
      mkdirSync(pictures, { recursive: true });
      writeFileSync(file, await bitmapToPng(drawn));
    }
    expect(existsSync(file)).toBe(true);
    const kept = await bitmapInPng(readFileSync(file), dots);
    expect(differingDots(drawn, kept)).toBeLessThanOrEqual(0.001 * dots * kept.heightDots);
  },
);

async function bitmapInPng(png: Buffer, dots: PaperWidth): Promise<Bitmap> {
  const image = await loadImage(png);
  const { width, height } = image;
  expect(width).toBe(dots);
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return cutToBits(context.getImageData(0, 0, width, height).data, width, height);
}

test.each(all.filter(({ lines }) => !lines.some(({ kind }) => kind === 'ruler' || kind === 'bar')))(
  '$name on paper of $dots dots keeps its margins and its end free',
  async ({ lines, dots }) => {
    const drawn = await drawSlip(lines, dots);
    const margin = dots === 384 ? 4 : 8;
    expect(blackInColumns(drawn, 0, margin)).toBe(0);
    expect(blackInColumns(drawn, dots - margin, dots)).toBe(0);
    expect(drawn.bits.subarray(-dots / 8).every((byte) => byte === 0)).toBe(true);
    expect(drawn.bits.some((byte) => byte !== 0)).toBe(true);
  },
);
