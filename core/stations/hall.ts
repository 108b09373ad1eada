import type { CentreConfig } from '../centre-config.ts';
import type { CentreName } from '../contract.ts';

export function centreName({ name, unit, hotline }: CentreConfig): CentreName {
  return { name, unit, hotline };
}

export function counterName(config: CentreConfig, id: string | null): string {
  return config.counters.find((counter) => counter.id === id)?.name ?? '';
}
