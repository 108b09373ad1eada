import type { Call } from '../../../core/contract.ts';

/** For this long after its call a number in the list is still marked: two counters may call in the same second. */
export const freshMs = 20_000;
/** More rows than this would be too small to read from the last seat. */
export const recentRows = 6;

/** Tells one call from another, a repeated one included. `null` when nobody was called yet. */
export function newestCallId(calls: readonly Call[]): string | null {
  const newest = calls[0];
  return newest === undefined ? null : `${newest.number} ${newest.calledAt} ${newest.calls}`;
}

export function isFresh(call: Call, now: number): boolean {
  return now - call.calledAt < freshMs;
}
