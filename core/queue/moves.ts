import { err, ok, type Result, unreachable } from '../result.ts';
import type { CallReason } from './call-reason.ts';
import type { CancelReason, ParkReason, TransferReason } from './reasons.ts';
import type { Ticket, TicketState } from './ticket.ts';

/** Who moves a ticket. No officer: the kiosk or the clock. */
export type Actor = { officer: string | null; counter: string | null };

export type Move =
  | { type: 'call'; why: CallReason }
  | { type: 'recall' }
  | { type: 'begin' }
  | { type: 'finish' }
  | { type: 'miss' }
  /** `rank`: the place in the line, from `rankOfReturn`. */
  | { type: 'return'; rank: number }
  | { type: 'park'; reason: ParkReason }
  | { type: 'resume' }
  | { type: 'transfer'; line: string; counter: string | null; reason: TransferReason }
  | { type: 'prioritise'; priority: string | null }
  | { type: 'cancel'; reason: CancelReason }
  | { type: 'expire' }
  | { type: 'carry-over'; day: string };
export type MoveType = Move['type'];

export type MoveRefusal = 'wrong-state' | 'other-counter' | 'no-counter' | 'bound-elsewhere';
/** Every way in which the queue says no to a counter. */
export type QueueRefusal =
  | MoveRefusal
  | 'nobody'
  | 'unknown-ticket'
  | 'counter-busy'
  | 'on-break'
  | 'too-soon'
  | 'too-many-returns'
  | 'nothing-to-undo'
  | 'too-late'
  | 'moved-since'
  | 'rated-since'
  | 'accepted-since';

const allowedFrom: Record<MoveType, readonly TicketState[]> = {
  // A missed holder who stands at the desk, or a parked one, may be called straight away.
  call: ['waiting', 'missed', 'parked'],
  recall: ['called'],
  begin: ['called'],
  finish: ['serving'],
  miss: ['called'],
  return: ['missed'],
  park: ['called', 'serving'],
  resume: ['parked'],
  transfer: ['waiting', 'called', 'serving', 'parked'],
  prioritise: ['waiting', 'called', 'parked', 'missed'],
  cancel: ['waiting', 'called', 'parked', 'missed'],
  expire: ['waiting', 'called', 'parked', 'missed'],
  'carry-over': ['waiting', 'called', 'parked', 'missed'],
};

/** The ticket after a move. Pure: the store writes what this returns, with the fact that tells of it. */
export function moved(ticket: Ticket, move: Move, by: Actor, at: number): Result<Ticket, MoveRefusal> {
  if (!allowedFrom[move.type].includes(ticket.state)) return err('wrong-state');
  // Who is at a counter is that counter's; a colleague does not act on somebody else's citizen.
  const isAtCounter = ticket.state === 'called' || ticket.state === 'serving';
  if (isAtCounter && by.counter !== null && ticket.counter !== by.counter) return err('other-counter');

  const next = (change: Partial<Ticket>) => ok({ ...ticket, ...change, version: ticket.version + 1 });
  switch (move.type) {
    case 'call':
      if (by.counter === null) return err('no-counter');
      if (ticket.boundTo !== null && ticket.boundTo !== by.counter && move.why.why !== 'chosen')
        return err('bound-elsewhere');
      return next({ state: 'called', counter: by.counter, calledAt: at, calls: 1, boundTo: null });
    case 'recall':
      return next({ calledAt: at, calls: ticket.calls + 1 });
    case 'begin':
      return next({ state: 'serving' });
    case 'finish':
      return next({ state: 'done', endedAt: at });
    case 'miss':
      return next({ state: 'missed', endedAt: at });
    case 'return':
      return next({ state: 'waiting', rank: move.rank, returns: ticket.returns + 1, endedAt: null });
    case 'park':
      return next({ state: 'parked', boundTo: ticket.counter });
    case 'resume':
      return next({ state: 'waiting' });
    case 'transfer':
      return next({ state: 'waiting', line: move.line, boundTo: move.counter });
    case 'prioritise':
      return next({ priority: move.priority });
    case 'cancel':
      return next({ state: 'cancelled', endedAt: at });
    case 'expire':
      return next({ state: 'expired', endedAt: at });
    case 'carry-over':
      return next({ state: 'waiting', queueDay: move.day, boundTo: null, endedAt: null });
    default:
      return unreachable(move);
  }
}

/** The moves an officer may take back; the others are nobody's last move. */
export function canBeUndone(type: MoveType): boolean {
  return type !== 'recall' && type !== 'expire' && type !== 'carry-over';
}
