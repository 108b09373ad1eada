import type { Role } from '../../../core/contract.ts';
import type { Say } from '../counter/staff-text.tsx';

type Screen = Exclude<Role, 'shell'>;
type Station = { id: string; role: Screen; counterName: string | null; connected: number };
/** `closed` names the stations nobody has open, as people call them. */
export type StationGroup = { role: Screen; all: number; open: number; closed: string[] };

/** One group a role, in the order the roles first appear. */
export function stationGroups(say: Say, stations: readonly Station[]): StationGroup[] {
  const groups = new Map<Screen, StationGroup>();
  for (const station of stations) {
    const { role, connected } = station;
    const group = groups.get(role) ?? { role, all: 0, open: 0, closed: [] };
    groups.set(role, group);
    group.all += 1;
    if (connected > 0) group.open += 1;
    else group.closed.push(stationName(say, station));
  }
  return [...groups.values()];
}

/** `Quầy 3` for both screens of that counter, `Màn hình chung`, `Máy lấy số 2`. */
function stationName(say: Say, { id, role, counterName }: Station): string {
  if (counterName !== null) return counterName;
  const number = /-([0-9]+)$/.exec(id)?.[1];
  if (role === 'kiosk' && number !== undefined) return say('admin.screens.kioskOf', { number });
  return role === 'kiosk' || role === 'display'
    ? say(`admin.screens.${role}`)
    : say(`admin.devices.roles.${role}`);
}
