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
    if (fact.type === 'rating-given' || fact.type === 'set-aside') continue;
    const before = changes.get(fact.body.ticket) ?? untouched(fact.body.ticket);
    changes.set(fact.body.ticket, { ...before, ...changeBy(fact, before) });
  }
  return [...changes.values()];
}

type TicketFact = Exclude<KnownFact, { type: 'rating-given' | 'set-aside' }>;

function changeBy(fact: TicketFact, before: TicketChange): Partial<TicketChange> {
  switch (fact.type) {
    case 'ticket-issued':
      return { ...fact.body, issuedAt: fact.at };
    case 'ticket-called':
      return {
        counter: fact.body.counter,
        calledAt: before.calledAt ?? fact.at,
        calls: Math.max(before.calls, fact.body.call),
      };
    case 'visit-begun':
      return { counter: fact.body.counter, begunAt: fact.at };
    case 'visit-finished':
      return { counter: fact.body.counter, finishedAt: fact.at };
    case 'ticket-missed':
      return { counter: fact.body.counter, missedAt: fact.at };
    case 'paper':
      return { paper: fact.body.outcome };
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
