/**
 * The shell in Electron: locked windows, and the core in its own process. Everything a screen shows comes from the core.
 */
import { app, Menu, screen, session } from 'electron';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startNodeChild } from './child.ts';
import { chooseCoreRuntime, parseCoreReady, type CoreReady } from './core-process.ts';
import { lockSession, type Lock } from './lock.ts';
import { createPortalHost } from './portal/portal-host.ts';
import { openShellLink, type ShellLink } from './portal/shell-link.ts';
import { addressOf, placeScreens, shellAddressOf } from './screens.ts';
import { parseShellSettings } from './shell-settings.ts';
import { supervise, type Supervisor } from './supervise.ts';
import { systemClock } from '../core/clock.ts';
import type { Role } from '../core/contract.ts';
import { openStation, type Station } from './station.ts';
import { startUtilityChild } from './utility-child.ts';
import { openScreenWindow, type ScreenWindow } from './window.ts';

// A page cannot say more than "connecting" about a core that stays away; past this the calm page says it better.
const calmAfterMs = 5_000;

const parsed = parseShellSettings(process.env);
if (!parsed.ok) {
  console.error(parsed.error);
  process.exit(2);
}
const settings = parsed.value;
const appFolder = app.getAppPath();
const dataFolder =
  settings.dataFolder ?? (app.isPackaged ? join(app.getPath('userData'), 'kiosk') : join(appFolder, 'data'));
// The lock below is taken in this folder, so that it means "one shell per data folder".
app.setPath('userData', join(resolve(dataFolder), 'shell'));

const log = (line: string) => console.error(line);
const lock: Lock = {
  own: () => station?.own() ?? (ready === null ? null : new URL(ready.url).origin),
  devTools: settings.devTools,
  log: (line) => log(`shell: ${line}`),
  mayPrint: (contentsId) => {
    const [index] = [...windows].find(([, window]) => window.contentsId === contentsId) ?? [];
    return index !== undefined && roleOf(index) === 'counter';
  },
  onStopped: (url) => station?.asked(url),
};
let ready: CoreReady | null = null;
let station: Station | null = null;
let cancelCalm = () => {};
const windows = new Map<number, ScreenWindow>();
/** The portal beside each kiosk. */
const portals = new Map<number, ShellLink>();

if (app.requestSingleInstanceLock()) {
  run();
} else {
  log('The kiosk is already running with this data folder.');
  app.exit(2);
}

