import { useEffect, useState } from 'react';
import { systemClock, type Clock } from '../../../core/clock.ts';
import type { CallWaits } from '../../../core/queue/call-waits.ts';
import type { SecondsLeft } from './actions.ts';

const tickMs = 250;

/**
 * Counts down what a view said, from the moment it came: the clocks of a counter's PC and of the core may disagree, but a
 * second is as long on both.
 */
export function useSecondsLeft(waits: CallWaits | null, clock: Clock = systemClock): SecondsLeft {
  const [came, setCame] = useState(() => ({ waits, at: clock.now() }));
  const [now, setNow] = useState(came.at);
  if (came.waits !== waits) {
    const at = clock.now();
    setCame({ waits, at });
    setNow(at);
  }
  const left = (ms: number) => Math.max(0, Math.ceil((ms - Math.max(0, now - came.at)) / 1000));
  const seconds = { callAgain: left(waits?.callAgainMs ?? 0), missed: left(waits?.missedMs ?? 0) };
  const isOver = seconds.callAgain + seconds.missed === 0;
  useEffect(() => {
    if (isOver) return undefined;
    let cancel = () => {};
    const tick = () => {
      setNow(clock.now());
      cancel = clock.after(tickMs, tick);
    };
    cancel = clock.after(tickMs, tick);
    return () => cancel();
  }, [clock, isOver]);
  return seconds;
}
