import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createFramer } from './frames.ts';
import type { Scanner, ScannerStatus } from './scanner.ts';

const baudRate = 9600;
const shortestWaitMs = 500;
const longestWaitMs = 5_000;

/**
 * A scanner on a serial port (USB-CDC). As a keyboard such scanners spoil Vietnamese letters; as a port they send
 * the bytes of the code. An unplugged scanner is looked for again until it is back.
 */
export function createSerialScanner(path: string, deps: { clock: Clock; log: Log }): Scanner {
  const { clock, log } = deps;
  const textListeners: ((text: string) => void)[] = [];
  const statusListeners: ((status: ScannerStatus) => void)[] = [];
  let status: ScannerStatus = { at: 'unplugged' };
  let waitMs = shortestWaitMs;
  let closed = false;
  let closePort: (() => Promise<void>) | null = null;
  let cancelRetry: (() => void) | null = null;
  const framer = createFramer(clock, (text) => {
    for (const listener of textListeners) listener(text);
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
    // Loaded only where a scanner is configured: start-up time counts.
    const { SerialPort } = await import('serialport');
    if (closed) return;
    const port = new SerialPort({ path, baudRate, autoOpen: false });
    port.on('data', (chunk: Buffer) => framer.push(chunk));
    port.on('error', (error) => log.warn({ reason: error.name }, 'the scanner port failed'));
    port.on('close', retry);
    port.open((error) => {
      if (error) {
        retry();
        return;
      }
      waitMs = shortestWaitMs;
      become({ at: 'ready' });
    });
    closePort = () => new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
  }
  void open();

  return {
    status: () => status,
    onText: (listener) => void textListeners.push(listener),
    onStatus: (listener) => void statusListeners.push(listener),
    async close() {
      closed = true;
      cancelRetry?.();
      await closePort?.();
    },
  };
}
