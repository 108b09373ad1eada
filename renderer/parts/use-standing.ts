import { useEffect, useState } from 'react';
import { systemClock } from '../../core/clock.ts';

/** Once `condition` has held for `delayMs` without a break: since when, in milliseconds since the epoch; else `null`. */
export function useStanding(condition: boolean, delayMs: number): number | null {
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    if (!condition) return undefined;
    const began = systemClock.now();
    const cancel = systemClock.after(delayMs, () => setSince(began));
    return () => {
      cancel();
      setSince(null);
    };
  }, [condition, delayMs]);
  return condition ? since : null;
}
