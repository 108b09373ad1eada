import { useState } from 'react';
import type { CounterScreen } from '../../../../core/contract.ts';
import type { SeenPapers } from '../use-seen-papers.ts';
import { firstDrafts, type PaperDrafts, type PaperName } from './drafts.ts';

type Held = { ticket: string; isOpen: boolean; paper: PaperName | null; drafts: PaperDrafts };
export type DeskPapers = {
  /** `null` while the sheet is closed. */
  open: { paper: PaperName | null; drafts: PaperDrafts } | null;
  show: () => void;
  close: () => void;
  choose: (paper: PaperName | null) => void;
  /** What was typed, after a change of it. */
  change: (next: (drafts: PaperDrafts) => PaperDrafts) => void;
};

/**
 * What the officer has typed for the ticket in front of them. Kept above the states and apart from the views: it survives a
 * passing view, a lost connection and signing in again, and goes with the ticket.
 */
export function useDrafts(screen: CounterScreen, papers: SeenPapers): DeskPapers {
  const [held, setHeld] = useState<Held | null>(null);
  const serving = screen.at === 'serving' ? screen : null;
  const inHand = 'ticket' in screen ? screen.ticket.id : null;
  const mine = held !== null && held.ticket === inHand ? held : null;
  // Somebody else sits here now: what was typed of the one before must not stay in memory.
  if (held !== null && mine === null && screen.at !== 'signed-out') setHeld(null);
  const put = (change: Partial<Held>) => {
    if (serving === null) return;
    const { ticket, desk } = serving;
    setHeld((before) => {
      const own = before?.ticket === ticket.id ? before : null;
      const fresh = {
        ticket: ticket.id,
        isOpen: false,
        paper: null,
        drafts: firstDrafts(ticket, desk, papers.seen),
      };
      return { ...(own ?? fresh), ...change };
    });
  };
  return {
    open:
      serving !== null && mine !== null && mine.isOpen ? { paper: mine.paper, drafts: mine.drafts } : null,
    show: () => put({ isOpen: true }),
    close: () => put({ isOpen: false }),
    choose: (paper) => put({ paper }),
    change: (next) =>
      setHeld((before) => (before === null ? null : { ...before, drafts: next(before.drafts) })),
  };
}
