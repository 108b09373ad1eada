import type { TicketState } from '../../../core/queue/ticket.ts';
import type { OutboxFact } from '../../../core/sync/outbox.ts';

const stateAfter: Record<string, TicketState> = {
  'ticket-issued': 'waiting',
  'ticket-called': 'called',
  'visit-begun': 'serving',
  'visit-finished': 'done',
  'ticket-missed': 'missed',
  'ticket-returned': 'waiting',
  'ticket-parked': 'parked',
  'ticket-resumed': 'waiting',
  'ticket-transferred': 'waiting',
  'ticket-cancelled': 'cancelled',
  'ticket-expired': 'expired',
  'ticket-carried': 'waiting',
};

/** The state of every ticket as the facts alone tell it, moves that were taken back left out. */
export function statesFromFacts(facts: OutboxFact[]): Map<string, TicketState> {
  const undone = new Set(
    facts.filter(({ type }) => type === 'move-undone').map(({ body }) => body['undoes']),
  );
  const states = new Map<string, TicketState>();
  for (const { id, type, body } of facts) {
    const state = stateAfter[type];
    if (state !== undefined && !undone.has(id)) states.set(String(body['ticket']), state);
  }
  return states;
}
