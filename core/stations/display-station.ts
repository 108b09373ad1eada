import { refuse } from '../border.ts';
import type { DisplayView } from '../contract.ts';
import type { Call } from '../store/calls.ts';
import type { Desk, StationDeps } from './deps.ts';
import { centreName, counterName, lanesWaiting } from './hall.ts';

/** Some of them may be calls of one number. */
const callsShown = 12;
const latelyMs = 3 * 60_000;
/** More than any hall calls in that time, and still no large message. */
const mostLately = 300;

export function createDisplayStation(deps: StationDeps): Desk<never, DisplayView> {
  const { store, centre, clock } = deps;
  const day = () => store.tickets.dayAt(clock.now());
  const shown = ({ id, label, counter, at, call }: Call) => ({
    id,
    number: label,
    counterName: counterName(centre.get(), counter),
    calledAt: at,
    calls: call,
  });
  return {
    view: () => ({
      role: 'display',
      centre: centreName(centre.get()),
      calls: store.calls.recent(day(), callsShown).map(shown),
      lately: store.calls
        .since(clock.now() - latelyMs, mostLately)
        .map(({ takenBack, ...call }) => ({ ...shown(call), takenBack })),
      counters: centre.get().counters.map(({ id, name }) => ({
        name,
        number: store.tickets.atCounter(day(), id)?.label ?? null,
      })),
      lanes: lanesWaiting(deps),
      volume: centre.get().announcements.volume,
      notices: centre.get().notices,
    }),
    handle: () => refuse('unknown', 'the display takes no commands'),
    close: () => {},
  };
}
