import { SerialPortMock } from 'serialport';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createFakeScanner } from '../../../core/devices/fake-scanner.ts';
import { createSerialScanner } from '../../../core/devices/serial-scanner.ts';
import { silentLog } from '../../../core/log.ts';
import { createHandClock } from '../hand-clock.ts';

const path = '/dev/motcua-test';
const baudRate = 9600;

/** The serial port package with its own stand-in for the system's ports. */
function setup() {
  const hand = createHandClock();
  const waitsMs: number[] = [];
  const clock = {
    ...hand,
    after(delayMs: number, callback: () => void) {
      waitsMs.push(delayMs);
      return hand.after(delayMs, callback);
    },
  };
  const ports: SerialPortMock[] = [];
  const texts: string[] = [];
  const statuses: string[] = [];
  const scanner = createSerialScanner(
    { path, baudRate },
    {
      clock,
      log: silentLog,
      async createPort(options) {
        const port = new SerialPortMock(options);
        ports.push(port);
        return port;
      },
    },
  );
  scanner.onScan((scan) => texts.push(scan.at === 'text' ? scan.text : scan.at));
  scanner.onStatus(({ at }) => statuses.push(at));
  onTestFinished(async () => {
    await scanner.close();
    SerialPortMock.binding.reset();
  });
  return { clock, waitsMs, ports, texts, statuses, scanner };
}

test('a serial scanner gives each code once, letters whole', async () => {
  SerialPortMock.binding.createPort(path);
  const { ports, texts, scanner } = setup();
  await vi.waitFor(() => expect(scanner.status()).toEqual({ at: 'ready' }));
  ports[0]?.port?.emitData(Buffer.from('079085990001||Trần Văn Mẫu\r\nmã khác\t'));
  await vi.waitFor(() => expect(texts).toEqual(['079085990001||Trần Văn Mẫu', 'mã khác']));
});

test('an absent scanner is looked for again, ever more slowly, until it is there', async () => {
  const { clock, waitsMs, statuses, scanner } = setup();
  const expected = [500, 1000, 2000, 4000, 5000, 5000];
  for (const [attempt, waitMs] of expected.entries()) {
    await vi.waitFor(() => expect(waitsMs).toHaveLength(attempt + 1));
    if (attempt < expected.length - 1) clock.advance(waitMs);
  }
  expect(waitsMs).toEqual(expected);
  expect(scanner.status()).toEqual({ at: 'unplugged' });
  SerialPortMock.binding.createPort(path);
  clock.advance(5000);
  await vi.waitFor(() => expect(statuses).toEqual(['ready']));
});

test('an unplugged scanner says so, forgets its half code, and is back when plugged in', async () => {
  SerialPortMock.binding.createPort(path);
  const { clock, ports, texts, statuses, scanner } = setup();
  await vi.waitFor(() => expect(scanner.status()).toEqual({ at: 'ready' }));
  const read = vi.fn<(chunk: Buffer) => void>();
  ports[0]?.on('data', read);
  ports[0]?.port?.emitData(Buffer.from('nửa mã'));
  await vi.waitFor(() => expect(read).toHaveBeenCalled());
  ports[0]?.close();
  await vi.waitFor(() => expect(scanner.status()).toEqual({ at: 'unplugged' }));
  await vi.waitFor(() => {
    clock.advance(500);
    expect(scanner.status()).toEqual({ at: 'ready' });
  });
  ports.at(-1)?.port?.emitData(Buffer.from('cả mã\r'));
  await vi.waitFor(() => expect(texts).toEqual(['cả mã']));
  expect(statuses).toEqual(['ready', 'unplugged', 'ready']);
});

test('a driver that does not load is an error and no crash', async () => {
  const scanner = createSerialScanner(
    { path, baudRate },
    {
      clock: createHandClock(),
      log: silentLog,
      createPort: () => Promise.reject(new Error('no binary for this machine')),
    },
  );
  await vi.waitFor(() => expect(scanner.status()).toEqual({ at: 'error', detail: 'no-driver' }));
  await scanner.close();
});

test('the fake scanner reads nothing while it is unplugged', () => {
  const { scanner, handle } = createFakeScanner();
  const texts: string[] = [];
  scanner.onScan((scan) => texts.push(scan.at === 'text' ? scan.text : scan.at));
  handle.unplug();
  handle.scan('một');
  expect(scanner.status()).toEqual({ at: 'unplugged' });
  handle.plug();
  handle.scan('hai');
  expect(texts).toEqual(['hai']);
});
