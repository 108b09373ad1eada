import type { PrinterStatus } from '../contract.ts';

/**
 * `printed`: the job left the printer's buffer without a fault; whether the citizen has the paper, nobody can tell.
 * With `confirmed: false` even that nobody said: the bytes were all taken, by a printer that answers nothing or by a queue.
 * `not-started`: surely nothing came out, so the same job may be sent again soon.
 * `uncertain`: some or all of it may be out. It is never sent again without a person's word.
 */
export type PrintOutcome =
  | { at: 'printed'; confirmed?: false }
  | { at: 'not-started'; why: PrinterStatus['at'] }
  | { at: 'uncertain'; why: string };

/** Calls wait for each other; none of them rejects. */
export type Printer = {
  status(): Promise<PrinterStatus>;
  /** `job` is ESC/POS, complete with its cut. */
  print(job: Uint8Array): Promise<PrintOutcome>;
  close(): Promise<void>;
};
