import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { CannotStart } from './database.ts';

/**
 * The secret in the file `path`, made on first use and readable by its owner alone.
 * The core may create the same file at the same moment, so it appears whole or not at all, and the first one stays.
 */
export function readOrCreateSecret(path: string): string {
  const existing = read(path);
  if (existing !== null) return existing;

  const draft = `${path}.${process.pid}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    writeSync(descriptor, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const created = read(path);
  if (created === null) throw new CannotStart(`The file ${path} disappeared while it was being made.`);
  return created;
}

function read(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    // Also what an HTTP header can carry.
    if (!/^[\w.~+/=-]{16,}$/.test(secret)) {
      throw new CannotStart(
        `The file ${path} must hold one secret of at least 16 letters or digits; remove it to get a new one.`,
      );
    }
    return secret;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
