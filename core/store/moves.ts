import type { CallReason } from '../queue/call-reason.ts';
import { chooseNext, nextInLine, type CounterLanes } from '../queue/choose.ts';
import {
  canBeUndone,
  moved,
  type Actor,
  type Move,
  type MoveRefusal,
  type MoveType,
} from '../queue/moves.ts';
import { rankOfReturn } from '../queue/return-rank.ts';
import type { QueueRules } from '../queue/rules.ts';
import type { Ticket } from '../queue/ticket.ts';
import { err, ok, type Result } from '../result.ts';
import type { CallStore } from './calls.ts';
import type { RecordFact } from './facts.ts';
import { factOfMove } from './move-facts.ts';
import type { Db } from './open.ts';
import { prepareTicketRows } from './ticket-row.ts';
import type { TicketStore } from './tickets.ts';
import type { VisitStore } from './visits.ts';

export type MoveStore = ReturnType<typeof createMoveStore>;
export type Refused = MoveRefusal | 'unknown-ticket' | 'counter-busy';
export type UndoRefused =
  | 'nothing-to-undo'
  | 'too-late'
  | 'moved-since'
  | 'rated-since'
  | 'accepted-since'
  | 'counter-busy';
export type ClosedDay = { expired: number; carried: number };
export type Undone = { ticket: Ticket; move: MoveType };

/** A slip of the finger is noticed at once; later an undo would surprise whoever has acted since. */
export const undoWithinMs = 5 * 60_000;

/**
 * The moves of tickets. Each is one transaction: the ticket as the pure rule says, its visit, its call, the fact with its
 * outbox row, and what it takes to undo it.
 */
