import type { Scan, Scanner, ScannerStatus } from './scanner.ts';

/** The hand that holds a code under the fake scanner, or pulls its plug. */
export type FakeScannerHandle = { scan(text: string): void; unplug(): void; plug(): void };

/** Behaves as a real one: an unplugged scanner reads nothing and says so. */
export function createFakeScanner(): { scanner: Scanner; handle: FakeScannerHandle } {
  const scanListeners: ((scan: Scan) => void)[] = [];
  const statusListeners: ((status: ScannerStatus) => void)[] = [];
  let status: ScannerStatus = { at: 'ready' };

  function become(next: ScannerStatus) {
    status = next;
    for (const listener of statusListeners) listener(status);
  }

  return {
    scanner: {
      status: () => status,
      onScan: (listener) => void scanListeners.push(listener),
      onStatus: (listener) => void statusListeners.push(listener),
      close: async () => {},
    },
    handle: {
      scan(text) {
        if (status.at !== 'ready') return;
        for (const listener of scanListeners) listener({ at: 'text', text, suffix: 'line-end' });
      },
      unplug: () => become({ at: 'unplugged' }),
      plug: () => become({ at: 'ready' }),
    },
  };
}
