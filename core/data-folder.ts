import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { z } from 'zod';
import { err, ok, type Result } from './result.ts';

/** A core that was just told to stop, or lost its shell, needs a moment to let go of folder and port. */
export const handOverMs = 3_000;

export type DataFolder = {
  path: string;
  file(name: string): string;
  /** Lets another program use the folder. */
  release(): void;
};

/** Creates the folder where it is missing and takes it for this process alone. The failure is one sentence. */
export function takeDataFolder(path: string): Result<DataFolder, string> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    return err(`The data folder ${path} cannot be written to (${codeOf(error)}).`);
  }
  // A lock the operating system lets go of by itself, however the process ends.
  try {
    const lock = new Database(join(path, 'in-use.sqlite'), { timeout: handOverMs });
    try {
      lock.exec('begin exclusive');
    } catch (error) {
      lock.close();
      if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
      return err(
        `The kiosk is running already (đang chạy rồi) with the data in ${path}; stop that one first, or give this one another data folder.`,
      );
    }
    return ok({ path, file: (name) => join(path, name), release: () => lock.close() });
  } catch (error) {
    return err(`The data folder ${path} cannot be written to (${codeOf(error)}).`);
  }
}

/** Replaces a private JSON file whole: after a power cut it is the old one or the new one. */
export function writePrivateJson(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/**
 * What a private JSON file holds; `fallback` when there is no such file. The failure is a sentence that names the file
 * and none of its content: there are secrets in it.
 */
export function readPrivateJson<Value>(
  file: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): Result<Value, string> {
  const damaged = err(damagedSentence(file));
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? ok(parsed.data) : damaged;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ok(fallback);
    if (error instanceof SyntaxError) return damaged;
    return err(`The file ${file} cannot be read (${codeOf(error)}).`);
  }
}

/** For a file with secrets in it: nothing of its content. */
export function damagedSentence(file: string): string {
  return `The file ${file} is damaged; restore it, or remove it to get a new one.`;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
