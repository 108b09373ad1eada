import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CentreConfig } from '../centre-config.ts';
import type { Clock } from '../clock.ts';
import { lanRoles, type LanMachine, type Station } from '../contract.ts';
import { err, ok, type Result } from '../result.ts';
import type { Admit, Caller } from '../server.ts';
import type { Place } from './pairing-codes.ts';

const machine = z.strictObject({
  id: z.string(),
  role: z.enum(lanRoles),
  counterId: z.string().nullable(),
  /** SHA-256 of the token; the token itself is known to the machine alone. */
  tokenDigest: z.string().regex(/^[0-9a-f]{64}$/),
  enrolledAt: z.int(),
  lastSeenAt: z.int().nullable(),
  lastAddress: z.string().nullable(),
});
type Machine = z.infer<typeof machine>;
export type MachineBook = {
  list(): LanMachine[];
  /** Writes a machine down and gives its token, the only time it exists here. `null` when the book is full. */
  enrol(place: Place, address: string): string | null;
  admit: Admit;
  /** Its token is dead and its connections are closed. `false` for an unknown machine. */
  remove(id: string): boolean;
  /** Nothing is written any more. */
  close(): void;
};

const settingKey = 'lan-machines';
const mostMachines = 200;

/** The machines that were let in by code. */
export function createMachineBook(deps: {
  settings: { read(key: string): unknown; write(key: string, value: unknown): void };
  /** As they are at this moment. */
  counters: () => CentreConfig['counters'];
  clock: Clock;
  changed: () => void;
  /** The machine's own station, where it has one, is no longer needed. */
  closeStation: (id: string) => void;
}): Result<MachineBook, string> {
  const { settings, counters, clock, changed } = deps;
  const kept = z.array(machine).safeParse(settings.read(settingKey) ?? []);
  if (!kept.success) return err('The list of enrolled machines in the store is damaged; restore a backup.');
  let machines = kept.data;
  const callers = new Map<string, Set<Caller>>();
  let closed = false;
  const connected = (id: string) => callers.get(id)?.size ?? 0;

  function write(next: Machine[]) {
    settings.write(settingKey, next);
    machines = next;
    changed();
  }

  function saw(id: string, address: string) {
    if (closed || !machines.some((one) => one.id === id)) return;
    write(
      machines.map((one) =>
        one.id === id ? { ...one, lastSeenAt: clock.now(), lastAddress: address } : one,
      ),
    );
  }

  /** Counters and rating screens share the desk of their counter; each kiosk serves its own citizen. */
  function stationOf({ id, role, counterId }: Machine): Station | null {
    if (role === 'display') return { id: 'display', role, counterId: null };
    if (role === 'kiosk') return { id: `kiosk-${id}`, role, counterId: null };
    return counters().some((counter) => counter.id === counterId)
      ? { id: `${role}-${counterId}`, role, counterId }
      : null;
  }

  return ok({
    list: () =>
      machines.map(({ id, role, counterId, enrolledAt, lastSeenAt, lastAddress }) => ({
        id,
        role,
        counterId,
        enrolledAt,
        lastSeenAt,
        lastAddress,
        connected: connected(id),
      })),

    enrol({ role, counterId }, address) {
      if (machines.length >= mostMachines) return null;
      const token = randomBytes(32).toString('base64url');
      const id = randomBytes(6).toString('hex');
      const now = clock.now();
      const fresh = { id, role, counterId, tokenDigest: digest(token), enrolledAt: now };
      write([...machines, { ...fresh, lastSeenAt: now, lastAddress: address }]);
      return token;
    },

    admit(token, caller) {
      const sought = digest(token);
      const found = machines.find(({ tokenDigest }) => tokenDigest === sought);
      const station = found === undefined ? null : stationOf(found);
      if (found === undefined || station === null) return null;
      const { id } = found;
      const mine = callers.get(id) ?? new Set();
      callers.set(id, mine.add(caller));
      saw(id, caller.address);
      return {
        station,
        left() {
          mine.delete(caller);
          saw(id, caller.address);
        },
      };
    },

    remove(id) {
      const found = machines.find((one) => one.id === id);
      if (found === undefined) return false;
      write(machines.filter((one) => one.id !== id));
      for (const caller of callers.get(id) ?? []) caller.turnOut();
      callers.delete(id);
      if (found.role === 'kiosk') deps.closeStation(`kiosk-${id}`);
      return true;
    },

    close() {
      closed = true;
    },
  });
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