export function createMoveStore(
  db: Db,
  record: RecordFact,
  others: { tickets: TicketStore; visits: VisitStore; calls: CallStore },
) {
  const { tickets, visits, calls } = others;
  const rows = prepareTicketRows(db);
  const remember = db.prepare(
    `insert into last_move (officer, fact, move, at, ticket_before, version_after)
     values (@officer, @fact, @move, @at, @before, @version)
     on conflict (officer) do update set
       fact = @fact, move = @move, at = @at, ticket_before = @before, version_after = @version`,
  );
  const remembered = db.prepare(
    `select fact, move, at, ticket_before as before, version_after as version from last_move where officer = ?`,
  );
  const openDays = db.prepare(
    `select distinct queue_day as day from ticket
     where queue_day < ? and state in ('waiting', 'called', 'serving', 'parked', 'missed') order by queue_day`,
  );
  const forget = db.prepare('delete from last_move where officer = ?');

  function apply(id: string, move: Move, by: Actor, at: number): Result<Ticket, Refused> {
    const before = rows.find(id);
    if (before === null) return err('unknown-ticket');
    if (move.type === 'call' && by.counter !== null && tickets.atCounter(before.queueDay, by.counter))
      return err('counter-busy');
    const after = moved(before, move, by, at);
    if (!after.ok) return after;
    rows.write(after.value);
    keepVisit(before, move, by, at);
    if (move.type === 'call') calls.record(after.value, move.why);
    if (move.type === 'recall') calls.record(after.value, null);
    const fact = record(factOfMove(after.value, move, by), at);
    if (by.officer !== null && canBeUndone(move.type)) {
      remember.run({
        officer: by.officer,
        fact,
        move: move.type,
        at,
        before: JSON.stringify(before),
        version: after.value.version,
      });
    }
    return after;
  }

  function keepVisit(ticket: Ticket, move: Move, by: Actor, at: number) {
    if (move.type === 'begin' && by.counter !== null && by.officer !== null)
      visits.begin(ticket.id, by.counter, by.officer, at);
    if (ticket.state !== 'serving') return;
    if (move.type === 'finish') visits.finish(ticket.id, 'done', at);
    if (move.type === 'transfer') visits.finish(ticket.id, 'transferred', at);
    if (move.type === 'park') visits.finish(ticket.id, 'parked', at);
  }

  /** Everything the choice needs, read in the transaction that acts on it. */
  function candidates(day: string, counter: CounterLanes) {
    return {
      heads: tickets.heads(day, counter),
      streaks: calls.streaks(day, counter.id),
    };
  }

  function undo(officer: string, by: Actor, at: number): Result<Undone, UndoRefused> {
    const last = remembered.get(officer) as
      | { fact: string; move: MoveType; at: number; before: string; version: number }
      | undefined;
    if (last === undefined) return err('nothing-to-undo');
    if (at - last.at > undoWithinMs || at < last.at) return err('too-late');
    const before = JSON.parse(last.before) as Ticket;
    const now = rows.find(before.id);
    if (now === null || now.version !== last.version) return err('moved-since');
    const returnsTo = before.state === 'called' || before.state === 'serving' ? before.counter : null;
    const present = returnsTo === null ? null : tickets.atCounter(before.queueDay, returnsTo);
    if (present !== null && present.id !== before.id) return err('counter-busy');

    if (last.move === 'begin') {
      if (!visits.takeBackBegin(before.id)) return err('accepted-since');
    } else if (before.state === 'serving' && !visits.reopen(before.id)) return err('rated-since');
    if (last.move === 'call') calls.takeBack(before.id);
    const restored = { ...before, version: now.version + 1 };
    rows.write(restored);
    record({ type: 'move-undone', body: { ticket: before.id, undoes: last.fact, ...by } }, at);
    forget.run(officer);
    return ok({ ticket: restored, move: last.move });
  }

  function closeDay(day: string, to: string | null, by: Actor, at: number): ClosedDay {
    const counts = { expired: 0, carried: 0 };
    // By the clock: somebody forgot the last key of the day, and the citizen has long gone home. By hand: whoever is at a
    // counter at this moment is served to the end.
    const isByClock = by.officer === null;
    if (isByClock)
      for (const { id } of tickets.inState(day, 'serving')) apply(id, { type: 'finish' }, nobody, at);
    const states = ['waiting', ...(isByClock ? (['called'] as const) : []), 'parked', 'missed'] as const;
    for (const state of states) {
      for (const { id } of tickets.inState(day, state)) {
        const carries = to !== null && state !== 'missed';
        apply(id, carries ? { type: 'carry-over', day: to } : { type: 'expire' }, nobody, at);
        counts[carries ? 'carried' : 'expired'] += 1;
      }
    }
    record({ type: 'day-closed', body: { day, ...counts, ...by } }, at);
    return counts;
  }

  return {
    /** Moves one ticket. Refused moves change nothing. */
    move: (id: string, move: Move, by: Actor, at: number): Result<Ticket, Refused> =>
      db.transaction(() => apply(id, move, by, at)).immediate(),

    /** Chooses and calls in one transaction: two counters never get the same ticket. */
    callNext: (
      counter: CounterLanes,
      officer: string,
      rules: QueueRules,
      at: number,
    ): Result<{ ticket: Ticket; reason: CallReason }, Refused | 'nobody'> =>
      db
        .transaction((): Result<{ ticket: Ticket; reason: CallReason }, Refused | 'nobody'> => {
          const day = tickets.dayAt(at);
          if (tickets.atCounter(day, counter.id)) return err('counter-busy');
          const { heads, streaks } = candidates(day, counter);
          const choice = chooseNext(heads, counter, streaks, rules, at);
          if (choice === null) return err('nobody');
          const { ticket, reason } = choice;
          const called = apply(
            ticket.id,
            { type: 'call', why: reason },
            { officer, counter: counter.id },
            at,
          );
          return called.ok ? ok({ ticket: called.value, reason }) : called;
        })
        .immediate(),

    /** The next few this counter would call as things stand. */
    nextInLine: (
      day: string,
      count: number,
      counter: CounterLanes,
      rules: QueueRules,
      at: number,
    ): Ticket[] => {
      const { heads, streaks } = candidates(day, counter);
      return nextInLine(count, heads, counter, streaks, rules, at);
    },

    /** A missed holder is back: into the line, behind a few. */
    comeBack: (
      id: string,
      rules: QueueRules,
      by: Actor,
      at: number,
    ): Result<Ticket, Refused | 'too-many-returns'> =>
      db
        .transaction((): Result<Ticket, Refused | 'too-many-returns'> => {
          const ticket = rows.find(id);
          if (ticket === null) return err('unknown-ticket');
          const ranks = tickets
            .heads(ticket.queueDay, { id: '', lanes: [ticket.line], helps: [] })
            .map(({ rank }) => rank)
            .toSorted((a, b) => a - b);
          const rank = rankOfReturn(ticket.returns, ranks, at, rules);
          return rank.ok ? apply(id, { type: 'return', rank: rank.value }, by, at) : rank;
        })
        .immediate(),

    /** Takes back the officer's last move, when nobody has moved that ticket since. */
    undo: (officer: string, by: Actor, at: number): Result<Undone, UndoRefused> =>
      db.transaction(() => undo(officer, by, at)).immediate(),

    /** What `undo` would take back now. */
    undoable: (officer: string, at: number): { label: string; move: MoveType } | null => {
      const last = remembered.get(officer) as
        | { move: MoveType; at: number; before: string; version: number }
        | undefined;
      if (last === undefined || at - last.at > undoWithinMs) return null;
      const { id, label } = JSON.parse(last.before) as Ticket;
      return rows.find(id)?.version === last.version ? { label, move: last.move } : null;
    },

    /** Missed and parked tickets nobody came back for, older than the rule allows. Returns how many expired. */
    expireMissed: (day: string, rules: QueueRules, at: number): number =>
      db
        .transaction(() => {
          const limit = at - rules.missedExpiresMinutes * 60_000;
          const late = tickets.inState(day, 'missed').filter(({ endedAt }) => (endedAt ?? at) <= limit);
          for (const { id } of late) apply(id, { type: 'expire' }, nobody, at);
          return late.length;
        })
        .immediate(),

    /**
     * The end of a day: whoever was not served has an expired ticket, or, in an emergency, a place in the queue of `to`.
     * Closed by an officer, it leaves those alone who are at a counter.
     */
    closeDay: (day: string, to: string | null, by: Actor, at: number): ClosedDay =>
      db.transaction(() => closeDay(day, to, by, at)).immediate(),

    /** Closes every day before `today` that nobody closed. Returns how many. */
    closeEarlierDays: (today: string, at: number): number =>
      db
        .transaction(() => {
          const days = openDays.all(today) as { day: string }[];
          for (const { day } of days) closeDay(day, null, nobody, at);
          return days.length;
        })
        .immediate(),
  };
}

const nobody: Actor = { officer: null, counter: null };
