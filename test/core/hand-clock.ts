import type { Clock } from '../../core/clock.ts';

export type HandClock = Clock & { advance(ms: number): void; set(at: number): void };

/** A clock that stands still until a test moves it; timers run in order of their due time. */
export function createHandClock(start = Date.parse('2026-11-24T09:00:00+07:00')): HandClock {
  let now = start;
  let timers: { due: number; order: number; callback: () => void }[] = [];
  let order = 0;
  return {
    now: () => now,
    after(delayMs, callback) {
      const timer = { due: now + delayMs, order: order++, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const next = timers
          .filter(({ due }) => due <= until)
          .toSorted((a, b) => a.due - b.due || a.order - b.order)[0];
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.due);
        next.callback();
      }
      now = until;
    },
    set(at) {
      now = at;
    },
  };
}
