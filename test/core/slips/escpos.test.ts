import { createCanvas } from '@napi-rs/canvas';
import * as fc from 'fast-check';
import thermal from 'node-thermal-printer';
import { expect, test } from 'vitest';
import type { Bitmap } from '../../../core/slips/bitmap.ts';
import { drawSlip } from '../../../core/slips/draw.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { bitmapToPng } from '../../../core/slips/png.ts';
import { readEscpos } from '../../../core/slips/read-escpos.ts';
import { ticketSlipLines } from '../../../core/slips/ticket-slip.ts';
import { sampleSlip } from './sample-slip.ts';

const bitmaps = fc
  .tuple(fc.constantFrom(8, 384, 512, 576), fc.integer({ min: 1, max: 600 }), fc.nat())
  .map(([widthDots, heightDots, seed]): Bitmap => {
    let state = seed | 1;
    const random = () => (state = Math.imul(state, 0x5bd1e995) ^ (state >>> 13)) >>> 0;
    // Mostly the bytes of real-time commands, which random pictures hardly ever hold.
    const bytes = [0x10, 0x04, 0x05, 0x14, 0x00, 0xff];
    const bits = Uint8Array.from(
      { length: (widthDots / 8) * heightDots },
      () => bytes[random() % bytes.length] ?? 0,
    );
    return { widthDots, heightDots, bits };
  });

test('the bytes of a slip are read back as its picture and one cut', async () => {
  const bitmap = await drawSlip(ticketSlipLines(sampleSlip), 576);
  expect(readEscpos(bitmapToEscpos(bitmap))).toEqual({ ok: true, value: { bitmap, fedLines: 4, cuts: 1 } });
});

test('no picture can hold a real-time command, and at most one dot of each is changed for it', () => {
  fc.assert(
    fc.property(bitmaps, (bitmap) => {
      const original = bitmap.bits.slice();
      const bytes = bitmapToEscpos(bitmap);
      expect(Buffer.from(bytes).toString('hex').match(/../g)?.join(' ')).not.toMatch(/10 (04|05|14)/);
      expect(bitmap.bits).toEqual(original);
      const read = readEscpos(bytes);
      const printed = read.ok ? read.value.bitmap : null;
      expect(printed).toMatchObject({ widthDots: bitmap.widthDots, heightDots: bitmap.heightDots });
      printed?.bits.forEach((byte, index) => {
        if (byte !== original[index]) expect(byte ^ (original[index] ?? 0)).toBe(0x02);
      });
    }),
    { numRuns: 40 },
  );
});

test('no band is higher than the cheapest printers can take', async () => {
  const bytes = bitmapToEscpos(await drawSlip(ticketSlipLines(sampleSlip), 576));
  const heights: number[] = [];
  for (let at = 2; bytes[at] === 0x1d && bytes[at + 1] === 0x76; ) {
    const rows = (bytes[at + 6] ?? 0) + 256 * (bytes[at + 7] ?? 0);
    heights.push(rows);
    at += 8 + 72 * rows;
  }
  expect(heights.length).toBeGreaterThan(3);
  expect(Math.max(...heights)).toBeLessThanOrEqual(240);
});

test('an encoder nobody here wrote is understood to the dot, and so is our PNG by it', async () => {
  const bitmap = await drawSlip(ticketSlipLines(sampleSlip), 576);
  const printer = new thermal.ThermalPrinter({
    type: thermal.types.EPSON,
    // @ts-expect-error its types know addresses only; an object keeps it off the network
    interface: { execute: () => {}, isPrinterConnected: () => {} },
  });
  await printer.printImageBuffer(Buffer.from(await bitmapToPng(bitmap)));
  printer.partialCut({ verticalTabAmount: 0 });
  const read = readEscpos(printer.getBuffer());
  expect(read).toEqual({ ok: true, value: { bitmap, fedLines: 0, cuts: 1 } });
});

test.each([
  ['a drawer kick', [0x1b, 0x70, 0, 50, 50], 'unknown command at byte 0: 1b 70 00 32'],
  ['text', [0x1b, 0x40, 0x41], 'unknown command at byte 2: 41'],
  ['a status question', [0x10, 0x04, 1], 'unknown command at byte 0: 10 04 01'],
  ['half a picture', [0x1d, 0x76, 0x30, 0, 72, 0, 2, 0, 255], 'the picture at byte 0 is cut short'],
  ['a picture without rows', [0x1d, 0x76, 0x30, 0, 72, 0, 0, 0], 'the picture at byte 0 is cut short'],
  ['half a command', [0x1b], 'unknown command at byte 0: 1b'],
  ['half a feed', [0x1b, 0x64], 'unknown command at byte 0: 1b 64'],
  [
    'pictures of two widths',
    [0x1d, 0x76, 0x30, 0, 1, 0, 1, 0, 9, 0x1d, 0x76, 0x30, 0, 2, 0, 1, 0, 9, 9],
    'the picture at byte 9 has another width',
  ],
])('%s is an error that says where', (_, bytes, error) => {
  expect(readEscpos(Uint8Array.from(bytes))).toEqual({ ok: false, error });
});

test('a PNG shows the same dots as the paper', async () => {
  const bitmap: Bitmap = { widthDots: 16, heightDots: 2, bits: Uint8Array.of(0x80, 0x01, 0x00, 0xff) };
  const { loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(await bitmapToPng(bitmap));
  const context = createCanvas(16, 2).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, 16, 2);
  const black = Array.from({ length: 32 }, (_, dot) => dot).filter((dot) => data[4 * dot] === 0);
  expect(black).toEqual([0, 15, 24, 25, 26, 27, 28, 29, 30, 31]);
});
