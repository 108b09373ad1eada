import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { err, ok, type Result } from '../result.ts';

export type Db = Database.Database;
export type StoreTrouble = {
  why: 'unwritable' | 'newer' | 'corrupt' | 'in-use' | 'unsafe-sqlite';
  sentence: string;
};

/** Beside this file in a checkout; a bundled core is told where they are. */
const ownMigrations = join(import.meta.dirname, 'migrations');

type Migration = { number: number; sql: string };

/** SQLite before this has a race that can reset the write-ahead log over committed data. */
const firstSafeSqlite = [3, 51, 3] as const;

/**
 * Opens the store at `path`, creating or migrating it. A file that is damaged or was written by a newer
 * program is refused before anything is written to it.
 */
export function openStore(path: string, migrationFolder = ownMigrations): Result<Db, StoreTrouble> {
  const migrations = readMigrations(migrationFolder);
  const newest = migrations.at(-1)?.number ?? 0;
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path)) {
      const refused = inspect(path, newest);
      if (refused) return err(refused);
    }
    const db = new Database(path);
    if (!isSafe(sqliteVersion(db))) {
      db.close();
      return err({
        why: 'unsafe-sqlite',
        sentence: 'The linked SQLite can lose committed data; it must be 3.51.3 or newer.',
      });
    }
    prepare(db);
    migrate(db, migrations);
    return ok(db);
  } catch (error) {
    return err(troubleOf(error, path));
  }
}

/** An empty store in memory, for tests. */
export function openMemoryStore(): Db {
  const db = new Database(':memory:');
  prepare(db);
  migrate(db, readMigrations(ownMigrations));
  return db;
}

export function sqliteVersion(db: Db): string {
  return (db.prepare('select sqlite_version() as version').get() as { version: string }).version;
}

/** Looks without writing: a read-only connection leaves even the write-ahead log as it was. */
function inspect(path: string, newest: number): StoreTrouble | null {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > newest) {
      return {
        why: 'newer',
        sentence: `The store ${path} was written by a newer version of the kiosk (schema ${version}, this program knows ${newest}).`,
      };
    }
    const verdict = db.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') return corrupt(path);
    return null;
  } finally {
    db.close();
  }
}

function prepare(db: Db): void {
  db.pragma('journal_mode = WAL');
  // better-sqlite3 is compiled to fall back to NORMAL when it opens a store that is already in WAL mode,
  // and NORMAL loses acknowledged commits at a power cut: so it is set on every open, and read back.
  db.pragma('synchronous = FULL');
  if (db.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('SQLite did not accept synchronous=FULL');
  db.pragma('busy_timeout = 5000');
  // What is erased is overwritten, not only forgotten.
  db.pragma('secure_delete = ON');
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({ number: Number.parseInt(name, 10), sql: readFileSync(join(folder, name), 'utf8') }));
}

function migrate(db: Db, migrations: Migration[]): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  // A table that others refer to could not be made anew while the keys are watched; they are checked after each step.
  db.pragma('foreign_keys = OFF');
  for (const migration of migrations.filter(({ number }) => number > version)) {
    db.transaction(() => {
      db.exec(migration.sql);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
        throw new Error(`migration ${migration.number} leaves rows without what they refer to`);
      db.pragma(`user_version = ${migration.number}`);
    })();
  }
  db.pragma('foreign_keys = ON');
  db.prepare('insert or ignore into device values (1, ?, 1)').run(uuidv7());
}

function isSafe(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of firstSafeSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

function troubleOf(error: unknown, path: string): StoreTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) return corrupt(path);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return { why: 'in-use', sentence: `The store ${path} is in use by another program.` };
  }
  if (
    code.startsWith('SQLITE_') ||
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(code)
  ) {
    return { why: 'unwritable', sentence: `The store ${path} cannot be opened for writing (${code}).` };
  }
  throw error;
}

function corrupt(path: string): StoreTrouble {
  return {
    why: 'corrupt',
    sentence: `The store ${path} is damaged. It was left as it is; restore a backup or move it away before starting again.`,
  };
}
