/**
 * Composition root of `npm start` in a checkout: the hub, the core and a window to see them in, until the window is
 * closed or Ctrl+C is pressed. A hall runs the packaged Electron instead, whose root is main.ts.
 */
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { addressTable } from './address-table.ts';
import { startChild, startNodeChild, type Child } from './child.ts';
import { chooseShell, type ShellChoice } from './choose-shell.ts';
import { chromiumFlags, findChromium, prepareProfile } from './chromium.ts';
import { parseCoreReady, parseHubReady, type CoreReady, type HubReady } from './core-process.ts';
import { getElectron, type ElectronBinary } from './electron-binary.ts';
import { parseLaunchOptions, type LaunchOptions } from './launch-options.ts';
import { openLogFile } from './log-file.ts';
import { supervise, type Supervisor } from './supervise.ts';
import { systemClock } from '../core/clock.ts';
import { takeDataFolder } from '../core/data-folder.ts';

const coreLeavesWithinMs = 3_000;
// Data folder and logs are this user's alone.
process.umask(0o077);

const startedAt = Date.now();
const root = resolve(import.meta.dirname, '..');
const isRoot = process.getuid?.() === 0;
const say = (line: string) => console.log(line);

const parsed = parseLaunchOptions(process.argv.slice(2), process.env);
if (!parsed.ok) {
  (parsed.error.help ? console.log : console.error)(parsed.error.sentence);
  process.exit(parsed.error.help ? 0 : 2);
}
const options: LaunchOptions = { ...parsed.value, dataFolder: resolve(parsed.value.dataFolder) };
const first = pickShell(null);
if (!first.ok) {
  console.error(first.error);
  process.exit(2);
}
let choice: ShellChoice = first.value;
// Asked before anything runs: else the first to find the folder taken would be the hub, and speak of itself.
const free = takeDataFolder(options.dataFolder);
if (!free.ok) {
  console.error(free.error);
  process.exit(2);
}
free.value.release();

// A given hub is used as it is; else one of our own runs beside the core.
const givenHub = process.env['MOTCUA_HUB_URL'] ?? null;
const ownHub = options.hub && givenHub === null;
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  MOTCUA_DATA: options.dataFolder,
  MOTCUA_PORT: String(options.port),
  MOTCUA_HUB_PORT: String(options.hubPort),
  MOTCUA_LAN_PORT: String(options.lanPort),
  MOTCUA_SAMPLE: process.env['MOTCUA_SAMPLE'] ?? '1',
  MOTCUA_DOCK: options.dock ? '1' : '0',
  // Saves the second and later starts most of the compiling.
  NODE_COMPILE_CACHE:
    process.env['NODE_COMPILE_CACHE'] ?? join(root, 'node_modules', '.cache', 'motcua', 'compiled'),
};
const running: {
  shell: Child | null;
  core: Supervisor | null;
  hub: Supervisor | null;
  portal: Child | null;
} = { shell: null, core: null, hub: null, portal: null };
let core: CoreReady | null = null;
let hub: HubReady | null = null;
let stopping = false;
let announced = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stop(0));
}
// The set-up script that started this process is gone, however it ended.
process.on('disconnect', () => void stop(0));

if (environment['MOTCUA_SAMPLE'] === '1' && environment['MOTCUA_PORTAL'] === undefined) await startPortal();
if (ownHub) startHub();
// The port of a hub that may take any is known only once it runs.
if (!ownHub || options.hubPort !== 0)
  startCoreAndShell(ownHub ? `http://127.0.0.1:${options.hubPort}` : givenHub);

