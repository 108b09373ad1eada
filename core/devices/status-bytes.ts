import type { PrinterStatus } from '../contract.ts';

/** What the printer sends back on the socket of the job. */
export type StatusEvent =
  | { kind: 'answer'; byte: number }
  | { kind: 'automatic'; bytes: [number, number, number, number] }
  | { kind: 'end-marker'; byte: number };

/**
 * Tells the three kinds of status bytes apart by their fixed bits: they come mixed, since the automatic status
 * arrives whenever something changes. Chunks may be cut anywhere.
 */
export function createStatusReader(onEvent: (event: StatusEvent) => void): (chunk: Uint8Array) => void {
  let automatic: number[] = [];
  return (chunk) => {
    for (const byte of chunk) {
      if (automatic.length > 0) {
        automatic.push(byte);
        const [first = 0, second = 0, third = 0, fourth] = automatic;
        if (fourth === undefined) continue;
        automatic = [];
        onEvent({ kind: 'automatic', bytes: [first, second, third, fourth] });
      } else if ((byte & 0x93) === 0x10) automatic = [byte];
      else if ((byte & 0x93) === 0x12) onEvent({ kind: 'answer', byte });
      else if ((byte & 0x90) === 0) onEvent({ kind: 'end-marker', byte });
      // The rest is XON and XOFF of a serial line behind the network.
    }
  };
}

/** The answers to DLE EOT 2 (causes), 4 (paper) and 1 (printer); `null` where none came. */
export function statusOfAnswers(cause: number, paper: number, printer: number): PrinterStatus {
  if (cause & 0x04) return { at: 'cover-open' };
  if (cause & 0x20 || paper & 0x60) return { at: 'paper-out' };
  if (cause & 0x40) return { at: 'error', detail: 'printer-error' };
  if (printer & 0x08) return { at: 'offline' };
  return paper & 0x0c ? { at: 'paper-low' } : { at: 'ready' };
}

/** Why printing has stopped, or `null` while it goes on. Paper that is merely low goes on. */
export function faultOfAutomatic([printer, errors, paper]: [number, number, number, number]): string | null {
  if (printer & 0x20) return 'cover-open';
  if (paper & 0x0c) return 'paper-out';
  if (errors & 0x2c) return 'printer-error';
  return printer & 0x08 ? 'offline' : null;
}

/** The answer to DLE EOT 3: what kind of error it is. */
export function nameOfError(causes: number): string {
  if (causes & 0x08) return 'cutter';
  if (causes & 0x20) return 'unrecoverable';
  // It goes on by itself: mostly a head that has become too hot.
  return causes & 0x40 ? 'recovers-by-itself' : 'printer-error';
}
