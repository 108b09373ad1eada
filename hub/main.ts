/** Starts the hub. The only file here that reads the environment. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { readOrCreateSecret } from '../core/secret-file.ts';
import { createHub } from './app.ts';
import { CannotStart, type Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

// Whatever is written, also by the embedded database, is this user's alone.
process.umask(0o077);

const log = pino({ name: 'hub' }, pino.destination(2));

try {
  await start();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(2);
}

async function start(): Promise<void> {
  const dataFolder = resolve(process.env['MOTCUA_DATA'] ?? 'data');
  const port = readPort(process.env['MOTCUA_HUB_PORT'] ?? '4800');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const token = secret(join(dataFolder, 'hub-token'));
  const reportKey = secret(join(dataFolder, 'report-key'));

  const database = await openDatabase(process.env['DATABASE_URL'], dataFolder);
  await migrate(database);
  const app = createHub({ database, token, reportKey, clock: { now: () => Date.now() }, log });
  const url = await listen(app, port);

  const stop = async () => {
    // Lets requests under way finish, so that what they commit is also acknowledged.
    await app.close();
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  process.stdout.write(`${JSON.stringify({ ready: true, url, page: `${url}/#key=${reportKey}` })}\n`);
}

function secret(path: string): string {
  const found = readOrCreateSecret(path);
  if (!found.ok) throw new CannotStart(found.error);
  return found.value;
}

function openDatabase(databaseUrl: string | undefined, dataFolder: string): Promise<Database> {
  if (!databaseUrl) return openPglite(join(dataFolder, 'hub'));
  return Promise.resolve(openPostgres({ url: databaseUrl, onLostConnection }));
}

function onLostConnection(error: Error): void {
  log.warn({ reason: error.message }, 'lost a database connection');
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new CannotStart('MOTCUA_HUB_PORT must be a port from 0 to 65535.');
  return port;
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    return await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const trouble = code === 'EADDRINUSE' ? 'is already in use' : 'may not be used';
    throw new CannotStart(`Port ${port} of the hub ${trouble}; set MOTCUA_HUB_PORT to another one.`);
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  const code = codeOf(error);
  if (
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ENOENT', '28P01', '28000', '3D000'].includes(
      code,
    )
  ) {
    return `The database of the hub cannot be reached (${code}).`;
  }
  if (
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(code) ||
    code.startsWith('SQLITE_')
  ) {
    return `The data folder of the hub cannot be written (${code}).`;
  }
  return `The hub cannot start: ${[code, error instanceof Error ? error.message : String(error)].filter(Boolean).join(' ')}`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
