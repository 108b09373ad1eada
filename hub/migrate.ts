import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../core/result.ts';
import { CannotStart, type Database } from './database.ts';

const folder = join(import.meta.dirname, 'migrations');
/** Any number that nothing else in the database uses as a lock. */
const migrationLock = 4_800_001;

/** Brings the database to this program's schema. One written by a newer program is refused untouched. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async ({ query, script }) => {
    await query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await script(
      'create table if not exists migration (number integer primary key, applied_at timestamptz not null)',
    );
    const [row] = await query('select coalesce(max(number), 0) as number from migration', []);
    const applied = Number(row?.['number']);

    const migrations = readMigrations();
    const newest = migrations.at(-1)?.number ?? 0;
    if (applied > newest) {
      throw new CannotStart(
        `The database was written by a newer hub (schema ${applied}, this program knows ${newest}).`,
      );
    }
    for (const { number, sql } of migrations.filter((one) => one.number > applied)) {
      await script(sql);
      await query('insert into migration values ($1, now())', [number]);
    }
    return ok();
  });
}

function readMigrations(): { number: number; sql: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({ number: Number.parseInt(name, 10), sql: readFileSync(join(folder, name), 'utf8') }));
}
