import { randomBytes, scrypt as scryptWithCallback, scryptSync, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Db } from './open.ts';

export type OfficerRole = 'officer' | 'guide' | 'admin';
export type Officer = { id: string; name: string; role: OfficerRole };
export type OfficerStore = ReturnType<typeof createOfficerStore>;

// A PIN is short, so each guess must cost: about 60 ms on a counter PC.
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const keyBytes = 32;
const scrypt = promisify<string, Buffer, number, typeof cost, Buffer>(scryptWithCallback);

export function createOfficerStore(db: Db) {
  const all = db.prepare('select id, name, role from officer order by name');
  const pinHash = db.prepare('select pin_hash as pinHash from officer where id = ?');
  const upsert = db.prepare(
    `insert into officer (id, name, role, pin_hash) values (@id, @name, @role, @pinHash)
     on conflict (id) do update set name = @name, role = @role, pin_hash = @pinHash`,
  );

  return {
    list: (roles: OfficerRole[]): Officer[] =>
      (all.all() as Officer[]).filter(({ role }) => roles.includes(role)),
    save: (officer: Officer, pin: string): void => {
      upsert.run({ ...officer, pinHash: hashPin(pin) });
    },
    /** False for an unknown officer too, after the same work, so that the time tells nothing. */
    checkPin: async (officerId: string, pin: string): Promise<boolean> => {
      const row = pinHash.get(officerId) as { pinHash: string } | undefined;
      const matches = await verifyPin(pin, row?.pinHash ?? decoy);
      return row !== undefined && matches;
    },
  };
}

function hashPin(pin: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${scryptSync(pin, salt, keyBytes, cost).toString('base64')}`;
}

// Off the main thread: a sign-in must not hold up a citizen's ticket.
async function verifyPin(pin: string, stored: string): Promise<boolean> {
  const [salt = '', key = ''] = stored.split(':');
  const expected = Buffer.from(key, 'base64');
  const actual = await scrypt(pin, Buffer.from(salt, 'base64'), keyBytes, cost);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

const decoy = `${Buffer.alloc(16).toString('base64')}:${Buffer.alloc(keyBytes).toString('base64')}`;
