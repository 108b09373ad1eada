import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite, type PGliteInterface, type Transaction } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import Lock from 'better-sqlite3';
import { CannotStart, type Database, type Queries } from './database.ts';

/** PostgreSQL inside this process, kept in `folder`; for a trial, or a province that starts small. */
export async function openPglite(folder: string): Promise<Database> {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const unlock = lockFolder(`${folder}.lock`);
  try {
    if (!existsSync(folder)) await createCluster(folder);
    return databaseOn(await openDurable(folder), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Keeps nothing; for tests. */
export async function openMemoryPglite(): Promise<Database> {
  return databaseOn(await PGlite.create(), () => {});
}

function databaseOn(pglite: PGlite, onClosed: () => void): Database {
  return {
    ...queriesOn(pglite),
    transaction: (work) =>
      pglite.transaction(async (transaction) => {
        const result = await work(queriesOn(transaction));
        if (!result.ok) await transaction.rollback();
        return result;
      }),
    close: async () => {
      await pglite.close();
      onClosed();
    },
  };
}

function queriesOn(target: PGliteInterface | Transaction): Queries {
  return {
    query: async (sql, values) => (await target.query<Record<string, unknown>>(sql, values)).rows,
    script: async (sql) => {
      await target.exec(sql);
    },
  };
}

/**
 * PGlite starts PostgreSQL with fsync off, and its file system ignores fsync in any case, so a commit would survive
 * a killed process but not a power cut. Here PostgreSQL asks for it and the file system does it.
 */
function openDurable(folder: string): Promise<PGlite> {
  return PGlite.create({
    fs: new SyncingNodeFs(folder),
    // The default, fdatasync, never reaches the file system of the WebAssembly build; fsync does.
    startParams: [...PGlite.defaultStartParams.filter((one) => one !== '-F'), '-c', 'wal_sync_method=fsync'],
  });
}

type Stream = { nfd?: number | null; node: object };
type NodeFileSystem = { realPath(node: object): string; stream_ops: { fsync?: (stream: Stream) => number } };

class SyncingNodeFs extends NodeFS {
  override async init(...parts: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...parts);
    const before = emscriptenOpts.preRun ?? [];
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...[before].flat(), addFsync] } };
  }
}

function addFsync({ NODEFS: files }: { NODEFS?: NodeFileSystem }): void {
  if (!files) throw new Error('this PGlite has no NODEFS to make durable');
  files.stream_ops.fsync = ({ nfd, node }) => {
    // Folders are opened without a descriptor.
    if (typeof nfd === 'number') fsyncSync(nfd);
    else syncPath(files.realPath(node));
    return 0;
  };
}

/** Built beside its place and moved there whole: a first start that is cut short leaves nothing half made. */
async function createCluster(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  const pglite = await openDurable(draft);
  await pglite.close();
  for (const entry of readdirSync(draft, { recursive: true, encoding: 'utf8' })) syncPath(join(draft, entry));
  syncPath(draft);
  renameSync(draft, folder);
  syncPath(dirname(folder));
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** PGlite does not notice a second process in its folder. SQLite's file lock does, and dies with the process. */
function lockFolder(path: string): () => void {
  const lock = new Lock(path, { timeout: 0 });
  try {
    lock.pragma('locking_mode = exclusive');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Lock.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new CannotStart(
        `The hub is running already (đang chạy rồi) with the data in ${dirname(path)}; stop that one first, or give this one another data folder.`,
      );
    }
    throw error;
  }
  return () => lock.close();
}
