import type { Actor, Move } from '../queue/moves.ts';
import type { Ticket } from '../queue/ticket.ts';
import { unreachable } from '../result.ts';
import type { NewFact } from '../sync/protocol.ts';

/** The fact that tells of a move. `ticket` is as the move left it. */
export function factOfMove(ticket: Ticket, move: Move, by: Actor): NewFact {
  const base = { ticket: ticket.id, ...by };
  switch (move.type) {
    case 'call':
      return { type: 'ticket-called', body: { ...base, call: 1, ...wordsOf(move.why) } };
    case 'recall':
      return { type: 'ticket-called', body: { ...base, call: ticket.calls, why: 'again', detail: null } };
    case 'begin':
      return { type: 'visit-begun', body: base };
    case 'finish':
      return { type: 'visit-finished', body: base };
    case 'miss':
      return { type: 'ticket-missed', body: base };
    case 'return':
      return { type: 'ticket-returned', body: { ...base, returns: ticket.returns } };
    case 'park':
      return { type: 'ticket-parked', body: { ...base, reason: move.reason } };
    case 'resume':
      return { type: 'ticket-resumed', body: base };
    case 'transfer':
      return {
        type: 'ticket-transferred',
        body: { ...base, toLane: move.line, toCounter: move.counter, reason: move.reason },
      };
    case 'prioritise':
      return { type: 'priority-set', body: { ...base, priority: move.priority } };
    case 'cancel':
      return { type: 'ticket-cancelled', body: { ...base, reason: move.reason } };
    case 'expire':
      return { type: 'ticket-expired', body: base };
    case 'carry-over':
      return { type: 'ticket-carried', body: { ...base, day: move.day } };
    default:
      return unreachable(move);
  }
}

function wordsOf(reason: Extract<Move, { type: 'call' }>['why']): { why: string; detail: string | null } {
  switch (reason.why) {
    case 'longest-waiting':
      return { why: reason.why, detail: null };
    case 'priority':
      return { why: reason.why, detail: reason.class };
    case 'turn-of-others':
      return { why: reason.why, detail: String(reason.inARow) };
    case 'helps-out':
      return { why: reason.why, detail: reason.lane };
    case 'chosen':
      return { why: reason.why, detail: reason.reason };
    default:
      return unreachable(reason);
  }
}