/** The sample centre files its dossiers at a portal of its own, on a free port of this machine. */
async function startPortal(): Promise<void> {
  const port = await freePort();
  const log = openLogFile(join(options.dataFolder, 'logs', 'portal.log'));
  running.portal = startNodeChild(process.execPath, join(root, 'test/portal/main.ts'), {
    env: { ...environment, MOTCUA_PORTAL_PORT: String(port) },
    cwd: process.cwd(),
    log,
  });
  environment['MOTCUA_PORTAL'] = `http://127.0.0.1:${port}`;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function startHub(): void {
  const log = openLogFile(join(options.dataFolder, 'logs', 'hub.log'));
  running.hub = supervise({
    start: () => startNode('hub/main.ts', environment, log),
    parseReady: parseHubReady,
    clock: systemClock,
    onReady(ready) {
      const isFirst = hub === null;
      hub = ready;
      if (isFirst && options.hubPort === 0) startCoreAndShell(ready.url);
      announce();
    },
    onDown: ({ delayMs, lastWords }) => sayDown('hub', delayMs, lastWords),
    onRefused: refuse,
  });
}

function startCoreAndShell(hubUrl: string | null): void {
  if (hubUrl !== null) environment['MOTCUA_HUB_URL'] = hubUrl;
  if (choice.shell === 'electron') startElectron(choice.path);
  else startCore();
}

function startCore(): void {
  const log = openLogFile(join(options.dataFolder, 'logs', 'core.log'));
  running.core = supervise({
    start: () => startNode('out/core/main.mjs', environment, log),
    parseReady: parseCoreReady,
    clock: systemClock,
    onReady(ready) {
      core = ready;
      // After a fall it comes back where the open pages look for it.
      environment['MOTCUA_PORT'] = new URL(ready.url).port;
      announce();
    },
    onDown: ({ delayMs, lastWords }) => sayDown('core', delayMs, lastWords),
    onRefused: refuse,
  });
}

/** Electron's main starts and watches the core itself, as it does in a hall. */
function startElectron(path: string): void {
  const log = openLogFile(join(options.dataFolder, 'logs', 'shell.log'));
  const shell = startChild({
    command: path,
    args: [...(isRoot ? ['--no-sandbox'] : []), root],
    env: { ...environment, MOTCUA_NODE: process.execPath, MOTCUA_CLOSABLE: '1' },
    cwd: process.cwd(),
    log,
  });
  running.shell = shell;
  shell.onLine((line) => {
    core = parseCoreReady(line) ?? core;
    announce();
  });
  void shell.ended.then(({ code, lastWords }) => {
    running.shell = null;
    if (stopping) return;
    if (code === 0) void stop(0);
    else if (code === 2) refuse(lastWords);
    else {
      const next = pickShell(`it ended with ${code === null ? 'a signal' : `code ${code}`}`);
      if (!next.ok) refuse(next.error);
      else {
        choice = next.value;
        core = null;
        announced = false;
        say(`Electron stopped; going on with ${choice.shell} in its place.`);
        // Its core notices by itself that it is alone, and needs a moment to leave port and data folder.
        systemClock.after(coreLeavesWithinMs, startCore);
      }
    }
  });
}

function startChromium(path: string, ready: CoreReady): void {
  const address = ready.stations.find(({ role }) => role === 'kiosk')?.url ?? ready.url;
  const profile = join(options.dataFolder, 'chromium');
  prepareProfile(profile, new URL(ready.url).origin);
  const shell = startChild({
    command: path,
    args: chromiumFlags({ address, profile, root: isRoot }),
    env: process.env,
    cwd: root,
    log: openLogFile(join(options.dataFolder, 'logs', 'shell.log')),
  });
  running.shell = shell;
  void shell.ended.then(({ code }) => {
    running.shell = null;
    if (stopping) return;
    if (code === 0) void stop(0);
    else
      say(
        `The Chromium window ended with ${code === null ? 'a signal' : `code ${code}`}; the addresses above keep working.`,
      );
  });
}

/** Once everything runs: the addresses, and the window where Electron has not opened it already. */
function announce(): void {
  if (announced || stopping || core === null || (ownHub && hub === null)) return;
  announced = true;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`\nMột Cửa Kiosk is ready after ${seconds} s.\n\n${addressTable(core, hub?.page ?? null)}\n`);
  say(`  Shell: ${choice.shell}, ${choice.why}.`);
  const closes = choice.shell === 'none' ? '' : ' or Alt+F4 in its window';
  say(`  Stop everything with Ctrl+C here${closes}.\n`);
  if (choice.shell === 'chromium') startChromium(choice.path, core);
}

function sayDown(name: string, delayMs: number, lastWords: string): void {
  const reason = lastWords === '' ? '' : ` (${lastWords})`;
  say(`The ${name} stopped${reason}; it starts again in ${delayMs} ms.`);
}

function refuse(sentence: string): void {
  if (stopping) return;
  console.error(sentence);
  void stop(2);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  say('\nStopping…');
  // The window first, then what it shows, then what that reports to.
  const shell = running.shell;
  if (shell !== null) {
    const cancelKill = systemClock.after(10_000, () => shell.kill());
    shell.stop();
    await shell.ended;
    cancelKill();
  }
  await running.core?.stop();
  await running.hub?.stop();
  running.portal?.stop();
  await running.portal?.ended;
  if (code === 0) say('Stopped. What was stored stays in the data folder.');
  process.exit(code);
}

function startNode(entry: string, env: NodeJS.ProcessEnv, log: (line: string) => void): Child {
  return startNodeChild(process.execPath, join(root, entry), { env, cwd: process.cwd(), log });
}

/** @param electronTrouble set when Electron was tried and failed */
function pickShell(electronTrouble: string | null) {
  const display =
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const wantsElectron = display && (options.shell === null || options.shell === 'electron');
  const electron: ElectronBinary =
    electronTrouble === null && wantsElectron
      ? getElectron({
          root,
          overrideFolder: process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? null,
          again: options.shell === 'electron',
          now: Date.now(),
          say,
        })
      : { trouble: electronTrouble ?? 'it was not asked for' };
  return chooseShell({
    asked: options.shell,
    display,
    electron,
    chromiumPath: findChromium(process.env['PATH'] ?? ''),
  });
}
