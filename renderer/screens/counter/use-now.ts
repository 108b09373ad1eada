import { useEffect, useState } from 'react';
import { systemClock } from '../../../core/clock.ts';
import type { Clock } from '../../../core/clock.ts';

/** The present moment, renewed every `everyMs`. */
export function useNow(everyMs: number, clock: Clock = systemClock): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    let cancel = () => {};
    const tick = () => {
      setNow(clock.now());
      cancel = clock.after(everyMs, tick);
    };
    cancel = clock.after(everyMs, tick);
    return () => cancel();
  }, [clock, everyMs]);
  return now;
}
