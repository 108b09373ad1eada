import type { CentreConfig } from './centre-config.ts';
import type { FormFault } from './form-fault.ts';

/** How many people still need each lane (by its letter) and each counter (by its id). */
export type InUse = {
  lanes: ReadonlyMap<string, number>;
  counters: ReadonlyMap<string, number>;
  /** Those with an appointment who have not come yet. */
  appointments: ReadonlyMap<string, number>;
};

/** Whom a new layout would leave standing. `null`: nobody. `field` is a path in the document. */
export function leftStanding(
  before: CentreConfig,
  next: CentreConfig,
  inUse: InUse,
): { field: string; fault: FormFault } | null {
  for (const { letter, name } of before.lanes) {
    if (next.lanes.some((lane) => lane.letter === letter)) continue;
    const lane = `${letter} – ${name}`;
    const n = inUse.lanes.get(letter) ?? 0;
    if (n > 0) return { field: 'lanes', fault: { why: 'lane-in-use', name: lane, n } };
    const coming = inUse.appointments.get(letter) ?? 0;
    if (coming > 0) return { field: 'lanes', fault: { why: 'lane-has-appointments', name: lane, n: coming } };
  }
  for (const { id, name } of before.counters) {
    if (next.counters.some((counter) => counter.id === id)) continue;
    const n = inUse.counters.get(id) ?? 0;
    if (n > 0) return { field: 'counters', fault: { why: 'counter-in-use', name, n } };
  }
  return null;
}
