import type { CentreConfig } from '../centre-config.ts';
import type { Clock } from '../clock.ts';
import { recentArrivals } from '../queue/arrivals.ts';
import { type Estimate, estimate, mostWaiting } from '../queue/estimate.ts';
import type { Hall, OpenCounter } from '../queue/hall.ts';
import { sessionsOf } from '../queue/opening-hours.ts';
import { measureServiceTimes } from '../queue/service-times.ts';
import type { Store } from '../store/store.ts';

export type WaitingTimesDeps = {
  centre: { get(): CentreConfig };
  store: Store;
  clock: Clock;
  /** The ids of the counters where somebody sits and is not on a break. */
  openCounters: () => readonly string[];
};

/** The estimate for the hall as it stands now: a few milliseconds of reading and of playing on. `tickets`: ids of those asked about. */
export function estimateHall(deps: WaitingTimesDeps, tickets: readonly string[] = []): Estimate {
  return estimate(hallNow(deps), tickets);
}

function hallNow({ centre, store, clock, openCounters }: WaitingTimesDeps): Hall {
  const config = centre.get();
  const now = clock.now();
  const day = store.tickets.dayAt(now);
  const open = new Set(openCounters());
  const counters = config.counters.filter(({ id }) => open.has(id));
  const lines = config.lanes.map(({ letter }) => letter);
  const { issued, firstAt } = store.tickets.arrivals(day, lines);
  const streaks = store.calls.streaks(day, '');
  return {
    now,
    rules: config.queue,
    waiting: store.tickets.waiting(day, mostWaiting + 1),
    counters: counters.map((counter): OpenCounter => {
      const ticket = store.tickets.atCounter(day, counter.id);
      return {
        ...counter,
        streak: store.calls.streaks(day, counter.id).ofCounter,
        present: ticket && {
          line: ticket.line,
          since: ticket.calledAt ?? now,
          isServing: ticket.state === 'serving',
        },
      };
    }),
    streakOfLane: (line) => streaks.ofLane(line),
    serviceTimes: measureServiceTimes(store.callTimes.samples(day), now),
    arrivals: recentArrivals(issued, lines, firstAt ?? now, now),
    sessions: config.hours === null ? [] : sessionsOf(config.hours, now),
  };
}
