import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import type { DockFault, PrinterStatus } from '../../../core/contract.ts';
import { deviceFileLinks } from '../../../core/devices/device-file-link.ts';
import { createEscposPrinter } from '../../../core/devices/escpos-printer.ts';
import { createFakeTcpPrinter, type FakeTcpPrinter } from '../../../core/devices/fake-tcp-printer.ts';
import type { Printer, PrintOutcome } from '../../../core/devices/printer.ts';
import { serialLinks } from '../../../core/devices/serial-link.ts';
import { createTcpPrinter } from '../../../core/devices/tcp-printer.ts';
import { createVirtualPrinter } from '../../../core/devices/virtual-printer.ts';
import type { Bitmap } from '../../../core/slips/bitmap.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { bitmapToPng } from '../../../core/slips/png.ts';
import { readEscpos } from '../../../core/slips/read-escpos.ts';
import { createPrinterCable } from './printer-cable.ts';

type Bench = {
  printer: Printer;
  setFault(fault: DockFault): Promise<void>;
  slips(): Promise<string[]>;
  torn(): number;
};

/** A slip that differs from the others in its first row. */
function slip(mark: number): Bitmap {
  const bits = new Uint8Array(72 * 700).fill(0x55);
  bits.fill(mark, 0, 72);
  return { widthDots: 576, heightDots: 700, bits };
}
const job = (mark: number) => bitmapToEscpos(slip(mark));
const picture = async (bitmap: Bitmap) => Buffer.from(await bitmapToPng(bitmap)).toString('base64');

const timeouts = { connectMs: 500, answerMs: 300, silenceMs: 500, graceMs: 60, closeMs: 300 };
const model = { status: 'real-time', dots: 576, rowsPerBand: 240 } as const;

async function benchOf(
  printer: Printer,
  fake: FakeTcpPrinter,
  setFault: (fault: DockFault) => Promise<void>,
): Promise<Bench> {
  onTestFinished(() => printer.close());
  return {
    printer,
    setFault,
    torn: () => fake.tornSlips(),
    slips: () =>
      Promise.all(
        fake.slips().map((bytes) => {
          const paper = readEscpos(bytes);
          if (!paper.ok) throw new Error(paper.error);
          return picture(paper.value.bitmap);
        }),
      ),
  };
}

async function tcpBench(): Promise<Bench> {
  const fake = await createFakeTcpPrinter();
  onTestFinished(() => fake.close());
  const printer = createTcpPrinter({ host: '127.0.0.1', port: fake.port }, { clock: systemClock, timeouts });
  return benchOf(printer, fake, (fault) => fake.setFault(fault));
}

async function usbBench(): Promise<Bench> {
  const cable = await createPrinterCable();
  const deps = { clock: systemClock, timeouts };
  const printer = createEscposPrinter(deviceFileLinks(cable.path, systemClock), model, deps);
  return benchOf(printer, cable.fake, (fault) => cable.setFault(fault));
}

async function serialBench(): Promise<Bench> {
  const cable = await createPrinterCable();
  const port = { path: cable.path, baudRate: 115_200 };
  const deps = { clock: systemClock, timeouts };
  const printer = createEscposPrinter(serialLinks(port, systemClock), model, deps);
  return benchOf(printer, cable.fake, (fault) => cable.setFault(fault));
}

const isTorn = ({ title }: { title: string }) => title.includes('in dở');

async function virtualBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'slips-'));
  const { printer, handle } = createVirtualPrinter({
    folder,
    clock: systemClock,
    toPng: bitmapToPng,
    hangMs: 100,
    slowMs: 100,
  });
  onTestFinished(async () => {
    await printer.close();
    await rm(folder, { recursive: true });
  });
  return {
    printer,
    setFault: async (fault) => handle.setFault(fault),
    torn: () => handle.slips().filter(isTorn).length,
    slips: async () =>
      handle
        .slips()
        .filter((printed) => !isTorn(printed))
        .map(({ png }) => png.slice('data:image/png;base64,'.length))
        .toReversed(),
  };
}

