import type { Role } from '../../../core/contract.ts';

type Station = { id: string; role: Role; connected: number };
/** `closed` names the stations nobody has open: `quay-3` for `counter-quay-3`. */
export type StationGroup = { role: Role; all: number; open: number; closed: string[] };

/** One group a role, in the order the roles first appear. */
export function stationGroups(stations: readonly Station[]): StationGroup[] {
  const groups = new Map<Role, StationGroup>();
  for (const { id, role, connected } of stations) {
    const group = groups.get(role) ?? { role, all: 0, open: 0, closed: [] };
    groups.set(role, group);
    group.all += 1;
    if (connected > 0) group.open += 1;
    else group.closed.push(id.startsWith(`${role}-`) ? id.slice(role.length + 1) : id);
  }
  return [...groups.values()];
}
