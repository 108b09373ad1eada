import type { LaneWaiting } from '../contract.ts';
import type { Estimate } from '../queue/estimate.ts';
import type { Ticket } from '../queue/ticket.ts';
import { type WaitingMinutes, waitingMinutes } from '../queue/waiting-minutes.ts';
import { estimateHall, type WaitingTimesDeps } from './waiting-times.ts';

/** How many wait in each lane and how long; the times are worked out once for all screens. */
export type Board = {
  lanes(): LaneWaiting[];
  /** Of whoever takes the next number of the lane. */
  waitingMinutes(lane: string, isPriority: boolean): WaitingMinutes | null;
  /** Of one who waits already. */
  waitingMinutesOf(ticket: Pick<Ticket, 'id'>): WaitingMinutes | null;
  /** Something has changed. */
  renew(): void;
  close(): void;
};
export type BoardDeps = WaitingTimesDeps & { changed: () => void };

/** In a burst of calls the waiting times are worked out once a second; while nothing happens they still grow old. */
const estimateEveryMs = 1_000;
const estimateAtLeastEveryMs = 30_000;
const askedAnewAfterMs = 15_000;
const mostAsked = 500;

export function createBoard(deps: BoardDeps): Board {
  const { centre, store, clock, changed } = deps;
  let estimated: { at: number; of: Estimate; isOld: boolean } | null = null;
  let cancel = () => {};
  const asked = new Map<string, { at: number; minutes: WaitingMinutes | null }>();

  function estimateNow(): Estimate {
    const now = clock.now();
    const age = estimated === null ? Infinity : now - estimated.at;
    const isDue =
      estimated === null || age < 0 || age >= (estimated.isOld ? estimateEveryMs : estimateAtLeastEveryMs);
    if (estimated !== null && !isDue) {
      if (estimated.isOld) lookAgainAfter(estimateEveryMs - age);
      return estimated.of;
    }
    estimated = { at: now, of: estimateHall(deps), isOld: false };
    lookAgainAfter(estimateAtLeastEveryMs);
    return estimated.of;
  }

  function lookAgainAfter(delayMs: number) {
    cancel();
    cancel = clock.after(delayMs, changed);
  }

  function minutes(lane: string, isPriority: boolean): WaitingMinutes | null {
    return waitingMinutes(estimateNow().next(lane, isPriority));
  }

  /** Who looks again and again is told the same for a while: each answer takes some milliseconds of everybody's time. */
  function minutesOf({ id }: Pick<Ticket, 'id'>): WaitingMinutes | null {
    const now = clock.now();
    const known = asked.get(id);
    if (known !== undefined && Math.abs(now - known.at) < askedAnewAfterMs) return known.minutes;
    if (asked.size >= mostAsked) asked.clear();
    const told = waitingMinutes(estimateHall(deps, [id]).ticket(id));
    asked.set(id, { at: now, minutes: told });
    return told;
  }

  return {
    lanes() {
      const waiting = store.tickets.waitingByLine(store.tickets.dayAt(clock.now()));
      return centre.get().lanes.map(({ letter, name }) => ({
        letter,
        name,
        waiting: waiting.get(letter) ?? 0,
        waitingMinutes: minutes(letter, false),
      }));
    },
    waitingMinutes: minutes,
    waitingMinutesOf: minutesOf,
    renew() {
      if (estimated !== null) estimated.isOld = true;
    },
    close: () => cancel(),
  };
}
