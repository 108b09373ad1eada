import type { Wait } from './estimate.ts';

/** A waiting time as people are told it, in whole fives of minutes. */
export type WaitingMinutes = { from: number; to: number };

const step = 5;
/** Whoever would wait longer than this is not helped by minutes. */
const mostMinutes = 240;

/** `null` where nothing is known, or so much that minutes mean nothing. */
export function waitingMinutes(wait: Wait | null): WaitingMinutes | null {
  if (wait === null) return null;
  const minutes = (ms: number) => ms / 60_000;
  // Nobody is told less than is known for sure, such as the end of the break at noon.
  const known = Math.ceil(minutes(wait.atLeast) / step) * step;
  const from = Math.max(known, Math.round(minutes(wait.from) / step) * step);
  const to = Math.max(from + step, Math.round(minutes(wait.to) / step) * step);
  return to > mostMinutes ? null : { from, to };
}
