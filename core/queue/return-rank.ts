import { err, ok, type Result } from '../result.ts';
import type { QueueRules } from './rules.ts';

/**
 * Where a holder who was missed stands again. The first time behind a few of those waiting, later at the end: going to the
 * top each time would let one absent person be called before everybody who waits. `ranks` are those waiting in the line,
 * in their order.
 */
export function rankOfReturn(
  returns: number,
  ranks: readonly number[],
  now: number,
  rules: QueueRules,
): Result<number, 'too-many-returns'> {
  if (returns >= rules.mostReturns) return err('too-many-returns');
  const behind = ranks[rules.returnBehind - 1];
  return ok(returns > 0 || behind === undefined ? now : Math.min(now, behind));
}
