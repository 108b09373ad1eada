import type { LanRole, LanView } from '../../../core/contract.ts';
import type { Say } from '../counter/staff-text.tsx';

/** `Đánh giá, Quầy 2`; without a counter just the role. */
export function placeWords(
  say: Say,
  counters: LanView['counters'],
  place: { role: LanRole; counterId: string | null },
): string {
  const role = say(`admin.devices.roles.${place.role}`);
  if (place.counterId === null) return role;
  const counter = counters.find(({ id }) => id === place.counterId)?.name ?? place.counterId;
  return say('admin.lan.place', { role, counter });
}
