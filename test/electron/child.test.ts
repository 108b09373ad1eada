import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startChild, startNodeChild } from '../../electron/child.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-child-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (text: string) => {
  const path = join(folder, 'program.mjs');
  writeFileSync(path, text);
  return path;
};
const options = () => ({ env: process.env, cwd: folder, log: () => {} });
/** One that ended but that nobody has buried yet is not alive. */
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    const status = `/proc/${pid}/status`;
    return !existsSync(status) || !/^State:\s+[ZX]/m.test(readFileSync(status, 'utf8'));
  } catch {
    return false;
  }
};

test('the end of a child carries its code and its last sentence, without the log lines around it', async () => {
  const log: string[] = [];
  const entry = program(`console.error('{"level":30}'); console.error('The disk is full.');
    console.error('{"level":50}'); process.exit(2);`);
  const child = startNodeChild(process.execPath, entry, { ...options(), log: (line) => void log.push(line) });
  expect(await child.ended).toEqual({ code: 2, lastWords: 'The disk is full.' });
  expect(log).toEqual(['{"level":30}', 'The disk is full.', '{"level":50}']);
});

test('a program that is not there ends at once, with a reason', async () => {
  const child = startChild({ ...options(), command: join(folder, 'nothing'), args: [] });
  expect(await child.ended).toEqual({ code: 127, lastWords: expect.stringContaining('ENOENT') as string });
  child.stop();
  child.kill();
});

test('helpers that a fallen child leaves behind are ended, and nobody waits for their open pipes', async () => {
  const entry = program(`import { spawn } from 'node:child_process';
    const helper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    console.log(helper.pid); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);`);
  const child = startChild({ ...options(), command: process.execPath, args: [entry] });
  const helper = await new Promise<number>((found) => child.onLine((line) => found(Number(line))));
  expect(await child.ended).toMatchObject({ code: null });
  await vi.waitFor(() => expect(isAlive(helper)).toBe(false), 5_000);
});

test('a core whose parent was killed ends gracefully, so that the next start finds the port free', async () => {
  const source = resolve(import.meta.dirname, '../../electron/child.ts');
  const entry = join(folder, 'core.mjs');
  writeFileSync(
    entry,
    `import { writeFileSync } from 'node:fs';
     process.on('SIGTERM', () => { writeFileSync('stopped', ''); process.exit(0); });
     setInterval(() => {}, 1000); writeFileSync('core.pid', String(process.pid));`,
  );
  const parent = spawn(
    process.execPath,
    [
      program(`import { startNodeChild } from ${JSON.stringify(source)};
        startNodeChild(process.execPath, ${JSON.stringify(entry)}, { env: process.env, cwd: ${JSON.stringify(folder)}, log: () => {} });`),
    ],
    { stdio: 'ignore' },
  );
  const pid = await vi.waitFor(
    () => Number(readFileSync(join(folder, 'core.pid'), 'utf8') || Number.NaN),
    5_000,
  );
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(existsSync(join(folder, 'stopped'))).toBe(true), 5_000);
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000);
});
