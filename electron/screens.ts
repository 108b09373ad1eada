/** Which screen stands on which display. Pure. */
import type { CoreStation } from './core-process.ts';
import type { Role } from '../core/contract.ts';
import { err, ok, type Result } from '../core/result.ts';

/** `station` narrows a role that exists more than once: a counter's id or the station's own id. */
export type WantedScreen = { role: Role; station: string | null };
export type Bounds = { x: number; y: number; width: number; height: number };
export type PlacedScreen = { wanted: WantedScreen; bounds: Bounds };

// The dock drives fake devices and belongs in a developer's browser, never on a locked screen.
const roles: readonly Role[] = ['kiosk', 'display', 'counter', 'rating', 'admin'];

/** Reads `kiosk,rating:quay-1`; nothing means one kiosk. The failure is a sentence that names the wrong part. */
export function parseScreens(text: string | undefined): Result<WantedScreen[], string> {
  const wanted: WantedScreen[] = [];
  for (const part of (text ?? '').split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const [name = '', station = ''] = part.split(':');
    const role = roles.find((known) => known === name);
    if (role === undefined) {
      return err(`MOTCUA_SCREENS: "${name}" is not one of ${roles.join(', ')}.`);
    }
    wanted.push({ role, station: station === '' ? null : station });
  }
  return ok(wanted.length > 0 ? wanted : [{ role: 'kiosk', station: null }]);
}

/** One screen per display in the order given; a screen without a display is not opened, since it would cover another. */
export function placeScreens(wanted: readonly WantedScreen[], displays: readonly Bounds[]): PlacedScreen[] {
  return wanted.slice(0, displays.length).flatMap((screen, index) => {
    const bounds = displays[index];
    return bounds === undefined ? [] : [{ wanted: screen, bounds }];
  });
}

/** The address of this shell's own station beside a kiosk, `null` for other screens. */
export function shellAddressOf(wanted: WantedScreen, stations: readonly CoreStation[]): string | null {
  if (wanted.role !== 'kiosk') return null;
  const kiosk = stations.find(
    ({ id, role }) => role === 'kiosk' && (wanted.station === null || wanted.station === id),
  );
  return stations.find(({ id, role }) => role === 'shell' && id === `shell-${kiosk?.id ?? ''}`)?.url ?? null;
}

/** The address of a wanted screen, `null` when the core knows no such station. */
export function addressOf(wanted: WantedScreen, stations: readonly CoreStation[]): string | null {
  const found = stations.find(
    ({ id, role, counterId }) =>
      role === wanted.role &&
      (wanted.station === null || wanted.station === counterId || wanted.station === id),
  );
  return found?.url ?? null;
}
