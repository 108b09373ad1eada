/** A ticket that waits, with what the choice depends on. */
export type Waiting = { id: string; lane: string; issuedAt: number; number: number };

/**
 * Whom a counter calls next: the longest waiting among the lanes it serves. Two tickets of the same
 * millisecond go by their number, so that the choice never depends on the order of the list.
 */
export function chooseNext<Ticket extends Waiting>(waiting: Ticket[], lanes: string[]): Ticket | null {
  return callOrder(waiting, lanes)[0] ?? null;
}

/** All tickets the counter may call, first in line first. */
export function callOrder<Ticket extends Waiting>(waiting: Ticket[], lanes: string[]): Ticket[] {
  return waiting
    .filter(({ lane }) => lanes.includes(lane))
    .toSorted((a, b) => a.issuedAt - b.issuedAt || a.number - b.number || (a.lane < b.lane ? -1 : 1));
}
