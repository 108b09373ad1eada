import type { CentreConfig } from '../centre-config.ts';
import type { CentreName, LaneWaiting } from '../contract.ts';
import type { StationDeps } from './deps.ts';

/** What several screens show of the hall. */
export function lanesWaiting({ board }: StationDeps): LaneWaiting[] {
  return board.lanes();
}

export function centreName({ name, unit, hotline }: CentreConfig): CentreName {
  return { name, unit, hotline };
}

export function counterName(config: CentreConfig, id: string | null): string {
  return config.counters.find((counter) => counter.id === id)?.name ?? '';
}
