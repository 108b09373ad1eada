import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { SerialPort } from 'serialport';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { KioskView } from '../../../core/contract.ts';
import { frameLimitBytes, idleGapMs } from '../../../core/devices/frames.ts';
import type { Scan } from '../../../core/devices/scanner.ts';
import { readScannerPort } from '../../../core/devices/scanner-port.ts';
import { createSerialScanner } from '../../../core/devices/serial-scanner.ts';
import { silentLog } from '../../../core/log.ts';
import { removeFolder, startCoreProcess, stationUrl, temporaryFolder } from '../../setup/core-process.ts';
import { openScreen } from '../../setup/screen.ts';
import { createHandClock } from '../hand-clock.ts';
import { createSerialCable } from './serial-cable.ts';

const card =
  '095183990015|000000015|Đặng Đỗ Thị Diễm Phượng Quyền|19051983|Nữ|Ấp Đường Đào, Bạc Liêu|16082021';
const read = (text: string, suffix = 'line-end') => ({ at: 'text', text, suffix });

/** The real driver on a real terminal; only time is moved by hand. */
async function setup() {
  const cable = await createSerialCable();
  const clock = createHandClock();
  const scans: Scan[] = [];
  const statuses: string[] = [];
  let received = Buffer.alloc(0);
  const scanner = createSerialScanner(
    { path: cable.path, baudRate: 115_200 },
    {
      clock,
      log: silentLog,
      async createPort(options) {
        const port = new SerialPort(options);
        port.on('data', (chunk: Buffer) => (received = Buffer.concat([received, chunk])));
        return port;
      },
    },
  );
  scanner.onScan((scan) => scans.push(scan));
  scanner.onStatus(({ at }) => statuses.push(at));
  onTestFinished(() => scanner.close());
  await vi.waitFor(() => expect(scanner.status()).toEqual({ at: 'ready' }));
  /** Sends the pieces one by one, each after the one before has arrived. */
  async function send(...pieces: (string | Uint8Array)[]) {
    for (const piece of pieces) {
      const expected = received.length + Buffer.from(piece).length;
      await cable.send(piece);
      await vi.waitFor(() => expect(received.length).toBe(expected), { interval: 5 });
    }
  }
  return { cable, clock, scans, statuses, scanner, send };
}

test.each([
  ['CR', '\r', 'line-end'],
  ['LF', '\n', 'line-end'],
  ['CR LF', '\r\n', 'line-end'],
  ['Tab', '\t', 'tab'],
])('a code that ends with %s arrives once, letters whole', async (_, suffix, name) => {
  const { scans, send } = await setup();
  await send(card + suffix);
  expect(scans).toEqual([read(card, name)]);
});

test('a code without a suffix ends when nothing more comes', async () => {
  const { scans, clock, send } = await setup();
  await send(card);
  expect(scans).toEqual([]);
  clock.advance(idleGapMs);
  expect(scans).toEqual([read(card, 'none')]);
});

test('several codes in one chunk are several codes, the AIM prefix stays with its own', async () => {
  const { scans, send } = await setup();
  await send(`]Q1${card}\r\nmã hai\tmã ba\r`);
  expect(scans).toEqual([read(`]Q1${card}`), read('mã hai', 'tab'), read('mã ba')]);
});

test('wherever the bytes are cut, in the middle of a letter too, the text is the same', async () => {
  const { scans, send } = await setup();
  const bytes = Buffer.from(`${card}\r`);
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(cuts, async (at) => {
      const edges = [0, ...at.toSorted((a, b) => a - b), bytes.length];
      scans.length = 0;
      await send(...edges.slice(1).map((end, index) => bytes.subarray(edges[index], end)));
      expect(scans).toEqual([read(card)]);
    }),
    { numRuns: 20 },
  );
});

test('bytes that are not UTF-8 and a code without end are said to have come, and the next code is read', async () => {
  const { scans, send } = await setup();
  await send(Buffer.from('Nguyên', 'latin1'), '\r');
  await send('9'.repeat(frameLimitBytes + 1), '\r', 'mã sau\r');
  expect(scans).toEqual([{ at: 'not-utf8', suffix: 'line-end' }, { at: 'too-long' }, read('mã sau')]);
});

test('pulled out in the middle of a code and plugged in again: nothing is lost afterwards and nothing glued', async () => {
  const { cable, clock, scans, statuses, scanner, send } = await setup();
  await send('mã đầu\r', 'nửa ');
  await cable.unplug();
  await vi.waitFor(() => expect(scanner.status()).toEqual({ at: 'unplugged' }));
  clock.advance(20_000);
  await cable.plug();
  await vi.waitFor(() => {
    clock.advance(5_000);
    expect(scanner.status()).toEqual({ at: 'ready' });
  });
  await send('mã sau\r');
  expect(scans).toEqual([read('mã đầu'), read('mã sau')]);
  expect(statuses).toEqual(['ready', 'unplugged', 'ready']);
});

test('a kiosk with a scanner on a serial port greets the card held under it, before and after the plug was out', async () => {
  const cable = await createSerialCable();
  const folder = temporaryFolder('scanner-core');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>screens</title>');
  const core = await startCoreProcess(join(folder, 'data'), {
    MOTCUA_PAGES: folder,
    MOTCUA_SCANNER: `${cable.path}?baud=115200`,
  });
  onTestFinished(async () => {
    await core.stop();
    removeFolder(folder);
  });
  const kiosk = await openScreen<KioskView>(stationUrl(core.ready, 'kiosk'));
  const at = (name: string) => kiosk.until(({ screen }) => screen.at === name, name);

  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'agree' });
  await cable.send(`]Q1${card}\r`);
  expect((await at('greeting')).screen).toMatchObject({
    card: { fullName: 'Đặng Đỗ Thị Diễm Phượng Quyền', review: [] },
  });

  await kiosk.send({ type: 'wrong-card' });
  await cable.send(Uint8Array.of(0x4e, 0xe2, 0x6d, 0x0d));
  const refused = await kiosk.until(
    ({ screen }) => screen.at === 'scan' && screen.refused !== null,
    'a word on what is wrong',
  );
  expect(refused.screen).toEqual({ at: 'scan', refused: 'damaged' });

  await cable.unplug();
  await cable.plug();
  // The core looks again every half second or so; a person would hold the card again, too.
  await vi.waitFor(
    async () => {
      await cable.send(`${card}\r`);
      expect(kiosk.view().screen.at).toBe('greeting');
    },
    { timeout: 10_000, interval: 200 },
  );
});

test.each([
  ['/dev/ttyACM0', { path: '/dev/ttyACM0', baudRate: 9600 }],
  ['COM3', { path: 'COM3', baudRate: 9600 }],
  ['/dev/ttyS0?baud=115200', { path: '/dev/ttyS0', baudRate: 115_200 }],
  ['/dev/ttyS0?baud=fast', null],
  ['/dev/ttyS0?parity=even', null],
  ['?baud=9600', null],
])('the setting %j', (text, port) => {
  expect(readScannerPort(text)).toEqual(port);
});
