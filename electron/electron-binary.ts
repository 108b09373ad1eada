/** Where Electron's executable is, and how to get it. The npm package no longer brings it along. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type ElectronBinary = { path: string } | { trouble: string };

const triesAgainAfterMs = 24 * 60 * 60_000;
const downloadWithinMs = 5 * 60_000;

/** @param overrideFolder a folder with an unpacked Electron, used instead of the package's own; `null` for none */
export function findElectron(root: string, overrideFolder: string | null): string | null {
  const name = executableName(root);
  if (overrideFolder !== null) return existing(join(overrideFolder, name));
  return existing(join(root, 'node_modules', 'electron', 'dist', name));
}

/**
 * Downloads Electron where that is possible. A failure is remembered for a day, so that later starts are quick.
 * @param again tries even when it failed a short while ago
 */
export function getElectron(options: {
  root: string;
  overrideFolder: string | null;
  again: boolean;
  now: number;
  say: (line: string) => void;
}): ElectronBinary {
  const { root, overrideFolder, again, now, say } = options;
  const found = findElectron(root, overrideFolder);
  if (found !== null) return { path: found };
  if (overrideFolder !== null) return { trouble: `there is none in ${overrideFolder}` };
  const memory = join(root, 'node_modules', '.cache', 'motcua', 'electron-download.json');
  const remembered = again ? null : recallFailure(memory, now);
  if (remembered !== null) return { trouble: remembered };

  const startedAt = Date.now();
  const install = spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    encoding: 'utf8',
    timeout: downloadWithinMs,
  });
  const downloaded = findElectron(root, null);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (downloaded !== null) {
    rmSync(memory, { force: true });
    say(`Electron: downloaded in ${seconds} s.`);
    return { path: downloaded };
  }
  const trouble = `its download failed (${firstSentence(install.stderr ?? '')})`;
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ failedAt: now, trouble }));
  say(`Electron: ${trouble} after ${seconds} s; the next try is in a day, or with --shell electron.`);
  return { trouble };
}

function recallFailure(file: string, now: number): string | null {
  if (!existsSync(file)) return null;
  try {
    const { failedAt, trouble } = JSON.parse(readFileSync(file, 'utf8')) as {
      failedAt: number;
      trouble: string;
    };
    const age = now - failedAt;
    return age >= 0 && age < triesAgainAfterMs ? trouble : null;
  } catch {
    // A torn file only means one more try.
    return null;
  }
}

function executableName(root: string): string {
  const written = join(root, 'node_modules', 'electron', 'path.txt');
  if (existsSync(written)) return readFileSync(written, 'utf8').trim();
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null;
}

function firstSentence(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.replace(/^(\w*Error): /, '').trim() || 'no answer in time';
}
