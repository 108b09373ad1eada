import type { Clock } from '../clock.ts';

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

const carriageReturn = 13;
const lineFeed = 10;
const tab = 9;

/**
 * Cuts a stream of bytes, in whatever chunks it comes, into the texts of single codes. A code ends with CR, LF,
 * CR LF or Tab, or with a pause. Bytes that are not UTF-8, and codes that are too long, are dropped whole:
 * half a code is worse than none.
 */
export function createFramer(clock: Clock, onText: (text: string) => void): Framer {
  let held: number[] = [];
  let tooLong = false;
  let cancelGap: (() => void) | null = null;

  function flush() {
    cancelGap?.();
    const frame = held;
    const complete = !tooLong;
    held = [];
    tooLong = false;
    if (!complete || frame.length === 0) return;
    const text = decode(frame);
    if (text !== null) onText(text);
  }

  return {
    flush,
    drop() {
      cancelGap?.();
      held = [];
      tooLong = false;
    },
    push(bytes) {
      cancelGap?.();
      for (const byte of bytes) {
        if (byte === carriageReturn || byte === lineFeed || byte === tab) flush();
        else if (held.length >= frameLimitBytes) tooLong = true;
        else held.push(byte);
      }
      cancelGap = clock.after(idleGapMs, flush);
    },
  };
}

function decode(frame: number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(frame));
  } catch {
    return null;
  }
}
