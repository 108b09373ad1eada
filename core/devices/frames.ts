import type { Clock } from '../clock.ts';
import type { ScanSuffix } from '../contract.ts';
import type { Scan } from './scanner.ts';

/** A scanner without a suffix just stops sending: this long a pause ends a code. */
export const idleGapMs = 60;
/** Twice what the longest identity card needs; more than this is not a card. */
export const frameLimitBytes = 4096;

export type Framer = {
  push(bytes: Uint8Array): void;
  /** Ends the code that is held. */
  flush(): void;
  /** Forgets what is held: the rest of it will not come. */
  drop(): void;
};

const suffixes: ReadonlyMap<number, ScanSuffix> = new Map([
  [13, 'line-end'],
  [10, 'line-end'],
  [9, 'tab'],
]);

/**
 * Cuts a stream of bytes, in whatever chunks it comes, into single codes. A code ends with CR, LF, CR LF or Tab, or with a
 * pause. Of bytes that are not UTF-8, and of codes that are too long, nothing is given on but that they came: half a code is
 * worse than none.
 */
export function createFramer(clock: Clock, onScan: (scan: Scan) => void): Framer {
  let held: number[] = [];
  let tooLong = false;
  let cancelGap: (() => void) | null = null;

  function end(suffix: ScanSuffix) {
    const frame = held;
    const wasTooLong = tooLong;
    drop();
    if (wasTooLong) onScan({ at: 'too-long' });
    else if (frame.length > 0) onScan(read(frame, suffix));
  }

  function drop() {
    cancelGap?.();
    held = [];
    tooLong = false;
  }

  return {
    flush: () => end('none'),
    drop,
    push(bytes) {
      cancelGap?.();
      for (const byte of bytes) {
        const suffix = suffixes.get(byte);
        if (suffix !== undefined) end(suffix);
        else if (held.length >= frameLimitBytes) tooLong = true;
        else held.push(byte);
      }
      cancelGap = clock.after(idleGapMs, () => end('none'));
    },
  };
}

function read(frame: number[], suffix: ScanSuffix): Scan {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { at: 'text', text: decoder.decode(Uint8Array.from(frame)), suffix };
  } catch {
    return { at: 'not-utf8', suffix };
  }
}
