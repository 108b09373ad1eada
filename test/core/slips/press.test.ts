import { afterAll, expect, test } from 'vitest';
import { drawSlip } from '../../../core/slips/draw.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { linesOfSlip } from '../../../core/slips/lines-of-slip.ts';
import { bitmapToPng } from '../../../core/slips/png.ts';
import { createPress } from '../../../core/slips/press.ts';
import { sampleSlips } from './sample-slips.ts';

const press = createPress();
afterAll(() => press.close());
const lines = linesOfSlip(sampleSlips.receipt);

test('a screen is shown the very dots that are printed', async () => {
  const bitmap = await drawSlip(lines, 512);
  const png = Buffer.from(await bitmapToPng(bitmap)).toString('base64');
  expect(await press.preview(lines, 512)).toBe(`data:image/png;base64,${png}`);
});

test('a job is made for the width, the bands, the feed and the cut of its printer', async () => {
  const format = { dots: 384, rowsPerBand: 100, cut: 'full', feedLines: 0 } as const;
  const bytes = await press.job(lines, format);
  expect(Buffer.from(bytes).equals(bitmapToEscpos(await drawSlip(lines, 384), format))).toBe(true);
});

test('a slip that cannot be drawn says why, and the next one is drawn all the same', async () => {
  await expect(press.preview([{ kind: 'qr', content: 'Nguyễn' }], 576)).rejects.toThrow('ASCII');
  await expect(press.preview([{ kind: 'barcode', content: 'Ễ' }], 576)).rejects.toThrow('ASCII');
  expect(await press.preview(lines, 576)).toMatch(/^data:image\/png;base64,/);
});

test('slips ordered at once do not run into each other', async () => {
  const kinds = ['ticket', 'help', 'ticket', 'help'] as const;
  const drawn = await Promise.all(kinds.map((kind) => press.preview(linesOfSlip(sampleSlips[kind]), 576)));
  expect(drawn[0]).toBe(drawn[2]);
  expect(drawn[1]).toBe(drawn[3]);
  expect(drawn[0]).not.toBe(drawn[1]);
});
