import type { CentreConfig } from '../centre-config.ts';
import type { CentreName, LaneWaiting } from '../contract.ts';
import type { StationDeps } from './deps.ts';

/** What several screens show of the hall. */
export function lanesWaiting({ config, store, clock }: StationDeps): LaneWaiting[] {
  const waiting = store.tickets.waitingByLine(store.tickets.dayAt(clock.now()));
  return config.lanes.map(({ letter, name }) => ({ letter, name, waiting: waiting.get(letter) ?? 0 }));
}

export function centreName({ name, unit, hotline }: CentreConfig): CentreName {
  return { name, unit, hotline };
}

export function counterName(config: CentreConfig, id: string | null): string {
  return config.counters.find((counter) => counter.id === id)?.name ?? '';
}
