import { createServer } from 'node:net';
import * as fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { createFakeTcpPrinter } from '../../../core/devices/fake-tcp-printer.ts';
import { createStatusReader, type StatusEvent } from '../../../core/devices/status-bytes.ts';
import { createTcpPrinter } from '../../../core/devices/tcp-printer.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';

const timeouts = { connectMs: 300, answerMs: 150, silenceMs: 150, graceMs: 60, closeMs: 100 };
const job = bitmapToEscpos({ widthDots: 576, heightDots: 700, bits: new Uint8Array(72 * 700).fill(0xaa) });

async function setup(longTimeouts = timeouts) {
  const fake = await createFakeTcpPrinter();
  const address = { host: '127.0.0.1', port: fake.port };
  const printer = createTcpPrinter(address, { clock: systemClock, timeouts: longTimeouts });
  onTestFinished(async () => {
    await printer.close();
    await fake.close();
  });
  return { fake, printer };
}

/** A listener that treats each connection as `onConnection` says. */
async function openPort(onConnection: (socket: import('node:net').Socket) => void): Promise<number> {
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

test('a machine that accepts and then says nothing is off-line, and no byte of the slip is sent to it', async () => {
  const got: Buffer[] = [];
  const port = await openPort((socket) =>
    socket.on('data', (chunk: Buffer) => got.push(chunk)).on('error', () => {}),
  );
  const printer = createTcpPrinter({ host: '127.0.0.1', port }, { clock: systemClock, timeouts });
  expect(await printer.print(job)).toEqual({ at: 'not-started', why: 'offline' });
  expect(await printer.status()).toEqual({ at: 'offline' });
  expect(Buffer.concat(got)).toEqual(Buffer.from([0x10, 4, 2, 0x10, 4, 2]));
});

test('a printer that hangs up at once is off-line', async () => {
  const port = await openPort((socket) => socket.destroy());
  const printer = createTcpPrinter({ host: '127.0.0.1', port }, { clock: systemClock, timeouts });
  expect(await printer.print(job)).toEqual({ at: 'not-started', why: 'offline' });
});

test('power lost in the middle of a slip leaves it uncertain at once', async () => {
  const { fake, printer } = await setup({ ...timeouts, silenceMs: 10_000 });
  await fake.setFault('hang');
  const printing = printer.print(job);
  await vi.waitFor(() => expect(fake.heldBytes()).toBeGreaterThan(1000));
  fake.cutPower();
  expect(await printing).toEqual({ at: 'uncertain', why: 'connection-lost' });
});

test('a printer that takes everything in and obeys nothing gets no byte of a slip', async () => {
  const got: Buffer[] = [];
  const port = await openPort((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      got.push(chunk);
      if (chunk[0] === 0x10) socket.write(Uint8Array.of(0x12));
    });
  });
  const printer = createTcpPrinter({ host: '127.0.0.1', port }, { clock: systemClock, timeouts });
  expect(await printer.print(job)).toEqual({ at: 'not-started', why: 'error' });
  expect(Buffer.concat(got).includes(Buffer.from(job.subarray(0, 10)))).toBe(false);
});

test('a fault that is over within the grace does not make a slip uncertain', async () => {
  const { fake, printer } = await setup({ ...timeouts, graceMs: 5_000, silenceMs: 10_000 });
  await fake.setFault('jam-midway');
  const printing = printer.print(job);
  await vi.waitFor(() => expect(fake.heldBytes()).toBeGreaterThan(1000));
  await fake.setFault('none');
  expect(await printing).toEqual({ at: 'printed' });
  expect(fake.slips()).toHaveLength(1);
});

test('questions and slips take turns on one connection at a time', async () => {
  const { fake, printer } = await setup();
  const all = [printer.print(job), printer.status(), printer.print(job), printer.status()];
  expect((await Promise.all(all)).map(({ at }) => at)).toEqual(['printed', 'ready', 'printed', 'ready']);
  expect(fake.mostConnections()).toBe(1);
});

test('a printer that clears no buffers does not take the next slip for the rest of a broken one', async () => {
  // Takes the recovery's bytes as they come and knows only pictures: 10 05 and 10 14 are white dots to it.
  let received = Buffer.alloc(0);
  let isCleared = false;
  let breaksOff = true;
  const port = await openPort((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      if (chunk[0] === 0x10 && chunk[1] === 0x04) {
        socket.write(Uint8Array.of(0x12));
        return;
      }
      received = Buffer.concat([received, chunk]);
      const isMarker = received.subarray(-3).equals(Uint8Array.of(0x1d, 0x72, 1));
      if (isMarker && !isCleared) {
        // What an earlier run may have left behind is filled up and cleared before the first slip.
        isCleared = true;
        received = Buffer.alloc(0);
        socket.write(Uint8Array.of(0));
      } else if (isCleared && breaksOff && received.length > 10_000) {
        breaksOff = false;
        received = received.subarray(0, 10_000);
        socket.destroy();
      } else if (isMarker) socket.write(Uint8Array.of(0));
    });
  });
  const printer = createTcpPrinter({ host: '127.0.0.1', port }, { clock: systemClock, timeouts });
  expect((await printer.print(job)).at).toBe('uncertain');
  expect(await printer.print(job)).toEqual({ at: 'printed' });
  // 3 of GS a, 2 of the reset and 8 of the header precede the first band's 240 rows.
  const endOfBrokenPicture = 3 + 2 + 8 + 240 * 72;
  const startOfNext = received.indexOf(Buffer.from(job.subarray(0, 10)), 100);
  expect(startOfNext).toBeGreaterThanOrEqual(endOfBrokenPicture);
});

test('status bytes are told apart however they are cut and mixed', () => {
  const events: fc.Arbitrary<StatusEvent> = fc.oneof(
    fc
      .integer({ min: 0, max: 255 })
      .map((byte) => ({ kind: 'answer' as const, byte: (byte & ~0x93) | 0x12 })),
    fc.integer({ min: 0, max: 255 }).map((byte) => ({ kind: 'end-marker' as const, byte: byte & ~0x90 })),
    fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map(([first, second, third, fourth]) => ({
      kind: 'automatic' as const,
      bytes: [(first & ~0x93) | 0x10, second & ~0x90, third & ~0x90, fourth & ~0x90] as [
        number,
        number,
        number,
        number,
      ],
    })),
  );
  fc.assert(
    fc.property(fc.array(events, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (sent, size) => {
      const bytes = sent.flatMap((event) => (event.kind === 'automatic' ? event.bytes : [event.byte]));
      const read: StatusEvent[] = [];
      const reader = createStatusReader((event) => read.push(event));
      for (let at = 0; at < bytes.length; at += size) reader(Uint8Array.from(bytes.slice(at, at + size)));
      expect(read).toEqual(sent);
    }),
  );
});
