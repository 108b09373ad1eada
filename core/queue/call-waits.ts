import type { QueueRules } from './rules.ts';
import type { Ticket } from './ticket.ts';

/** Milliseconds until a called ticket may be announced again, or marked missed; 0: now. */
export type CallWaits = { callAgainMs: number; missedMs: number };

/** People are not shouted at, and nobody is given up before they could have walked to the counter. */
export function callWaits({ calledAt }: Pick<Ticket, 'calledAt'>, rules: QueueRules, now: number): CallWaits {
  const left = (seconds: number) => {
    const passed = now - (calledAt ?? now - seconds * 1000);
    // The clock was set back since: nobody waits for it to come round again.
    return passed < 0 ? 0 : Math.max(0, seconds * 1000 - passed);
  };
  return { callAgainMs: left(rules.recallAfterSeconds), missedMs: left(rules.missAfterSeconds) };
}
