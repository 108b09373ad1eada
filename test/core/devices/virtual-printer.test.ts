import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bitmapToPng } from '../../../core/slips/png.ts';
import { createVirtualPrinter } from '../../../core/devices/virtual-printer.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { createHandClock } from '../hand-clock.ts';

const job = bitmapToEscpos({ widthDots: 8, heightDots: 40, bits: new Uint8Array(40).fill(0xf0) });

async function setup() {
  const parent = await mkdtemp(join(tmpdir(), 'virtual-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  const folder = join(parent, 'slips');
  const clock = createHandClock();
  return { folder, clock, ...createVirtualPrinter({ folder, clock, toPng: bitmapToPng }) };
}

test('a slip is a picture in the folder, named by time and counter alone', async () => {
  const { folder, printer, handle } = await setup();
  await printer.print(job);
  await printer.print(job);
  const names = readdirSync(folder);
  expect(names).toEqual([
    expect.stringMatching(/^2026-11-24_09-00_\d{13}_0001\.png$/),
    expect.stringMatching(/^2026-11-24_09-00_\d{13}_0002\.png$/),
  ]);
  const newest = handle.slips()[0];
  expect(newest?.title).toBe('Phiếu 2, 09:00');
  expect(newest?.png).toBe(
    `data:image/png;base64,${readFileSync(join(folder, names[1] ?? '')).toString('base64')}`,
  );
});

test('only the newest fifty are kept on disk and the newest five at hand', async () => {
  const { folder, clock, printer, handle } = await setup();
  for (let count = 0; count < 53; count++) {
    clock.advance(1000);
    await printer.print(job);
  }
  const names = readdirSync(folder);
  expect(names).toHaveLength(50);
  expect(names[0]).toMatch(/_0004\.png$/);
  expect(handle.slips().map(({ title }) => title.slice(0, 8))).toEqual(
    [53, 52, 51, 50, 49].map((n) => `Phiếu ${n}`),
  );
});

test('bytes that are no slip of ours are no slip at all', async () => {
  const { printer, handle } = await setup();
  const outcome = await printer.print(Uint8Array.of(0x1b, 0x70, 0, 50, 50));
  expect(outcome).toEqual({ at: 'uncertain', why: 'unknown command at byte 0: 1b 70 00 32' });
  expect(handle.slips()).toEqual([]);
});

test('a folder that cannot be written to leaves the slip uncertain', async () => {
  const { folder, printer } = await setup();
  await writeFile(folder, 'a file stands in the way');
  expect(await printer.print(job)).toMatchObject({ at: 'uncertain' });
});

test('faults and slips are told to whoever listens, until they stop', async () => {
  const { printer, handle } = await setup();
  const seen: string[] = [];
  const stop = handle.onChange(() => seen.push(`${handle.fault()} ${handle.slips().length}`));
  handle.setFault('paper-low');
  await printer.print(job);
  stop();
  handle.setFault('none');
  expect(seen).toEqual(['paper-low 0', 'paper-low 1']);
});
