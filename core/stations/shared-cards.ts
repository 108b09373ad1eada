import type { Clock } from '../clock.ts';
import type { SharedCard } from '../contract.ts';
import type { Log } from '../log.ts';
import type { TicketState } from '../queue/ticket.ts';
import type { SharedCardMarks } from '../store/shared-card-marks.ts';

/**
 * Cards that citizens agreed to share with the officer who serves them. In memory only: never stored, never logged. Only
 * that there was one is marked in the store, so that its loss can be told.
 */
export type SharedCards = {
  /** Call when the citizen agreed and has the number; a second card for the same ticket replaces the first. */
  give(ticket: string, card: SharedCard): void;
  /** `null` when nothing was shared, or the ticket has ended since; `lost` when it was given before a restart. */
  of(ticket: string): SharedCard | 'lost' | null;
  /** Lets go of the cards of tickets that have ended; call after moves. */
  forgetEnded(): void;
  close(): void;
};

/** Nobody waits longer than a working day. */
export const sharedForMs = 12 * 60 * 60 * 1000;
const sweepEveryMs = 60_000;
const over: readonly (TicketState | null)[] = ['done', 'cancelled', 'expired', null];

/** `stateOf` answers `null` for a ticket that does not exist. */
export function createSharedCards(deps: {
  clock: Clock;
  stateOf(ticket: string): TicketState | null;
  marks: SharedCardMarks;
  log: Log;
}): SharedCards {
  const { clock, marks, log } = deps;
  const cards = new Map<string, { card: SharedCard; cancelEnd: () => void }>();
  let cancelSweep = () => {};

  attempt(() => marks.removeEnded());

  /** A store that cannot write costs a sentence to an officer, and not the citizen their number. */
  function attempt(change: () => void) {
    try {
      change();
    } catch (error) {
      log.error({ error }, 'that a card was shared could not be stored');
    }
  }

  function letGo(ticket: string) {
    cards.get(ticket)?.cancelEnd();
    cards.delete(ticket);
    if (cards.size === 0) cancelSweep();
  }

  function forget(ticket: string) {
    letGo(ticket);
    attempt(() => marks.remove(ticket));
  }

  function forgetEnded() {
    for (const ticket of cards.keys()) if (over.includes(deps.stateOf(ticket))) forget(ticket);
  }

  /** Tickets also end without a counter's doing: by the clock, at the end of the day. */
  function sweepLater() {
    cancelSweep = clock.after(sweepEveryMs, () => {
      forgetEnded();
      if (cards.size > 0) sweepLater();
    });
  }

  return {
    give(ticket, card) {
      letGo(ticket);
      attempt(() => marks.add(ticket));
      if (cards.size === 0) sweepLater();
      // A timer, not a time to compare with: the wall clock may be set back.
      cards.set(ticket, { card, cancelEnd: clock.after(sharedForMs, () => forget(ticket)) });
    },
    of(ticket) {
      forgetEnded();
      const card = cards.get(ticket)?.card;
      return card ?? (marks.has(ticket) ? 'lost' : null);
    },
    forgetEnded,
    close() {
      for (const ticket of cards.keys()) letGo(ticket);
    },
  };
}
