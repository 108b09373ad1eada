import type { ChosenReason } from './reasons.ts';

/** Why this ticket and no other was called: stored with the call and shown to the officer. */
export type CallReason =
  | { why: 'longest-waiting' }
  /** `inARow`: how many priority calls the lane has had in a row with this one. */
  | { why: 'priority'; class: string; inARow: number }
  /** A holder of priority waits too, but the lane has had its share of them in a row. */
  | { why: 'turn-of-others'; inARow: number }
  /** Nobody waits in the counter's own lanes, or somebody in another one has waited far longer. */
  | { why: 'helps-out'; lane: string }
  | { why: 'chosen'; reason: ChosenReason };
