import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CentreConfig } from './centre-config.ts';
import type { Role, Station } from './contract.ts';

const enrolledStation = z.strictObject({
  id: z.string(),
  role: z.enum(['kiosk', 'display', 'counter', 'rating', 'admin', 'dock', 'shell']),
  counterId: z.string().nullable(),
  token: z.string().min(32),
});
export const enrolledStations = z.array(enrolledStation);
export type EnrolledStation = z.infer<typeof enrolledStation>;

/** The screens a centre has, with a token for each: those known keep theirs, new ones get one. */
export function enrolStations(
  known: EnrolledStation[],
  centre: CentreConfig,
  withDock: boolean,
): EnrolledStation[] {
  const wanted: { id: string; role: Role; counterId: string | null }[] = [
    ...kioskIds(centre.kiosks).map((id) => ({ id, role: 'kiosk' as const, counterId: null })),
    ...kioskIds(centre.kiosks).map((id) => ({ id: shellOf(id), role: 'shell' as const, counterId: null })),
    { id: 'display', role: 'display', counterId: null },
    ...centre.counters.map(({ id }) => ({ id: `counter-${id}`, role: 'counter' as const, counterId: id })),
    ...centre.counters.map(({ id }) => ({ id: `rating-${id}`, role: 'rating' as const, counterId: id })),
    { id: 'admin', role: 'admin', counterId: null },
    ...(withDock ? [{ id: 'dock', role: 'dock' as const, counterId: null }] : []),
  ];
  return wanted.map((station) => ({ ...station, token: tokenOf(known, station.id) ?? newToken() }));
}

/** Finds the station of a token. Tokens are compared by their digest, so that the time tells nothing. */
export function createStationBook(stations: EnrolledStation[]): (token: string) => Station | null {
  const byDigest = new Map(
    stations.map(({ token, id, role, counterId }): [string, Station] => [
      digest(token),
      { id, role, counterId },
    ]),
  );
  return (token) => byDigest.get(digest(token)) ?? null;
}

/** The station of the program around a kiosk's window. */
export function shellOf(kioskId: string): string {
  return `shell-${kioskId}`;
}

export function kioskOfShell(shellId: string): string {
  return shellId.replace(/^shell-/, '');
}

/** `kiosk`, `kiosk-2`, `kiosk-3` … */
function kioskIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? 'kiosk' : `kiosk-${index + 1}`));
}

function tokenOf(known: EnrolledStation[], id: string): string | undefined {
  return known.find((station) => station.id === id)?.token;
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
