/** One locked window: the calm page until there is a core, then its screen, and back when anything fails. */
import { BrowserWindow, type Session } from 'electron';
import { nextStart } from './back-off.ts';
import { calmPageUrl, paperColour } from './calm-page.ts';
import { lockContents, type Lock } from './lock.ts';
import type { Bounds } from './screens.ts';
import type { Clock } from '../core/clock.ts';

export interface ScreenWindow {
  /** Of the page in it. */
  readonly contentsId: number;
  /**
   * The address of the screen, or `null` for the calm page. The same address again changes nothing.
   * @param home what is come back to once `address` was loaded, if that is another one
   */
  show(address: string | null, home?: string): void;
  place(bounds: Bounds): void;
  /** For what stands in it beside the page. */
  window: BrowserWindow;
  destroy(): void;
}
export type ScreenWindowOptions = {
  bounds: Bounds;
  session: Session;
  lock: Lock;
  clock: Clock;
  /** Officers' screens: editing shortcuts pass. */
  editing: () => boolean;
  closable: boolean;
  onClosed: () => void;
};

const retryMs = 1_000;
/** A core that is quicker than this is shown at once: a calm page before it would cost a second page process. */
const calmAfterMs = 400;
const frozenAfterMs = 5_000;

export function openScreenWindow(options: ScreenWindowOptions): ScreenWindow {
  const { bounds, session, lock, clock, editing, closable, onClosed } = options;
  const window = new BrowserWindow({
    ...bounds,
    frame: false,
    kiosk: true,
    fullscreen: true,
    // Rounded corners would show the desktop behind (frameless windows on Linux have them since Electron 43).
    roundedCorners: false,
    backgroundColor: paperColour,
    title: 'Một Cửa Kiosk',
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      backgroundThrottling: false,
      devTools: lock.devTools,
    },
  });
  const { webContents: contents } = window;
  lockContents(contents, lock, editing);

  let wanted: string | null = null;
  let next: string | null = null;
  let shown: string | null = null;
  let failures = 0;
  let loadedAt = clock.now();
  let cancelRetry = () => {};
  let cancelFrozen = () => {};
  let destroyed = false;

  const load = (address: string | null) => {
    cancelRetry();
    shown = address;
    loadedAt = clock.now();
    // What went wrong arrives as did-fail-load; the promise would only say it twice.
    contents.loadURL(address ?? calmPageUrl).catch(() => {});
  };
  const comeBackLater = (delayMs: number) => {
    load(null);
    cancelRetry = clock.after(delayMs, () => load(wanted));
  };

  contents.on('did-finish-load', () => {
    if (next === null || shown !== wanted) return;
    wanted = next;
    shown = next;
    next = null;
  });
  contents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    const replaced = code === -3;
    if (!isMainFrame || replaced || shown === null) return;
    comeBackLater(retryMs);
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    cancelFrozen();
    if (destroyed || reason === 'clean-exit') return;
    lock.log(`page process gone: ${reason}`);
    const start = nextStart(failures, clock.now() - loadedAt);
    failures = start.failures;
    // Not at once: Electron ignores a load while the gone process is still being cleared away.
    cancelRetry();
    cancelRetry = clock.after(start.delayMs, () => load(wanted));
  });
  contents.on('unresponsive', () => {
    cancelFrozen = clock.after(frozenAfterMs, () => {
      lock.log('page does not answer');
      contents.forcefullyCrashRenderer();
    });
  });
  contents.on('responsive', () => cancelFrozen());
  window.on('close', (event) => {
    if (!closable && !destroyed) event.preventDefault();
  });
  window.on('closed', () => {
    cancelRetry();
    cancelFrozen();
    if (!destroyed) onClosed();
    destroyed = true;
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  // Starts the page process meanwhile; the first screen then moves into it.
  contents.loadURL('about:blank').catch(() => {});
  cancelRetry = clock.after(calmAfterMs, () => load(null));

  return {
    contentsId: contents.id,
    show(address, home) {
      wanted = address;
      next = home ?? null;
      if (destroyed || address === shown) return;
      load(address);
    },
    window,
    place: (where) => window.setBounds(where),
    destroy() {
      destroyed = true;
      window.destroy();
    },
  };
}
