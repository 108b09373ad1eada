import { z } from 'zod';

/** How a centre runs its queue; part of its settings. */
export const queueRules = z.strictObject({
  /** K: so many priority calls in a row in one lane while others wait there. */
  priorityInARow: z.int().min(1).max(10),
  /** A counter takes a lane it only helps in when that lane's first has waited so much longer, in minutes. */
  helpAfterMinutes: z.int().min(0).max(120),
  /** Who comes back the first time goes behind so many of those waiting; later times to the end of the line. */
  returnBehind: z.int().min(1).max(20),
  mostReturns: z.int().min(0).max(10),
  /** A missed ticket not back after so many minutes expires. */
  missedExpiresMinutes: z
    .int()
    .min(5)
    .max(24 * 60),
  /** Between two announcements of one number, in seconds. Documents from before this rule have the usual one. */
  recallAfterSeconds: z.int().min(0).max(60).default(5),
  /** Whoever was called has so many seconds to walk before they may be marked missed. */
  missAfterSeconds: z.int().min(0).max(120).default(15),
});
export type QueueRules = z.infer<typeof queueRules>;

export const usualRules: QueueRules = {
  priorityInARow: 3,
  helpAfterMinutes: 10,
  returnBehind: 3,
  mostReturns: 2,
  missedExpiresMinutes: 120,
  recallAfterSeconds: 5,
  missAfterSeconds: 15,
};
