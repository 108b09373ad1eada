import fc from 'fast-check';
import type { CounterLanes } from '../../../core/queue/choose.ts';
import type { Actor, Move, MoveType } from '../../../core/queue/moves.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { unreachable } from '../../../core/result.ts';
import type { Store } from '../../../core/store/store.ts';

export const firstDay = '2026-11-24';
export const days = [firstDay, '2026-11-25', '2026-11-26'] as const;
export const start = Date.parse(`${firstDay}T07:30:00+07:00`);
const dayMs = 24 * 60 * 60_000;

export const counters: (CounterLanes & { officer: string })[] = [
  { id: 'quay-1', officer: 'can-bo-1', lanes: ['A'], helps: ['B'] },
  { id: 'quay-2', officer: 'can-bo-2', lanes: ['B'], helps: [] },
];

type Act =
  | { at: 'issue'; lane: string }
  | { at: 'next' | 'undo' | 'come-back' | 'call-missed'; counter: number }
  | {
      at: 'move';
      counter: number;
      type: 'recall' | 'begin' | 'finish' | 'miss' | 'park' | 'transfer' | 'cancel';
    }
  | { at: 'resume' | 'expire-missed' }
  | { at: 'close'; carry: boolean }
  | { at: 'tomorrow' };
export type Step = { waitMs: number; act: Act };

const counter = fc.nat({ max: counters.length - 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: fc.constant('issue' as const), lane: fc.constantFrom('A', 'B') }) },
  { weight: 6, arbitrary: fc.record({ at: fc.constant('next' as const), counter }) },
  {
    weight: 16,
    arbitrary: fc.record({
      at: fc.constant('move' as const),
      counter,
      type: fc.constantFrom(
        'begin',
        'begin',
        'finish',
        'finish',
        'miss',
        'park',
        'transfer',
        'recall',
        'cancel',
      ),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      at: fc.constantFrom('undo', 'undo', 'undo', 'come-back', 'call-missed'),
      counter,
    }),
  },
  { weight: 2, arbitrary: fc.record({ at: fc.constantFrom('resume', 'expire-missed') }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('close' as const), carry: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ at: 'tomorrow' as const }) },
) as fc.Arbitrary<Act>;
export const steps = fc.array(fc.record({ waitMs: fc.integer({ min: 1, max: 6 * 60_000 }), act }), {
  minLength: 60,
  maxLength: 200,
  size: 'max',
});

/** A move as whoever made it would note it down: `undone` is struck out later. */
export type Noted = { type: MoveType; day: string; lane: string; ticket: string; undone: boolean };
export type Played = { noted: Noted[]; closedAt: Set<number> };

/** Plays a few days in a hall. What a rule refuses is refused; what was done is noted. */
export function play(store: Store, list: readonly Step[]): Played {
  const noted: Noted[] = [];
  const closedAt = new Set<number>();
  const last = new Map<string, Noted>();
  let now = start;
  const day = () => store.tickets.dayAt(now);
  const actor = ({ officer, id }: (typeof counters)[number]): Actor => ({ officer, counter: id });

  function move(ticketId: string, what: Move, by: Actor) {
    const before = store.tickets.find(ticketId);
    const result = store.moves.move(ticketId, what, by, now);
    if (before === null || !result.ok) return;
    const note = {
      type: what.type,
      day: before.queueDay,
      lane: before.line,
      ticket: ticketId,
      undone: false,
    };
    noted.push(note);
    if (by.officer !== null && what.type !== 'recall') last.set(by.officer, note);
  }

  function run(one: Act) {
    switch (one.at) {
      case 'issue': {
        const { lane } = one;
        store.tickets.issue({
          lane,
          kind: 'file',
          procedure: null,
          priority: null,
          station: 'kiosk',
          at: now,
        });
        return;
      }
      case 'next': {
        const at = counters[one.counter] ?? counters[0]!;
        const called = store.moves.callNext(at, at.officer, usualRules, now);
        if (called.ok) last.delete(at.officer);
        return;
      }
      case 'move': {
        const at = counters[one.counter] ?? counters[0]!;
        const ticket = store.tickets.atCounter(day(), at.id);
        if (ticket) move(ticket.id, moveOf(one.type), actor(at));
        return;
      }
      case 'undo': {
        const at = counters[one.counter] ?? counters[0]!;
        const undone = store.moves.undo(at.officer, actor(at), now);
        const note = last.get(at.officer);
        if (undone.ok && note !== undefined && note.ticket === undone.value.ticket.id) note.undone = true;
        if (undone.ok) last.delete(at.officer);
        return;
      }
      case 'come-back':
      case 'call-missed': {
        const at = counters[one.counter] ?? counters[0]!;
        const missed = store.tickets.inState(day(), 'missed')[0];
        if (missed === undefined) return;
        if (one.at === 'call-missed') {
          if (store.tickets.atCounter(day(), at.id) === null)
            move(missed.id, { type: 'call', why: { why: 'chosen', reason: 'came-back' } }, actor(at));
        } else if (store.moves.comeBack(missed.id, usualRules, actor(at), now).ok) last.delete(at.officer);
        return;
      }
      case 'resume': {
        const parked = store.tickets.inState(day(), 'parked')[0];
        if (parked !== undefined) move(parked.id, { type: 'resume' }, { officer: null, counter: null });
        return;
      }
      case 'expire-missed':
        store.moves.expireMissed(day(), usualRules, now);
        return;
      case 'close': {
        closedAt.add(now);
        const to = one.carry ? (days[days.indexOf(day() as (typeof days)[number]) + 1] ?? null) : null;
        store.moves.closeDay(day(), to, { officer: 'quan-tri-1', counter: null }, now);
        return;
      }
      case 'tomorrow': {
        const next = start + (days.indexOf(day() as (typeof days)[number]) + 1) * dayMs;
        if (next >= start + days.length * dayMs) return;
        now = next;
        closedAt.add(now);
        store.moves.closeEarlierDays(day(), now);
        return;
      }
    }
  }

  for (const { waitMs, act: one } of list) {
    const midnight = Date.parse(`${day()}T23:59:00+07:00`);
    now = Math.min(now + waitMs, Math.max(now, midnight) + 1);
    run(one);
  }
  return { noted, closedAt };
}

function moveOf(type: Extract<Act, { at: 'move' }>['type']): Move {
  switch (type) {
    case 'park':
      return { type, reason: 'paying' };
    case 'transfer':
      return { type, line: 'B', counter: null, reason: 'wrong-lane' };
    case 'cancel':
      return { type, reason: 'left' };
    case 'begin':
    case 'finish':
    case 'miss':
    case 'recall':
      return { type };
    default:
      return unreachable(type);
  }
}
