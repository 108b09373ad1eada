/** Starts the built shell in a real Electron, with the stand-in core and a data folder of its own. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { testElectron } from './test-electron.ts';

export const root = resolve(import.meta.dirname, '../..');

export type ShellPlace = { appFolder: string; dataFolder: string; remove: () => void };

/** An app folder as the shell expects one. */
export function makeShellPlace(): ShellPlace {
  const appFolder = mkdtempSync(join(tmpdir(), 'motcua-shell-'));
  const dataFolder = join(appFolder, 'data');
  mkdirSync(dataFolder);
  writeFileSync(
    join(appFolder, 'package.json'),
    '{ "name": "shell", "type": "module", "main": "out/main/main.cjs" }',
  );
  symlinkSync(join(root, 'out'), join(appFolder, 'out'));
  return { appFolder, dataFolder, remove: () => rmSync(appFolder, { recursive: true, force: true }) };
}

export function shellEnvironment(
  place: ShellPlace,
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    MOTCUA_DATA: place.dataFolder,
    MOTCUA_PORT: '0',
    MOTCUA_NODE: process.execPath,
    MOTCUA_CORE: join(root, 'test', 'setup', 'stand-in-core.ts'),
    ...more,
  };
}

export async function startShell(
  place: ShellPlace,
  options: { environment?: Record<string, string>; flags?: string[] } = {},
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath: testElectron(),
    args: ['--disable-gpu', ...(options.flags ?? []), place.appFolder],
    env: shellEnvironment(place, options.environment),
  });
  const page = await app.firstWindow();
  return { app, page };
}

/** Waits until the window shows a page of the core. */
export async function atHome(page: Page): Promise<void> {
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\//);
}
