import type { CentreConfig, CounterConfig } from '../centre-config.ts';
import { localDay } from '../clock.ts';
import type { CentreName, LaneWaiting } from '../contract.ts';
import { openingAt, type Opening } from '../queue/opening-hours.ts';
import type { StationDeps } from './deps.ts';

/** What several screens show of the hall. */
export function lanesWaiting({ board }: StationDeps): LaneWaiting[] {
  return board.lanes();
}

export function centreName({ name, unit, hotline }: CentreConfig): CentreName {
  return { name, unit, hotline };
}

/** Throws for a counter that is not there: its screens went with it. */
export function counterOf(config: CentreConfig, id: string): CounterConfig {
  const counter = config.counters.find((one) => one.id === id);
  if (counter === undefined) throw new Error(`no counter ${id} in this centre`);
  return counter;
}

export function counterName(config: CentreConfig, id: string | null): string {
  return config.counters.find((counter) => counter.id === id)?.name ?? '';
}

/** The key of the setting that says which day was closed by hand. */
const closedByHand = 'closed-day';

/** Whether numbers are given now: by the hours, unless an administrator closed the day. */
export function openingNow({ centre, store, clock }: StationDeps): Opening {
  const now = clock.now();
  const { hours } = centre.get();
  if (!isClosedByHand({ store }, store.tickets.dayAt(now))) return openingAt(hours, now);
  if (hours === null) return { at: 'closed', why: 'after', name: null, opensAt: null };
  const closedDays = [...hours.closedDays, { day: localDay(now), name: closedByHand }];
  const later = openingAt({ ...hours, closedDays }, now);
  return { at: 'closed', why: 'after', name: null, opensAt: later.at === 'closed' ? later.opensAt : null };
}

export function isClosedByHand({ store }: Pick<StationDeps, 'store'>, day: string): boolean {
  return store.settings.read(closedByHand) === day;
}

/** No numbers on this day, or numbers again (`null`). */
export function closeByHand({ store }: Pick<StationDeps, 'store'>, day: string | null): void {
  store.settings.write(closedByHand, day);
}
