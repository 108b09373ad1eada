import { refuse } from '../border.ts';
import type { DisplayView } from '../contract.ts';
import type { Desk, StationDeps } from './deps.ts';
import { centreName, counterName, lanesWaiting } from './hall.ts';

const callsShown = 7;

export function createDisplayStation(deps: StationDeps): Desk<never, DisplayView> {
  const { store, centre, clock } = deps;
  return {
    view: () => ({
      role: 'display',
      centre: centreName(centre.get()),
      calls: store.calls
        .recent(store.tickets.dayAt(clock.now()), callsShown)
        .map(({ id, label, counter, at, call }) => ({
          id,
          number: label,
          counterName: counterName(centre.get(), counter),
          calledAt: at,
          calls: call,
        })),
      lanes: lanesWaiting(deps),
    }),
    handle: () => refuse('unknown', 'the display takes no commands'),
    close: () => {},
  };
}
