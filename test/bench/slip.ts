import thermal from 'node-thermal-printer';
import { transform } from 'receiptline';
import { paperWidths, type PaperWidth } from '../../core/slips/bitmap.ts';
import { drawSlip } from '../../core/slips/draw.ts';
import { bitmapToEscpos } from '../../core/slips/escpos.ts';
import { linesOfSlip } from '../../core/slips/lines-of-slip.ts';
import { bitmapToPng } from '../../core/slips/png.ts';
import { sampleSlips } from '../core/slips/sample-slips.ts';
import { wordsOfLines } from '../core/slips/words-of-lines.ts';
import { type BenchReport, round, summary, timedMs } from './figures.ts';
import { benchTap } from './slip-tap.ts';

const runs = 200;
const targetMs = 15;
const targetShare = 0.6;

/**
 * A queue slip from its fields to the bytes for a printer, beside what others make of the same slip in the same run: of its
 * words (which no code page of theirs holds) and of its picture.
 */
export async function bench(): Promise<BenchReport> {
  const lines = linesOfSlip(sampleSlips.ticket);
  const firstMs = await timedMs(() => ourJob(576));
  const picture = await drawSlip(lines, 576);
  const png = Buffer.from(await bitmapToPng(picture));
  const makers: [string, () => Promise<Uint8Array> | Uint8Array][] = [
    ...paperWidths.map((dots): [string, () => Promise<Uint8Array>] => [
      `ours, ${dots} dots`,
      () => ourJob(dots),
    ]),
    ['node-thermal-printer, words', () => thermalWords(wordsOfLines(lines))],
    ['node-thermal-printer, picture of 576', () => thermalPicture(png)],
    ['receiptline, words', () => receiptline(wordsOfLines(lines))],
    ['receiptline, picture of 576', () => receiptline(`{image:${png.toString('base64')}}`)],
  ];
  const samples = makers.map(([what, make]) => ({ what, make, ms: [] as number[], bytes: 0 }));
  // In turns, so that a slow moment of the machine falls on all of them.
  for (let turn = 0; turn < runs; turn++) {
    for (const each of samples) {
      each.ms.push(await timedMs(async () => (each.bytes = (await each.make()).length)));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const shares = await Promise.all(paperWidths.map(shareOfFullPicture));
  const ours = samples.slice(0, paperWidths.length);
  const pictureMs = Math.min(
    ...samples.filter(({ what }) => what.includes('picture')).map(({ ms }) => summary(ms).p50),
  );
  const tap = await benchTap();
  const slowest = Math.max(...ours.map(({ ms }) => summary(ms).p50));
  return {
    rows: [...samples.map(({ what, ms, bytes }) => ({ what, ...summary(ms), bytes })), ...tap.rows],
    result: {
      firstMs: round(firstMs),
      ours: ours.map(({ ms, bytes }, index) => ({
        dots: paperWidths[index],
        ...summary(ms),
        bytes,
        share: shares[index],
      })),
      others: samples.slice(ours.length).map(({ what, ms, bytes }) => ({ what, ...summary(ms), bytes })),
      timesFasterThanPictures: round(pictureMs / summary(ours[0]?.ms ?? []).p50),
      targetMs,
      targetShare,
      tap: tap.result,
      met: slowest <= targetMs && Math.max(...shares) <= targetShare && tap.result.met,
    },
  };
}

async function ourJob(dots: PaperWidth): Promise<Uint8Array> {
  return bitmapToEscpos(await drawSlip(linesOfSlip(sampleSlips.ticket), dots));
}

/** Our bytes as a share of the same picture sent whole, in bands of 240 rows. */
async function shareOfFullPicture(dots: PaperWidth): Promise<number> {
  const { bits, heightDots } = await drawSlip(linesOfSlip(sampleSlips.ticket), dots);
  const others = 2 + 3 + 3;
  return round((await ourJob(dots)).length / (bits.length + 8 * Math.ceil(heightDots / 240) + others));
}

function thermalPrinter() {
  return new thermal.ThermalPrinter({
    type: thermal.types.EPSON,
    // @ts-expect-error its types know addresses only; an object keeps it off the network
    interface: { execute: () => {}, isPrinterConnected: () => {} },
    characterSet: thermal.characterSet.TCVN_VIETNAMESE,
  });
}

function thermalWords(words: string): Uint8Array {
  const printer = thermalPrinter();
  for (const line of words.split('\n')) printer.println(line);
  printer.printQR(sampleSlips.ticket.statusCode ?? '');
  printer.partialCut();
  return printer.getBuffer();
}

async function thermalPicture(png: Buffer): Promise<Uint8Array> {
  const printer = thermalPrinter();
  await printer.printImageBuffer(png);
  printer.partialCut();
  return printer.getBuffer();
}

function receiptline(text: string): Uint8Array {
  return Buffer.from(
    transform(text, { command: 'escpos', cpl: 48, encoding: 'cp1252', cutting: true }),
    'latin1',
  );
}
