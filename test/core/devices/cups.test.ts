import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { createCupsQueue } from '../../../core/devices/cups-queue.ts';
import { createFakeTcpPrinter } from '../../../core/devices/fake-tcp-printer.ts';
import { findPrinters } from '../../../core/devices/find-printers.ts';
import { createSpooledPrinter } from '../../../core/devices/spooled-printer.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { startCups } from './cups-server.ts';

const format = { dots: 576, rowsPerBand: 240, cut: 'partial', feedLines: 4 } as const;
const bitmap = { widthDots: 576, heightDots: 700, bits: new Uint8Array(72 * 700).fill(0x55) };
const job = bitmapToEscpos(bitmap, format);
const timeouts = { lookMs: 100, ageMs: 3_000, cancelMs: 5_000 };
const slow = 40_000;

async function setup() {
  const fake = await createFakeTcpPrinter();
  onTestFinished(() => fake.close());
  const cups = await startCups(fake.port);
  const open = (queue = 'PHIEU') =>
    createSpooledPrinter(createCupsQueue(queue, cups.run), { clock: systemClock, timeouts });
  return { fake, cups, open, printer: open() };
}

test('a slip through a queue comes out byte by byte, and nobody says that it did', {
  timeout: slow,
}, async () => {
  const { fake, cups, printer } = await setup();
  expect(await printer.status()).toEqual({ at: 'ready' });
  expect(await printer.print(job)).toEqual({ at: 'printed', confirmed: false });
  expect(fake.slips().map((slip) => Buffer.from(slip).equals(job))).toEqual([true]);
  const found = await findPrinters({
    clock: systemClock,
    ownAddresses: () => [],
    serialPorts: async () => [],
    usbFolder: '/nowhere',
    run: cups.run,
  });
  expect(found).toEqual([{ address: 'cups://PHIEU', what: 'queue' }]);
});

test('a slip for a printer that is off is taken back, and nothing comes out when it is on again', {
  timeout: slow,
}, async () => {
  const { fake, cups, printer } = await setup();
  await fake.setFault('offline');
  expect(await printer.print(job)).toEqual({ at: 'not-started', why: 'offline' });
  await fake.setFault('none');
  expect((await cups.run('lpstat', ['-o', 'PHIEU'])).out).toBe('');
  expect(await printer.print(job)).toEqual({ at: 'printed', confirmed: false });
  expect(fake.slips()).toHaveLength(1);
});

test('what an earlier run left in the queue is taken out before anything is printed', {
  timeout: slow,
}, async () => {
  const { fake, cups, open } = await setup();
  await fake.setFault('offline');
  await cups.run('lp', ['-d', 'PHIEU', '-o', 'raw', '--', '-'], Buffer.from(job));
  const left = async () => (await cups.run('lpstat', ['-o', 'PHIEU'])).out;
  expect(await left()).toContain('PHIEU-1');
  const printer = open();
  await printer.status();
  await vi.waitFor(async () => expect(await left()).toBe(''), { timeout: 10_000 });
  await fake.setFault('none');
  expect(await printer.print(job)).toEqual({ at: 'printed', confirmed: false });
  expect(fake.slips()).toHaveLength(1);
});

test('a slip that went out and was never taken to its end is uncertain', { timeout: slow }, async () => {
  const sockets: Socket[] = [];
  // Takes the bytes and never closes its side, as a printer does that stands still.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.push(socket);
    socket.on('data', () => {}).on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const cups = await startCups(typeof address === 'object' ? (address?.port ?? 0) : 0);
  const queue = createCupsQueue('PHIEU', cups.run);
  const printer = createSpooledPrinter(queue, { clock: systemClock, timeouts });
  expect(await printer.print(job)).toEqual({ at: 'uncertain', why: 'no-answer' });
});

test('a queue that was stopped or is not there is off-line and gets nothing', { timeout: slow }, async () => {
  const { fake, cups, printer, open } = await setup();
  await cups.run('cupsdisable', ['PHIEU']);
  expect(await printer.print(job)).toEqual({ at: 'not-started', why: 'offline' });
  expect(await open('KHAC').print(job)).toEqual({ at: 'not-started', why: 'offline' });
  expect(fake.slips()).toHaveLength(0);
});
