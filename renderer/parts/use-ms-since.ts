import { useEffect, useState } from 'react';
import { systemClock, type Clock } from '../../core/clock.ts';

const tickMs = 250;

/**
 * Milliseconds since `subject` came, counted until `enoughMs`: for what a view says of "from now on". The clocks of a
 * screen and of the core may disagree, but a second is as long on both.
 */
export function useMsSince(subject: object | null, enoughMs: number, clock: Clock = systemClock): number {
  const [came, setCame] = useState(() => ({ subject, at: clock.now() }));
  const [now, setNow] = useState(came.at);
  let since = Math.max(0, now - came.at);
  if (came.subject !== subject) {
    const at = clock.now();
    setCame({ subject, at });
    setNow(at);
    since = 0;
  }
  const isOver = since >= enoughMs;
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
  return since;
}