const benches = [
  { name: 'the network printer', open: tcpBench },
  { name: 'the USB printer', open: usbBench },
  { name: 'the serial printer', open: serialBench },
  { name: 'the virtual printer', open: virtualBench },
];

test.each(benches)('$name prints slips in the order they came, dot for dot', async ({ open }) => {
  const bench = await open();
  const outcomes = await Promise.all([1, 2, 3].map((mark) => bench.printer.print(job(mark))));
  expect(outcomes).toEqual([{ at: 'printed' }, { at: 'printed' }, { at: 'printed' }]);
  expect(await bench.slips()).toEqual(await Promise.all([1, 2, 3].map((mark) => picture(slip(mark)))));
});

const faults: { fault: DockFault; status: PrinterStatus; outcome: PrintOutcome; slips: number }[] = [
  { fault: 'none', status: { at: 'ready' }, outcome: { at: 'printed' }, slips: 1 },
  { fault: 'paper-low', status: { at: 'paper-low' }, outcome: { at: 'printed' }, slips: 1 },
  {
    fault: 'paper-out',
    status: { at: 'paper-out' },
    outcome: { at: 'not-started', why: 'paper-out' },
    slips: 0,
  },
  {
    fault: 'cover-open',
    status: { at: 'cover-open' },
    outcome: { at: 'not-started', why: 'cover-open' },
    slips: 0,
  },
  { fault: 'offline', status: { at: 'offline' }, outcome: { at: 'not-started', why: 'offline' }, slips: 0 },
  {
    fault: 'error',
    status: { at: 'error', detail: 'unrecoverable' },
    outcome: { at: 'not-started', why: 'error' },
    slips: 0,
  },
  {
    fault: 'jam-midway',
    status: { at: 'ready' },
    outcome: { at: 'uncertain', why: 'printer-error' },
    slips: 0,
  },
  { fault: 'hang', status: { at: 'ready' }, outcome: { at: 'uncertain', why: 'no-answer' }, slips: 0 },
  { fault: 'slow', status: { at: 'ready' }, outcome: { at: 'printed' }, slips: 1 },
  {
    fault: 'power-cut',
    status: { at: 'ready' },
    outcome: { at: 'uncertain', why: 'connection-lost' },
    slips: 0,
  },
];

test.each(benches.flatMap(({ name, open }) => faults.map((row) => ({ ...row, name, open }))))(
  '$name with $fault says so, gives the right verdict, and prints the next slip once it is mended',
  async ({ open, fault, status, outcome, slips }) => {
    const bench = await open();
    await bench.setFault(fault);
    expect(await bench.printer.status()).toEqual(status);
    expect(await bench.printer.print(job(1))).toEqual(outcome);
    expect(await bench.slips()).toHaveLength(slips);
    expect(bench.torn()).toBe(fault === 'jam-midway' || fault === 'power-cut' ? 1 : 0);

    await bench.setFault('none');
    expect(await bench.printer.print(job(2))).toEqual({ at: 'printed' });
    // The old slip must not come out behind our back, nor eat the new one.
    const printed = await bench.slips();
    expect(printed).toHaveLength(slips + 1);
    expect(printed.at(-1)).toBe(await picture(slip(2)));
  },
);

test.each(benches)('$name that has jammed says so until it is mended', async ({ open }) => {
  const bench = await open();
  await bench.setFault('jam-midway');
  await bench.printer.print(job(1));
  expect(await bench.printer.status()).toMatchObject({ at: 'error' });
  expect(await bench.printer.print(job(2))).toEqual({ at: 'not-started', why: 'error' });
  await bench.setFault('none');
  expect(await bench.printer.status()).toEqual({ at: 'ready' });
});

test.each(benches)('$name that is closed lets nobody wait', async ({ open }) => {
  const bench = await open();
  await bench.setFault('hang');
  const printing = bench.printer.print(job(1));
  await bench.printer.close();
  expect((await printing).at).toBe('not-started');
});
