import type { CounterLanes, Waiting } from './choose.ts';
import type { QueueRules } from './rules.ts';
import type { ServiceTimes } from './service-times.ts';

/** A counter where somebody sits and is not on a break. */
export type OpenCounter = CounterLanes & {
  /** Priority calls in a row so far. */
  streak: number;
  /** Whom it has in hand, and since when it was called. */
  present: { line: string; since: number; isServing: boolean } | null;
};
/** How many came to a lane of late. */
export type Arrivals = { line: string; isPriority: boolean; count: number; spanMs: number };

/** All that is known of a hall at one moment, to tell how it goes on. Times in milliseconds. */
export type Hall = {
  now: number;
  rules: QueueRules;
  waiting: readonly Waiting[];
  counters: readonly OpenCounter[];
  streakOfLane: (line: string) => number;
  serviceTimes: (line: string) => ServiceTimes | null;
  arrivals: readonly Arrivals[];
  /** Of today, in their order; nobody is called between two. Empty: always open. */
  sessions: readonly { from: number; to: number }[];
};
