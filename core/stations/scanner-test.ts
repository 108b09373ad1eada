import { isTestCard } from '../card/test-card.ts';
import type { Clock } from '../clock.ts';
import type { PortArrival } from '../contract.ts';
import type { Scan } from '../devices/scanner.ts';

/** What the serial scanner sent, as far as an administrator may know it: all of the test card, and nothing of any other. */
export function createScannerTest(clock: Clock) {
  let isOn = false;
  let arrived: PortArrival | null = null;
  let unreadableAt: number | null = null;

  return {
    isOn: () => isOn,
    arrived: () => arrived,
    /** When bytes last came that are no text. */
    unreadableAt: () => unreadableAt,
    begin() {
      isOn = true;
      arrived = null;
    },
    end() {
      isOn = false;
      arrived = null;
    },
    /** Whether the scan was meant for the test, and so for no citizen's screen. */
    scanned(scan: Scan): boolean {
      const at = clock.now();
      if (scan.at === 'not-utf8') unreadableAt = at;
      if (!isOn) return false;
      const isTest = scan.at === 'text' && isTestCard(scan.text);
      const what = scan.at === 'text' && !isTest ? { at: 'another-card' as const } : scan;
      arrived = { n: (arrived?.n ?? 0) + 1, at, what };
      return isTest;
    },
  };
}
