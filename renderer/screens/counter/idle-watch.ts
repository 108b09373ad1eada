import type { Clock } from '../../../core/clock.ts';

/** A counter that nobody works at and nobody touches is locked: whoever passes must not call in an officer's name. */
export const lockAfterMs = 10 * 60_000;
export const noticeMs = 30_000;
const stepMs = 1000;

/**
 * Counts the time since the last touch. `notice` hears the whole seconds that are left, from the last half minute on, and
 * `null` when somebody is there again; `lock` is called at the end and then each second until the watch is stopped.
 */
export function createIdleWatch(deps: {
  clock: Clock;
  notice: (secondsLeft: number | null) => void;
  lock: () => void;
}) {
  const { clock } = deps;
  let touchedAt = clock.now();
  let cancelStep = clock.after(stepMs, step);

  function step() {
    cancelStep = clock.after(stepMs, step);
    // A wall clock that was set back must not keep the counter open.
    touchedAt = Math.min(touchedAt, clock.now());
    const leftMs = touchedAt + lockAfterMs - clock.now();
    if (leftMs <= 0) deps.lock();
    else if (leftMs <= noticeMs) deps.notice(Math.ceil(leftMs / 1000));
  }

  return {
    /** Answers whether the notice stood: what ends it should do nothing else. */
    touch(): boolean {
      const wasNoticed = clock.now() - touchedAt >= lockAfterMs - noticeMs;
      touchedAt = clock.now();
      if (wasNoticed) deps.notice(null);
      return wasNoticed;
    },
    stop() {
      cancelStep();
      deps.notice(null);
    },
  };
}
