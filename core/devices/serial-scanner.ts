import type { SerialPort, SerialPortMock } from 'serialport';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createFramer } from './frames.ts';
import type { Scan, Scanner, ScannerStatus } from './scanner.ts';
import type { ScannerPort } from './scanner-port.ts';

type SerialStream = SerialPort | SerialPortMock;
export type CreatePort = (options: {
  path: string;
  baudRate: number;
  autoOpen: false;
}) => Promise<SerialStream>;

/** Loaded only where a scanner is configured: start-up time counts. */
const createSerialPort: CreatePort = async (options) => {
  const serialport = await import('serialport');
  return new serialport.SerialPort(options);
};

const shortestWaitMs = 500;
const longestWaitMs = 5_000;

/**
 * A scanner on a serial port (USB-CDC). As a keyboard such scanners spoil Vietnamese letters; as a port they send
 * the bytes of the code. An unplugged scanner is looked for again until it is back.
 */
export function createSerialScanner(
  { path, baudRate }: ScannerPort,
  deps: { clock: Clock; log: Log; createPort?: CreatePort },
): Scanner {
  const { clock, log, createPort = createSerialPort } = deps;
  const scanListeners: ((scan: Scan) => void)[] = [];
  const statusListeners: ((status: ScannerStatus) => void)[] = [];
  let status: ScannerStatus = { at: 'unplugged' };
  let waitMs = shortestWaitMs;
  let closed = false;
  let closePort: (() => Promise<void>) | null = null;
  let cancelRetry: (() => void) | null = null;
  const framer = createFramer(clock, (scan) => {
    if (scan.at !== 'text') log.warn({ scan: scan.at }, 'the scanner sent what is not a text');
    for (const listener of scanListeners) listener(scan);
  });

  function become(next: ScannerStatus) {
    if (next.at === status.at) return;
    status = next;
    log.info({ scanner: status.at }, 'scanner');
    for (const listener of statusListeners) listener(status);
  }

  function retry() {
    if (closed) return;
    become({ at: 'unplugged' });
    framer.drop();
    cancelRetry?.();
    cancelRetry = clock.after(waitMs, () => void open());
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }

  async function open(): Promise<void> {
    let port: SerialStream;
    try {
      port = await createPort({ path, baudRate, autoOpen: false });
    } catch (error) {
      // The driver itself does not load: no plug will help.
      log.error({ error }, 'the scanner port cannot be used');
      become({ at: 'error', detail: 'no-driver' });
      return;
    }
    if (closed) return;
    port.on('data', (chunk: Buffer) => framer.push(chunk));
    port.on('error', (error) => log.warn({ reason: error.name }, 'the scanner port failed'));
    port.on('close', retry);
    closePort = () => new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
    port.open((error) => {
      if (closed) {
        void closePort?.();
      } else if (error) retry();
      else {
        waitMs = shortestWaitMs;
        become({ at: 'ready' });
      }
    });
  }
  void open();

  return {
    status: () => status,
    onScan: (listener) => void scanListeners.push(listener),
    onStatus: (listener) => void statusListeners.push(listener),
    async close() {
      closed = true;
      cancelRetry?.();
      await closePort?.();
    },
  };
}
