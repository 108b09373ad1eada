import type { Streaks } from '../queue/choose.ts';
import type { CallReason } from '../queue/call-reason.ts';
import type { Ticket } from '../queue/ticket.ts';
import type { Db } from './open.ts';
import { createMemory } from './remember.ts';

/** One call or recall; `id` grows, so that a display knows which it has announced. */
export type Call = { id: number; label: string; counter: string; at: number; call: number };
export type CallStore = ReturnType<typeof createCallStore>;

/** Longer runs of priority calls than this look all the same. */
const longestStreak = 20;

export function createCallStore(db: Db) {
  const remember = createMemory(db);
  const insert = db.prepare(
    `insert into call (ticket, queue_day, line, label, counter, at, call, priority, reason)
     values (@ticket, @day, @line, @label, @counter, @at, @call, @priority, @reason)`,
  );
  const undo = db.prepare(
    'update call set undone = 1 where id = (select max(id) from call where ticket = ? and undone = 0)',
  );
  // Whoever was given up, sent on or set aside since is no longer invited to that counter.
  const stands = `call.undone = 0 and ticket.counter = call.counter and ticket.state in ('called', 'serving', 'done')`;
  const recent = db.prepare(
    `select call.id, call.label, call.counter, at, call
     from (select * from call where queue_day = @day order by id desc limit 20 * @limit) as call
     join ticket on ticket.id = call.ticket where ${stands} order by call.id desc limit @limit`,
  );
  // The newest by their ids first: a search by time would read the whole table.
  const since = db.prepare(
    `select call.id, call.label, call.counter, at, call, ${stands} as stands
     from (select * from call order by id desc limit @limit) as call join ticket on ticket.id = call.ticket
     where at >= @from order by call.id`,
  );
  const reasonOf = db.prepare(
    'select reason from call where ticket = ? and call = 1 and undone = 0 order by id desc limit 1',
  );
  const streakOf = (column: 'line' | 'counter') =>
    db.prepare(
      `select priority from call where queue_day = ? and ${column} = ? and call = 1 and undone = 0
       order by id desc limit ${longestStreak}`,
    );
  const ofLine = streakOf('line');
  const ofCounter = streakOf('counter');
  const run = (rows: unknown[]) => {
    const first = (rows as { priority: string | null }[]).findIndex(({ priority }) => priority === null);
    return first === -1 ? rows.length : first;
  };

  return {
    /** Call inside the transaction that moves the ticket. `ticket` is as the call left it. */
    record: (ticket: Ticket, reason: CallReason | null): void => {
      const { id, queueDay, line, label, counter, calledAt, calls, priority } = ticket;
      if (counter === null || calledAt === null) throw new Error('a call has a counter and a time');
      insert.run({
        ticket: id,
        day: queueDay,
        line,
        label,
        counter,
        at: calledAt,
        call: calls,
        priority,
        reason: JSON.stringify(reason),
      });
    },
    /** Call inside the transaction that takes a call back. */
    takeBack: (ticket: string): void => {
      undo.run(ticket);
    },
    /** The newest calls of a day that still hold, newest first. */
    recent: (day: string, limit: number): Call[] => recent.all({ day, limit }) as Call[],
    /** Every call from a moment on, also those that hold no more, oldest first; of more than `limit` the newest. */
    since: (from: number, limit: number): (Call & { takenBack: boolean })[] =>
      (since.all({ from, limit }) as (Call & { stands: number })[]).map(({ stands: holds, ...call }) => ({
        ...call,
        takenBack: holds === 0,
      })),
    /** Why the ticket was called the last time. */
    reasonOf: (ticket: string): CallReason | null => {
      const row = reasonOf.get(ticket) as { reason: string } | undefined;
      return row === undefined ? null : (JSON.parse(row.reason) as CallReason | null);
    },
    /** The priority calls in a row so far, for the rule that the others get their turn. */
    streaks: (day: string, counter: string): Streaks => ({
      ofCounter: remember(`counter ${day} ${counter}`, () => run(ofCounter.all(day, counter))),
      ofLane: (letter) => remember(`lane ${day} ${letter}`, () => run(ofLine.all(day, letter))),
    }),
  };
}