function run(): void {
  // Root cannot have Chromium's sandbox, and the two together leave no process able to start. In a hall nobody is root.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  Menu.setApplicationMenu(null);
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  // The hall's display calls numbers aloud without anybody touching it.
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  app.on('child-process-gone', (_event, { type, reason }) => lock.log(`${type} process gone: ${reason}`));
  // Without this Electron ends with its last window, also while one is only being replaced.
  app.on('window-all-closed', () => {});

  let core: Promise<Supervisor | null> = Promise.resolve(null);
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    for (const window of windows.values()) window.destroy();
    void core.then((running) => running?.stop()).finally(() => app.exit(code));
  };
  if (settings.coreAddress === null) core = startCore();
  app.on('before-quit', (event) => {
    event.preventDefault();
    stop(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  process.on('disconnect', () => stop(0));

  void app.whenReady().then(() => {
    // A station keeps its token in the page's own storage; beside the core every start brings one.
    const kioskSession = session.fromPartition(settings.coreAddress === null ? 'screens' : 'persist:station');
    lockSession(kioskSession, lock);
    if (settings.coreAddress !== null) {
      station = openStation({
        core: settings.coreAddress,
        pinFile: join(app.getPath('userData'), 'station.json'),
        session: kioskSession,
        clock: systemClock,
        log: lock.log,
        show: (address, home) => windows.get(0)?.show(address, home),
      });
    }
    const wantedScreens = settings.coreAddress === null ? settings.screens : settings.screens.slice(0, 1);
    const arrange = () => {
      const placed = placeScreens(wantedScreens, displaysLeftToRight());
      for (const [index, window] of windows) {
        const place = placed[index];
        if (place !== undefined) window.place(place.bounds);
        else {
          window.destroy();
          windows.delete(index);
          portals.get(index)?.connect(null);
          portals.delete(index);
        }
      }
      for (const [index, { wanted, bounds }] of placed.entries()) {
        if (windows.has(index)) continue;
        const window = openScreenWindow({
          bounds,
          session: kioskSession,
          lock,
          clock: systemClock,
          editing: () => isDesk(roleOf(index)),
          closable: settings.closable,
          onClosed: () => stop(0),
        });
        windows.set(index, window);
        if (wanted.role === 'kiosk' && station === null) portals.set(index, openPortal(window, index));
      }
      showAll();
    };
    arrange();
    screen.on('display-added', arrange);
    screen.on('display-removed', arrange);
    screen.on('display-metrics-changed', arrange);
  });

  async function startCore(): Promise<Supervisor | null> {
    const runtime = chooseCoreRuntime({
      appFolder,
      electronNodeMajor: Number.parseInt(process.versions.node, 10),
      nodePath: settings.nodePath ?? developersNode(),
      corePath: settings.corePath,
    });
    if (runtime.how === 'none') {
      refuse(runtime.sentence);
      return null;
    }
    const env = {
      // Saves later starts most of the compiling.
      NODE_COMPILE_CACHE: join(resolve(dataFolder), 'compiled'),
      ...process.env,
      MOTCUA_DATA: dataFolder,
    };
    if (runtime.how === 'utility-process') await app.whenReady();
    return supervise({
      start: () =>
        runtime.how === 'node'
          ? startNodeChild(runtime.nodePath, runtime.entry, { env, cwd: process.cwd(), log })
          : startUtilityChild(runtime.entry, env, log),
      parseReady: parseCoreReady,
      clock: systemClock,
      onReady(now) {
        cancelCalm();
        ready = now;
        console.log(JSON.stringify({ ready: true, ...now }));
        showAll();
      },
      onDown({ delayMs }) {
        lock.log(`the core stopped; it starts again in ${delayMs} ms`);
        cancelCalm();
        cancelCalm = systemClock.after(calmAfterMs, () => {
          ready = null;
          showAll();
        });
      },
      onRefused: refuse,
    });
  }

  function refuse(sentence: string): void {
    log(sentence);
    stop(2);
  }
}

/** What the window shows, as far as that is known yet. */
function roleOf(index: number): Role | null {
  return station === null ? (settings.screens[index]?.role ?? null) : station.role();
}

/** The shell is a station of the core itself: pages need no way to speak to it. */
function openPortal({ window }: ScreenWindow, index: number): ShellLink {
  const link = openShellLink({ clock: systemClock, log: lock.log, show: (portal) => host.show(portal) });
  const host = createPortalHost({
    window,
    partition: `portal-${index}`,
    devTools: settings.devTools,
    clock: systemClock,
    log: lock.log,
    send: (command) => link.send(command),
  });
  return link;
}

function isDesk(role: Role | null): boolean {
  return role === 'counter' || role === 'admin';
}

function showAll(): void {
  if (station !== null) return station.showAgain();
  for (const [index, window] of windows) {
    const wanted = settings.screens[index];
    const stations = ready?.stations ?? [];
    window.show(wanted === undefined ? null : addressOf(wanted, stations));
    portals.get(index)?.connect(wanted === undefined ? null : shellAddressOf(wanted, stations));
  }
}

function displaysLeftToRight() {
  return screen
    .getAllDisplays()
    .map(({ bounds }) => bounds)
    .toSorted((a, b) => a.x - b.x || a.y - b.y);
}

/** In a checkout the pinned Node runs the core unbuilt. */
function developersNode(): string | null {
  if (app.isPackaged) return null;
  const windowsToo = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(appFolder, 'node_modules', 'node', 'bin', windowsToo);
  return existsSync(path) ? path : null;
}
