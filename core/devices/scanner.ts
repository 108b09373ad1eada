import type { ScanSuffix } from '../contract.ts';

/**
 * One code as it arrived. The text is as the code holds it, without the suffix. What cannot be a text is said too: a scanner
 * that is set up wrongly must not look like one that is not there.
 */
export type Scan =
  | { at: 'text'; text: string; suffix: ScanSuffix }
  | { at: 'not-utf8'; suffix: ScanSuffix }
  | { at: 'too-long' };

/** A desk scanner: sends each code held under it. */
export type ScannerStatus = { at: 'ready' } | { at: 'unplugged' } | { at: 'error'; detail: string };
export type Scanner = {
  status(): ScannerStatus;
  /** One call for each code. */
  onScan(listener: (scan: Scan) => void): void;
  onStatus(listener: (status: ScannerStatus) => void): void;
  close(): Promise<void>;
};
