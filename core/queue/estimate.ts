import type { Hall } from './hall.ts';
import { hallInRows, nextKey } from './hall-in-rows.ts';
import { playAhead, workingFrom } from './play-ahead.ts';
import { seededRandom } from './random.ts';

/**
 * How much longer somebody waits until called, in ms: 8 of 10 between `from` and `to`, `likely` in the middle, nobody less
 * than `atLeast`.
 */
export type Wait = { from: number; likely: number; to: number; atLeast: number };
export type Estimate = {
  /** Of whoever takes the next number of a lane. */
  next(line: string, isPriority: boolean): Wait | null;
  /** Of one who waits already, by the ticket's id. */
  ticket(id: string): Wait | null;
};

/** Of 99 runs the 10th and the 90th are the ends of 80 %. */
const mostRuns = 99;
const fewestRuns = 29;
/** About 4 ms of a small machine. */
const mostCalls = 6_000;
/** Behind more people than this nobody is helped by a guess, and it would hold up the others. */
export const mostWaiting = 200;
/** Always the same chance: two looks at one hall say the same. */
const seed = 20261124;

/**
 * Plays the hall on from now many times, by the rule that calls and with measured times, and looks how long each one
 * waited. Silent where no open counter serves the lane, too little was measured, or too many wait. `tickets`: the ids of
 * those waiting who are asked about.
 */
export function estimate(hall: Hall, tickets: readonly string[] = []): Estimate {
  const served = new Set(hall.counters.flatMap(({ lanes, helps }) => [...lanes, ...helps]));
  const lines = [...served].filter((line) => hall.serviceTimes(line) !== null);
  const waiting = hall.waiting.filter(
    ({ line, boundTo }) =>
      lines.includes(line) && (boundTo === null || hall.counters.some(({ id }) => id === boundTo)),
  );
  if (lines.length === 0 || waiting.length > mostWaiting) return { next: () => null, ticket: () => null };

  const plan = hallInRows({ ...hall, waiting }, lines, tickets);
  const random = seededRandom(seed);
  const waits = new Map<string, number[]>();
  const record = (key: string, ms: number) => {
    const known = waits.get(key);
    if (known === undefined) waits.set(key, [ms]);
    else known.push(ms);
  };
  let calls = 0;
  let runs = 0;
  while (runs < fewestRuns || (runs < mostRuns && calls < mostCalls)) {
    calls += playAhead(plan, random, record);
    runs += 1;
  }
  const atLeast = workingFrom(hall.sessions, hall.now) - hall.now;
  const ranges = new Map<string, Wait>();
  for (const [key, each] of waits) {
    // Not called in every run: who knows.
    if (each.length === runs) ranges.set(key, { ...rangeOf(each), atLeast });
  }
  const told = (key: string) => ranges.get(key) ?? null;
  return { next: (line, isPriority) => told(nextKey(line, isPriority)), ticket: told };
}

function rangeOf(waits: number[]): Omit<Wait, 'atLeast'> {
  const sorted = waits.toSorted((a, b) => a - b);
  const quantile = (share: number) => {
    const position = share * (sorted.length + 1) - 1;
    const below = sorted[Math.floor(position)] ?? 0;
    return below + ((sorted[Math.ceil(position)] ?? below) - below) * (position % 1);
  };
  return { from: quantile(0.1), likely: quantile(0.5), to: quantile(0.9) };
}
