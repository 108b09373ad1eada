import { createCanvas } from '@napi-rs/canvas';
import * as fc from 'fast-check';
import thermal from 'node-thermal-printer';
import { expect, test } from 'vitest';
import { type Bitmap, paperWidths } from '../../../core/slips/bitmap.ts';
import { drawSlip } from '../../../core/slips/draw.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { bitmapToPng } from '../../../core/slips/png.ts';
import { readEscpos } from '../../../core/slips/read-escpos.ts';
import { ticketSlipLines } from '../../../core/slips/ticket-slip.ts';
import { sampleSlip } from './sample-slip.ts';

const bitmaps = fc
  .tuple(fc.constantFrom(...paperWidths), fc.integer({ min: 1, max: 600 }), fc.nat())
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
    fc.property(bitmaps, fc.constantFrom(24, 100, 240, 2400), (bitmap, rowsPerBand) => {
      const original = bitmap.bits.slice();
      const bytes = bitmapToEscpos(bitmap, { rowsPerBand, cut: 'partial', feedLines: 4 });
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

/** Width and height in bytes and rows of each picture in a job. */
function picturesIn(bytes: Uint8Array): { bytesWide: number; rows: number }[] {
  const pictures: { bytesWide: number; rows: number }[] = [];
  for (let at = 2; bytes[at] === 0x1d && bytes[at + 1] === 0x76; ) {
    const picture = {
      bytesWide: bytes[at + 4] ?? 0,
      rows: (bytes[at + 6] ?? 0) + 256 * (bytes[at + 7] ?? 0),
    };
    pictures.push(picture);
    at += 8 + picture.bytesWide * picture.rows;
  }
  return pictures;
}

test.each([24, 100, 240, 2400])('no band is higher than the %i rows a printer can take', (rowsPerBand) => {
  const bitmap: Bitmap = { widthDots: 576, heightDots: 1000, bits: new Uint8Array(72_000).fill(0x99) };
  const pictures = picturesIn(bitmapToEscpos(bitmap, { rowsPerBand, cut: 'partial', feedLines: 4 }));
  expect(Math.max(...pictures.map(({ rows }) => rows))).toBe(Math.min(rowsPerBand, 255));
  expect(pictures.reduce((sum, { rows }) => sum + rows, 0)).toBe(1000);
});

test.each(paperWidths)(
  'on paper of %i dots a ticket takes at most 60 % of its whole picture',
  async (dots) => {
    const bitmap = await drawSlip(ticketSlipLines(sampleSlip), dots);
    expect(bitmapToEscpos(bitmap).length).toBeLessThanOrEqual(0.6 * bitmap.bits.length);
  },
);

test.each(paperWidths)('on paper of %i dots no band of a ticket ends inside a line', async (dots) => {
  const bitmap = await drawSlip(ticketSlipLines(sampleSlip), dots);
  const bytesPerRow = dots / 8;
  const isBlank = (y: number) =>
    bitmap.bits.subarray(y * bytesPerRow, (y + 1) * bytesPerRow).every((byte) => byte === 0);
  let y = 0;
  for (const { rows } of picturesIn(bitmapToEscpos(bitmap))) {
    if (y > 0) expect(isBlank(y - 1) || isBlank(y)).toBe(true);
    y += rows;
  }
  expect(y).toBe(bitmap.heightDots);
});

test.each([
  ['partial', [0x1d, 0x56, 1]],
  ['full', [0x1d, 0x56, 0]],
  ['none', [0x1b, 0x64, 3]],
] as const)('a printer with the cut "%s" gets that, after its feed', (cut, end) => {
  const bitmap: Bitmap = { widthDots: 384, heightDots: 2, bits: new Uint8Array(96) };
  const bytes = bitmapToEscpos(bitmap, { rowsPerBand: 240, cut, feedLines: 3 });
  expect(Array.from(bytes.subarray(-3))).toEqual(end);
  expect(readEscpos(bytes)).toMatchObject({ ok: true, value: { fedLines: 3, cuts: cut === 'none' ? 0 : 1 } });
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
    'a picture wider than paper',
    [0x1d, 0x76, 0x30, 0, 73, 0, 1, 0, ...Array<number>(73).fill(9)],
    'the picture at byte 0 is wider than any paper',
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
