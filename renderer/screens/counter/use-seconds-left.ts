import type { CallWaits } from '../../../core/queue/call-waits.ts';
import { useMsSince } from '../../parts/use-ms-since.ts';
import type { SecondsLeft } from './actions.ts';

/** Counts down what a view said. */
export function useSecondsLeft(waits: CallWaits | null): SecondsLeft {
  const { callAgainMs, missedMs } = waits ?? { callAgainMs: 0, missedMs: 0 };
  const passed = useMsSince(waits, Math.max(callAgainMs, missedMs));
  const left = (ms: number) => Math.max(0, Math.ceil((ms - passed) / 1000));
  return { callAgain: left(callAgainMs), missed: left(missedMs) };
}
