import { refuse } from '../border.ts';
import { localDay } from '../clock.ts';
import type { DisplayView } from '../contract.ts';
import type { Desk, StationDeps } from './deps.ts';
import { centreName, counterName, lanesWaiting } from './hall.ts';

const callsShown = 7;

export function createDisplayStation(deps: StationDeps): Desk<never, DisplayView> {
  const { store, config, clock } = deps;
  return {
    view: () => ({
      role: 'display',
      centre: centreName(config),
      calls: store.tickets.recentCalls(localDay(clock.now()), callsShown).map((ticket) => ({
        number: ticket.label,
        counterName: counterName(config, ticket.counter),
        calledAt: ticket.calledAt ?? ticket.issuedAt,
        calls: ticket.calls,
      })),
      lanes: lanesWaiting(deps),
    }),
    handle: () => refuse('unknown', 'the display takes no commands'),
    close: () => {},
  };
}
