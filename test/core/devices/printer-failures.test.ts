import { writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { deviceFileLinks } from '../../../core/devices/device-file-link.ts';
import { createEscposPrinter } from '../../../core/devices/escpos-printer.ts';
import type { FailsBy } from '../../../core/devices/fake-printer.ts';
import { createFakeTcpPrinter } from '../../../core/devices/fake-tcp-printer.ts';
import { tcpLinks } from '../../../core/devices/tcp-link.ts';
import { createTcpPrinter } from '../../../core/devices/tcp-printer.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';
import { createPrinterCable } from './printer-cable.ts';

const timeouts = { connectMs: 500, answerMs: 200, silenceMs: 300, graceMs: 20, closeMs: 200 };
const clock = systemClock;
const format = { dots: 576, rowsPerBand: 240, cut: 'partial', feedLines: 4 } as const;
const bits = new Uint8Array(72 * 500).fill(0x55);
const jobOf = (mark: number) =>
  bitmapToEscpos({ widthDots: 576, heightDots: 500, bits: bits.with(0, mark).with(1, mark ^ 0xff) }, format);
const modelOf = (status: 'real-time' | 'before' | 'none') =>
  ({ status, dots: 576, rowsPerBand: 240 }) as const;
const failures: FailsBy[] = ['paper-out', 'cover-open', 'jam', 'power-cut'];

/** Each job fails at a place of its own, is mended, and the next one must come out whole and alone. */
async function mishaps(
  runs: number,
  printer: ReturnType<typeof createTcpPrinter>,
  fake: Awaited<ReturnType<typeof createFakeTcpPrinter>>,
  mend: () => Promise<void>,
) {
  let mark = 1;
  await fc.assert(
    fc.asyncProperty(
      // Beyond the end too: then nothing befalls it.
      fc.integer({ min: 0, max: Math.round(jobOf(1).length * 1.05) }),
      fc.constantFrom(...failures),
      async (count, by) => {
        const before = fake.slips().length;
        const [first, second] = [jobOf(mark++ % 250), jobOf(mark++ % 250)];
        fake.failAfterBytes(count, by);
        const outcome = await printer.print(first);
        const out = fake.slips().length - before;
        expect(out).toBeLessThanOrEqual(1);
        if (outcome.at === 'printed') expect(out).toBe(1);
        if (outcome.at === 'not-started') expect(out).toBe(0);
        await mend();
        expect(await printer.print(second)).toEqual({ at: 'printed' });
        const slips = fake.slips().slice(before);
        expect(slips).toHaveLength(out + 1);
        expect(Buffer.from(slips.at(-1) ?? []).equals(second)).toBe(true);
      },
    ),
    { numRuns: runs },
  );
}

test('wherever a network printer fails, nothing is called printed that is not, and nothing comes out later', {
  timeout: 60_000,
}, async () => {
  const fake = await createFakeTcpPrinter();
  const printer = createTcpPrinter({ host: '127.0.0.1', port: fake.port }, { clock, timeouts });
  onTestFinished(async () => {
    await printer.close();
    await fake.close();
  });
  await mishaps(40, printer, fake, () => fake.setFault('none'));
});

test('wherever a USB printer fails, nothing is called printed that is not, and nothing comes out later', {
  timeout: 60_000,
}, async () => {
  const cable = await createPrinterCable();
  const printer = createEscposPrinter(deviceFileLinks(cable.path, clock), modelOf('real-time'), {
    clock,
    timeouts,
  });
  onTestFinished(() => printer.close());
  await mishaps(12, printer, cable.fake, () => cable.setFault('none'));
});

async function openWith(status: 'before' | 'none') {
  const fake = await createFakeTcpPrinter();
  const links = tcpLinks({ host: '127.0.0.1', port: fake.port }, clock);
  const printer = createEscposPrinter(links, modelOf(status), { clock, timeouts });
  onTestFinished(async () => {
    await printer.close();
    await fake.close();
  });
  return { fake, printer };
}

test('of a printer that tells only how it is, a slip is never confirmed', async () => {
  const { fake, printer } = await openWith('before');
  expect(await printer.print(jobOf(1))).toEqual({ at: 'printed', confirmed: false });
  await fake.setFault('paper-out');
  expect(await printer.print(jobOf(2))).toEqual({ at: 'not-started', why: 'paper-out' });
  await fake.setFault('jam-midway');
  expect(await printer.print(jobOf(3))).toEqual({ at: 'uncertain', why: 'printer-error' });
  await fake.setFault('none');
  expect(await printer.print(jobOf(4))).toEqual({ at: 'printed', confirmed: false });
  expect(fake.slips()).toHaveLength(2);
});

test('of a printer that answers nothing only this is known: it was there and took the bytes', async () => {
  const got: Buffer[] = [];
  const server = createServer((socket) => socket.on('data', (chunk: Buffer) => got.push(chunk)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const links = tcpLinks({ host: '127.0.0.1', port }, clock);
  const printer = createEscposPrinter(links, modelOf('none'), { clock, timeouts });
  onTestFinished(() => printer.close());
  expect(await printer.status()).toEqual({ at: 'ready' });
  expect(got).toEqual([]);
  expect(await printer.print(jobOf(1))).toEqual({ at: 'printed', confirmed: false });
  expect(Buffer.concat(got).subarray(-jobOf(1).length).equals(jobOf(1))).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  expect(await printer.status()).toEqual({ at: 'offline' });
  expect(await printer.print(jobOf(2))).toEqual({ at: 'not-started', why: 'offline' });
});

test('a silent printer that takes no more is given up, and the slip is in doubt', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.pause();
    socket.on('error', () => {});
    sockets.push(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const links = tcpLinks(
    { host: '127.0.0.1', port: typeof address === 'object' ? (address?.port ?? 0) : 0 },
    clock,
  );
  const printer = createEscposPrinter(links, modelOf('none'), { clock, timeouts });
  // More than the network between holds.
  const outcome = await printer.print(new Uint8Array(16_000_000));
  expect(outcome).toEqual({ at: 'uncertain', why: 'no-answer' });
  await printer.close();
});

test('a path that leads to a file is no printer, and the file stays as it is', async () => {
  const folder = temporaryFolder('no-printer');
  onTestFinished(() => removeFolder(folder));
  const path = join(folder, 'notes.txt');
  writeFileSync(path, 'kept');
  const printer = createEscposPrinter(deviceFileLinks(path, clock), modelOf('none'), { clock, timeouts });
  expect(await printer.status()).toEqual({ at: 'offline' });
  expect(await printer.print(jobOf(1))).toEqual({ at: 'not-started', why: 'offline' });
});
