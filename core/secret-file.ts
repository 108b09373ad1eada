import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { err, ok, type Result } from './result.ts';

/**
 * The secret in the file `path`, made at first use and readable by its owner alone. Core and hub may want the same
 * file at the same moment, so it appears whole or not at all, and the first one stays. The failure is one sentence.
 */
export function readOrCreateSecret(path: string): Result<string, string> {
  const draft = `${path}.${process.pid}.new`;
  const existing = read(path);
  if (existing !== null) return checked(path, existing);
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return checked(path, read(path) ?? '');
}

function checked(path: string, secret: string): Result<string, string> {
  // Also what an HTTP header can carry.
  if (/^[\w.~+/=-]{16,}$/.test(secret)) return ok(secret);
  return err(
    `The file ${path} must hold one secret of at least 16 letters or digits; remove it to get a new one.`,
  );
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
