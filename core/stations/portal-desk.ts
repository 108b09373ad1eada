import type { Clock } from '../clock.ts';
import type { ShellCommand, ShellView } from '../contract.ts';
import { stepOfPage } from '../filing/portal-signs.ts';
import type { FilingBook } from '../filing/filing-book.ts';
import type { PortalPage, PortalRefusal } from '../flows/filing-steps.ts';

/** What a kiosk hears of its portal. */
export type PortalNews =
  | { type: 'portal-seen'; page: PortalPage }
  | { type: 'portal-refused'; what: PortalRefusal }
  | { type: 'stay' };
export type PortalDesk = ReturnType<typeof createPortalDesk>;

/** A page that is being drawn lacks signs for a moment; past this nobody says any more that it will have them. */
export const graceMs = 3_000;

/** Between a kiosk, which wants the portal beside its page, and the shell around its window, which opens it. */
export function createPortalDesk(deps: {
  filing: FilingBook;
  clock: Clock;
  /** A shell is connected for this kiosk. */
  hasShell(kiosk: string): boolean;
  /** The shell of this kiosk has to look. */
  changed(kiosk: string): void;
}) {
  const { portal, journeys } = deps.filing;
  const open = new Map<string, { id: string; isHidden: boolean; cancelGrace: () => void }>();
  const listeners = new Map<string, (news: PortalNews) => void>();
  let opened = 0;

  function seen(kiosk: string, page: PortalPage) {
    listeners.get(kiosk)?.({ type: 'portal-seen', page });
  }

  return {
    hasShell: (kiosk: string) => deps.hasShell(kiosk),
    /** `null` closes it, and the shell wipes what it left. */
    want(kiosk: string, wanted: { isHidden: boolean } | null): void {
      const now = open.get(kiosk);
      if (wanted === null) {
        now?.cancelGrace();
        if (open.delete(kiosk)) deps.changed(kiosk);
        return;
      }
      if (now?.isHidden === wanted.isHidden) return;
      if (now === undefined) opened += 1;
      open.set(kiosk, now ? { ...now, ...wanted } : { id: String(opened), ...wanted, cancelGrace: () => {} });
      deps.changed(kiosk);
    },
    view(kiosk: string): ShellView {
      const now = open.get(kiosk);
      const { url, hosts, place, signs } = portal;
      return {
        role: 'shell',
        portal: now ? { id: now.id, url, hosts, place, signs, isHidden: now.isHidden } : null,
      };
    },
    /** False when that portal was closed meanwhile. */
    hear(kiosk: string, command: ShellCommand): boolean {
      const now = open.get(kiosk);
      if (now === undefined || now.id !== command.portal) return false;
      if (command.type === 'portal-touched') listeners.get(kiosk)?.({ type: 'stay' });
      else if (command.type === 'portal-refused')
        listeners.get(kiosk)?.({ type: 'portal-refused', what: command.what });
      else {
        now.cancelGrace();
        const step =
          command.type === 'portal-page'
            ? stepOfPage(portal.pages, { url: command.url, seen: command.signs })
            : null;
        const index = journeys.here.findIndex(({ id }) => id === step);
        if (command.type === 'portal-failed') seen(kiosk, { at: 'failed' });
        else if (index >= 0) seen(kiosk, { at: 'step', index });
        else {
          seen(kiosk, { at: 'opening' });
          const cancelGrace = deps.clock.after(graceMs, () => seen(kiosk, { at: 'unexpected' }));
          open.set(kiosk, { ...now, cancelGrace });
        }
      }
      return true;
    },
    onNews(kiosk: string, listener: (news: PortalNews) => void): void {
      listeners.set(kiosk, listener);
    },
    forget(kiosk: string): void {
      listeners.delete(kiosk);
      open.get(kiosk)?.cancelGrace();
      open.delete(kiosk);
    },
  };
}
