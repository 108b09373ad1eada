import type { CallReason } from '../../../core/queue/call-reason.ts';
import type { PriorityClass } from '../../../core/queue/priority-classes.ts';
import { unreachable } from '../../../core/result.ts';
import { priorityWords } from './brief-words.ts';
import type { Say } from './staff-text.tsx';

/** Why this one was called before others: an officer is asked so by those who still wait. */
export function callReasonWords(say: Say, reason: CallReason, classes: readonly PriorityClass[]): string {
  switch (reason.why) {
    case 'longest-waiting':
      return say('counter.why.longestWaiting');
    case 'priority': {
      const name = priorityWords(say, reason.class, classes);
      return reason.inARow > 1
        ? say('counter.why.priorityAgain', { name, inARow: reason.inARow })
        : say('counter.why.priority', { name });
    }
    case 'turn-of-others':
      return say('counter.why.turnOfOthers', { inARow: reason.inARow });
    case 'helps-out':
      return say('counter.why.helpsOut', { lane: reason.lane });
    case 'chosen':
      return say('counter.why.chosen', { reason: say(`counter.reason.chosen.${reason.reason}`) });
    default:
      return unreachable(reason);
  }
}
