import { unreachable } from '../core/result.ts';
import type { KnownFact } from '../core/sync/protocol.ts';

/** What a batch says about one ticket. `null`: nothing, so what is stored stands. */
export type TicketChange = {
  ticket: string;
  day: string | null;
  number: string | null;
  lane: string | null;
  procedure: string | null;
  station: string | null;
  issuedAt: number | null;
  calledAt: number | null;
  calls: number;
  counter: string | null;
  begunAt: number | null;
  finishedAt: number | null;
  missedAt: number | null;
  paper: string | null;
};

/** One change per ticket, since one statement cannot touch the same row twice. Facts come in the device's order. */
export function ticketChanges(facts: KnownFact[]): TicketChange[] {
  const changes = new Map<string, TicketChange>();
  for (const fact of facts) {
    const by = changeBy(fact);
    if (by === null) continue;
    const before = changes.get(by.ticket) ?? untouched(by.ticket);
    changes.set(by.ticket, {
      ...before,
      ...by,
      calledAt: before.calledAt ?? by.calledAt ?? null,
      calls: Math.max(before.calls, by.calls ?? 0),
    });
  }
  return [...changes.values()];
}

/** `null` for facts that tell of no ticket, or of a move that this summary does not show. */
function changeBy(fact: KnownFact): ({ ticket: string } & Partial<TicketChange>) | null {
  switch (fact.type) {
    case 'ticket-issued': {
      const { ticket, day, number, lane, procedure, station } = fact.body;
      return { ticket, day, number, lane, procedure, station, issuedAt: fact.at };
    }
    case 'ticket-called': {
      const { ticket, counter, call } = fact.body;
      return { ticket, counter, calledAt: fact.at, calls: call };
    }
    case 'visit-begun':
      return { ticket: fact.body.ticket, counter: fact.body.counter, begunAt: fact.at };
    case 'visit-finished':
      return { ticket: fact.body.ticket, counter: fact.body.counter, finishedAt: fact.at };
    case 'ticket-missed':
      return { ticket: fact.body.ticket, counter: fact.body.counter, missedAt: fact.at };
    case 'paper':
      // Not every slip belongs to a number.
      return fact.body.ticket === null ? null : { ticket: fact.body.ticket, paper: fact.body.outcome };
    case 'ticket-returned':
    case 'ticket-parked':
    case 'ticket-resumed':
    case 'ticket-transferred':
    case 'ticket-cancelled':
    case 'ticket-expired':
    case 'ticket-carried':
    case 'priority-set':
    case 'service-begun':
    case 'move-undone':
    case 'day-closed':
    case 'centre-changed':
    case 'dossier-accepted':
    case 'paper-issued':
    case 'rating-given':
    case 'set-aside':
      return null;
    default:
      return unreachable(fact);
  }
}

function untouched(ticket: string): TicketChange {
  return {
    ticket,
    day: null,
    number: null,
    lane: null,
    procedure: null,
    station: null,
    issuedAt: null,
    calledAt: null,
    calls: 0,
    counter: null,
    begunAt: null,
    finishedAt: null,
    missedAt: null,
    paper: null,
  };
}
