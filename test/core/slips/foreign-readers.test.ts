import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import { type Bitmap, type PaperWidth, paperWidths } from '../../../core/slips/bitmap.ts';
import { drawSlip } from '../../../core/slips/draw.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { linesOfSlip } from '../../../core/slips/lines-of-slip.ts';
import { bitmapToPng } from '../../../core/slips/png.ts';
import type { SlipKind } from '../../../core/slips/slip.ts';
import { readJob } from '../../oracle/read-job.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';
import { differingDots } from './dots.ts';
import { sampleSlips, slipKinds } from './sample-slips.ts';
import { wordsOfLines } from './words-of-lines.ts';

// Programs nobody here wrote: what they cannot read, a printer or a phone may not be able to either.

const folder = temporaryFolder('readers');
afterAll(() => removeFolder(folder));

const everySlip = slipKinds.flatMap((kind) => paperWidths.map((dots) => ({ kind, dots })));

test.each(everySlip)(
  'an interpreter prints the $kind slip of $dots dots as we drew it',
  async ({ kind, dots }) => {
    const bitmap = await drawSlip(linesOfSlip(sampleSlips[kind], { times: 1, at: 0 }), dots);
    const { commands, kinds, bitmap: printed } = await readJob(bitmapToEscpos(bitmap), dots);
    // One dot is given for each run of bytes that would have been a real-time command.
    expect(differingDots(printed, bitmap)).toBeLessThanOrEqual(2);
    expect(new Set(kinds)).toEqual(new Set(['raster']));
    expect([...new Set(commands)].toSorted()).toEqual(['ESC @', 'ESC d', 'GS V', 'GS v0']);
  },
);

const codes: { kind: SlipKind; dots: PaperWidth; read: string[] }[] = paperWidths.flatMap((dots) => [
  { kind: 'ticket' as const, dots, read: ['QR-Code:https://motcua.example/s/Kx7fQ2mZ9'] },
  { kind: 'preparation' as const, dots, read: ['QR-Code:https://motcua.example/c/7Hq2ZpX4'] },
  { kind: 'test' as const, dots, read: ['QR-Code:MC1:print-test'] },
  {
    kind: 'receipt' as const,
    dots,
    // Bars of one dot are too thin for scanners: on 58 mm the QR code says it alone.
    read: [...(dots === 384 ? [] : ['CODE-128:H12.242-261124-0042']), 'QR-Code:H12.242-261124-0042'],
  },
]);

test.each(codes)('zbar reads the codes of the $kind slip of $dots dots', async ({ kind, dots, read }) => {
  const bitmap = await drawSlip(linesOfSlip(sampleSlips[kind]), dots);
  const found = run('zbarimg', ['--quiet', await pngFile(bitmap, `codes-${kind}-${dots}`)]);
  expect(found.trim().split('\n').toSorted()).toEqual(read);
});

test.each(everySlip.filter(({ kind, dots }) => dots === 384 || kind === 'ticket'))(
  'tesseract reads the Vietnamese of the $kind slip of $dots dots',
  async ({ kind, dots }) => {
    // What is not Vietnamese prose: rows of letters, digits as tall as a thumb, Khmer, white on black.
    const lines = linesOfSlip(sampleSlips[kind]).filter(
      ({ kind: of }) => !['giant', 'bar', 'ruler'].includes(of),
    );
    const bitmap = await drawSlip(lines, dots);
    const file = await pngFile(bitmap, `text-${kind}-${dots}`, 2);
    const read = new Set(wordsIn(run('tesseract', [file, 'stdout', '-l', 'vie', '--psm', '4'])));
    const said = wordsIn(wordsOfLines(lines)).filter(isProse);
    const missed = said.filter((word) => !read.has(word));
    expect(missed.length / said.length, `missed: ${missed.join(' ')}`).toBeLessThan(0.1);
  },
  60_000,
);

/** Neither Khmer nor the rows of vowels of the test slip. */
const isProse = (word: string) =>
  !/\p{Script=Khmer}/u.test(word) && !/[aeiouyơư]{4}/i.test(word.normalize('NFD').replace(/\p{M}/gu, ''));
const wordsIn = (text: string) => text.normalize('NFC').match(/[\p{L}\p{M}\d]+/gu) ?? [];

async function pngFile(bitmap: Bitmap, name: string, scale = 1): Promise<string> {
  const image = await loadImage(await bitmapToPng(bitmap));
  const canvas = createCanvas(image.width * scale, image.height * scale);
  const context = canvas.getContext('2d');
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const file = join(folder, `${name}.png`);
  writeFileSync(file, canvas.toBuffer('image/png'));
  return file;
}

// Several of these tests at once are faster than one with several threads.
const oneThread = { ...process.env, OMP_THREAD_LIMIT: '1' };

function run(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: oneThread,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(
        `These tests need ${program}: npm test installs it, or: apt-get install zbar-tools tesseract-ocr tesseract-ocr-vie`,
        { cause: error },
      );
    throw error;
  }
}
