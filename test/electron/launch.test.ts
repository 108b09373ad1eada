import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { takeDataFolder } from '../../core/data-folder.ts';
import { nextStart } from '../../electron/back-off.ts';
import { chooseShell, type ShellFacts } from '../../electron/choose-shell.ts';
import { chromiumFlags } from '../../electron/chromium.ts';
import { chooseCoreRuntime, parseCoreReady } from '../../electron/core-process.ts';
import { parseLaunchOptions, usage } from '../../electron/launch-options.ts';
import { addressOf, parseScreens, placeScreens } from '../../electron/screens.ts';
import { parseShellSettings } from '../../electron/shell-settings.ts';
import { removeFolder, temporaryFolder } from '../setup/core-process.ts';

const everything: ShellFacts = {
  asked: null,
  display: true,
  electron: { path: '/electron' },
  chromiumPath: '/usr/bin/chromium',
};
const noElectron = { electron: { trouble: 'its download failed (no network)' } };

test('with a display the shell is Electron, else Chromium, and the line says why', () => {
  expect(chooseShell(everything)).toMatchObject({ value: { shell: 'electron', path: '/electron' } });
  expect(chooseShell({ ...everything, ...noElectron })).toMatchObject({
    value: {
      shell: 'chromium',
      path: '/usr/bin/chromium',
      why: 'Electron cannot be had: its download failed (no network)',
    },
  });
  expect(chooseShell({ ...everything, ...noElectron, chromiumPath: null })).toMatchObject({
    value: { shell: 'none' },
  });
});

test('without a display the addresses are enough, but a window that was asked for is missed', () => {
  expect(chooseShell({ ...everything, display: false })).toMatchObject({ value: { shell: 'none' } });
  expect(chooseShell({ ...everything, display: false, asked: 'chromium' })).toMatchObject({ ok: false });
  expect(chooseShell({ ...everything, ...noElectron, asked: 'electron' })).toMatchObject({ ok: false });
  expect(chooseShell({ ...everything, asked: 'none' })).toMatchObject({ value: { shell: 'none' } });
});

test('options are read, and a wrong one is named', () => {
  expect(parseLaunchOptions([], {})).toEqual({
    ok: true,
    value: {
      dataFolder: 'data',
      port: 4700,
      hubPort: 4800,
      lanPort: 4743,
      hub: true,
      dock: true,
      shell: null,
    },
  });
  expect(
    parseLaunchOptions(
      ['--data', '/d', '--port', '0', '--lan-port', '5000', '--no-hub', '--no-dock', '--shell', 'none'],
      {},
    ),
  ).toMatchObject({
    value: { dataFolder: '/d', port: 0, lanPort: 5000, hub: false, dock: false, shell: 'none' },
  });
  for (const args of [
    ['--port', '70000'],
    ['--port', 'x'],
    ['--lan-port', 'x'],
    ['--shell', 'safari'],
    ['--data', ' '],
    ['--colour'],
  ]) {
    const parsed = parseLaunchOptions(args, {});
    expect(parsed).toMatchObject({ ok: false, error: { help: false } });
    expect(!parsed.ok && parsed.error.sentence).toContain(args[0]);
  }
  expect(parseLaunchOptions(['--help'], {})).toMatchObject({ ok: false, error: { help: true } });
  expect(parseLaunchOptions([], { MOTCUA_LAN_PORT: '5001' })).toMatchObject({ value: { lanPort: 5001 } });
  for (const option of ['--data', '--port', '--hub-port', '--lan-port', '--no-hub', '--no-dock', '--shell'])
    expect(usage).toContain(`${option} `);
});

