/** The portal in a kiosk's window: opened, watched and wiped as the core's view of this shell says. */
import { type BrowserWindow, clipboard, session as sessions } from 'electron';
import type { Clock } from '../../core/clock.ts';
import type { ShellCommand, ShellView } from '../../core/contract.ts';
import { lockPortalContents, lockPortalSession, type Refused } from './lock-portal.ts';
import { lookAt } from './look.ts';
import { openPageBeside, type PageBeside } from './page-beside.ts';
import { bareUrl, placeIn } from './portal-policy.ts';

type Wanted = NonNullable<ShellView['portal']>;
export type PortalHost = { show(wanted: Wanted | null): void };

const lookMs = 400;

export function createPortalHost(deps: {
  window: BrowserWindow;
  /** Names the session; it lives in memory only. */
  partition: string;
  devTools: boolean;
  clock: Clock;
  log: (line: string) => void;
  send: (command: ShellCommand) => void;
}): PortalHost {
  const { window, clock, log, send } = deps;
  const session = sessions.fromPartition(deps.partition);
  let open: { wanted: Wanted; page: PageBeside; told: string; touches: number } | null = null;
  let wanted: Wanted | null = null;
  let isWiping = false;
  let cancelLook = () => {};
  const lock = {
    hosts: () => open?.wanted.hosts ?? [],
    refused(what: Refused) {
      log(`the portal was refused: ${what}`);
      if (open !== null) send({ type: 'portal-refused', portal: open.wanted.id, what });
    },
  };
  lockPortalSession(session, lock);
  window.on('resize', place);
  window.on('closed', () => cancelLook());

  function place() {
    if (open === null || window.isDestroyed()) return;
    const [width = 0, height = 0] = window.getContentSize();
    open.page.place(placeIn({ width, height }, open.wanted.place));
  }

  function begin(next: Wanted) {
    const page = openPageBeside(window, session, deps.devTools);
    open = { wanted: next, page, told: '', touches: 0 };
    const failed = () => send({ type: 'portal-failed', portal: next.id });
    try {
      lockPortalContents(page.contents, lock);
    } catch {
      log('the portal could not be locked and stays closed');
      failed();
      return;
    }
    page.contents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
      const isReplaced = code === -3;
      if (isMainFrame && !isReplaced) failed();
    });
    page.contents.on('render-process-gone', failed);
    place();
    page.hide(next.isHidden);
    page.contents.loadURL(next.url).catch(() => {});
    look();
  }

  function look() {
    cancelLook();
    cancelLook = clock.after(lookMs, () => void lookOnce().then(look));
  }

  async function lookOnce(): Promise<void> {
    const now = open;
    if (now === null) return;
    const url = bareUrl(now.page.contents.getURL());
    const seen = await lookAt(now.page.contents, now.wanted.signs);
    if (open !== now || seen === null || url === '') return;
    const told = JSON.stringify([url, seen.seen]);
    if (told !== now.told) send({ type: 'portal-page', portal: now.wanted.id, url, signs: seen.seen });
    if (seen.touches !== now.touches && seen.touches > 0)
      send({ type: 'portal-touched', portal: now.wanted.id });
    now.told = told;
    now.touches = seen.touches;
  }

  /** Nothing of one citizen's session is there for the next. */
  async function end(): Promise<void> {
    cancelLook();
    open?.page.remove();
    open = null;
    isWiping = true;
    clipboard.clear();
    await session.closeAllConnections();
    await Promise.all([
      session.clearStorageData(),
      session.clearCache(),
      session.clearAuthCache(),
      session.clearHostResolverCache(),
    ]);
    isWiping = false;
    log('the portal is closed and wiped');
  }

  function settle() {
    if (isWiping || window.isDestroyed()) return;
    if (open !== null && open.wanted.id !== wanted?.id) {
      void end().then(settle);
      return;
    }
    if (wanted === null) return;
    if (open === null) begin(wanted);
    else if (open.wanted.isHidden !== wanted.isHidden) {
      open.page.hide(wanted.isHidden);
      place();
    }
    if (open !== null) open.wanted = wanted;
  }

  return {
    show(next) {
      wanted = next;
      settle();
    },
  };
}
