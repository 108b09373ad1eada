import { useEffect, useRef, useState } from 'react';
import { systemClock } from '../../../core/clock.ts';
import { createIdleWatch } from './idle-watch.ts';

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * Calls `lock` when nobody has touched the screen for long while `isArmed`. Gives the seconds left during the notice before
 * it, else `null`. A new `revision` is a sign of life too: the officer may work in another window of the same counter.
 */
export function useAutoLock(isArmed: boolean, revision: number | null, lock: () => void): number | null {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const latest = useRef(lock);
  const touch = useRef(() => {});
  useEffect(() => {
    latest.current = lock;
  });
  useEffect(() => {
    if (!isArmed) return undefined;
    const watch = createIdleWatch({
      clock: systemClock,
      notice: setSecondsLeft,
      lock: () => latest.current(),
    });
    touch.current = () => void watch.touch();
    const onSign = (event: Event) => {
      if (!watch.touch() || event.type !== 'keydown') return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const sign of signsOfLife) window.addEventListener(sign, onSign, { capture: true });
    return () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, onSign, { capture: true });
      touch.current = () => {};
      watch.stop();
    };
  }, [isArmed]);
  useEffect(() => {
    if (revision !== null) touch.current();
  }, [revision]);
  return secondsLeft;
}