test('a second start says in words that the kiosk is running already', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder('second-start');
  const first = takeDataFolder(folder);
  if (!first.ok) throw new Error(first.error);
  onTestFinished(() => {
    first.value.release();
    removeFolder(folder);
  });
  const launch = resolve(import.meta.dirname, '../../electron/launch.ts');
  const second = spawn(process.execPath, [launch, '--data', folder, '--shell', 'none', '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(second.stderr), once(second, 'exit')]);
  expect({ said, code }).toEqual({
    said: `The kiosk is running already (đang chạy rồi) with the data in ${folder}; stop that one first, or give this one another data folder.\n`,
    code: 2,
  });
});

test('a process that keeps falling waits longer each time, up to half a minute, and starts afresh when it has stood', () => {
  const waits: number[] = [];
  let failures = 0;
  for (let fall = 0; fall < 12; fall += 1) {
    const next = nextStart(failures, 100);
    waits.push(next.delayMs);
    failures = next.failures;
  }
  expect(waits.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
  expect(Math.max(...waits)).toBe(30_000);
  expect(nextStart(failures, 120_000)).toEqual({ failures: 1, delayMs: 250 });
});

test('only the ready line of a core is taken for one', () => {
  expect(parseCoreReady('{"level":30,"msg":"printer"}')).toBeNull();
  expect(parseCoreReady('not JSON')).toBeNull();
  expect(parseCoreReady('{"ready":true,"url":"http://127.0.0.1:1"')).toBeNull();
  expect(
    parseCoreReady('{"ready":true,"url":"http://127.0.0.1:1","dataFolder":"d","officers":[],"stations":[]}'),
  ).toMatchObject({
    url: 'http://127.0.0.1:1',
  });
});

test("the core runs on Electron's own Node only where that is new enough", () => {
  const facts = { appFolder: '/app', nodePath: null, corePath: null };
  expect(chooseCoreRuntime({ ...facts, electronNodeMajor: 24 })).toMatchObject({ how: 'utility-process' });
  expect(chooseCoreRuntime({ ...facts, electronNodeMajor: 18 })).toMatchObject({ how: 'none' });
  expect(chooseCoreRuntime({ ...facts, electronNodeMajor: 18, nodePath: '/node' })).toMatchObject({
    how: 'node',
    entry: '/app/out/core/main.mjs',
  });
});

test('screens are placed one on each display, and a name that means nothing is an error that names it', () => {
  const screens = parseScreens('kiosk, rating:quay-1');
  expect(screens).toEqual({
    ok: true,
    value: [
      { role: 'kiosk', station: null },
      { role: 'rating', station: 'quay-1' },
    ],
  });
  expect(parseScreens(undefined)).toMatchObject({ value: [{ role: 'kiosk' }] });
  expect(parseScreens('kiosk,dock')).toEqual({
    ok: false,
    error: expect.stringContaining('"dock"') as string,
  });
  expect(parseShellSettings({ MOTCUA_SCREENS: 'tv' })).toEqual({
    ok: false,
    error: expect.stringContaining('"tv"') as string,
  });
  const one = { x: 0, y: 0, width: 1080, height: 1920 };
  expect(screens.ok && placeScreens(screens.value, [one])).toHaveLength(1);
  const stations = [
    { id: 'rating-quay-1', role: 'rating' as const, counterId: 'quay-1', url: 'http://a' },
    { id: 'rating-quay-2', role: 'rating' as const, counterId: 'quay-2', url: 'http://b' },
  ];
  expect(addressOf({ role: 'rating', station: 'quay-2' }, stations)).toBe('http://b');
  expect(addressOf({ role: 'admin', station: null }, stations)).toBeNull();
});

test('Chromium runs without its sandbox only for root, and resolves no foreign name', () => {
  const options = { address: 'http://127.0.0.1:1/#token=t', profile: '/p' };
  expect(chromiumFlags({ ...options, root: false })).not.toContain('--no-sandbox');
  expect(chromiumFlags({ ...options, root: true })).toContain('--no-sandbox');
  expect(chromiumFlags({ ...options, root: false }).join(' ')).toContain('MAP * ~NOTFOUND');
});
