import { randomUUID } from 'node:crypto';
import type { Issued } from '../queue/arrivals.ts';
import { businessDay } from '../queue/business-day.ts';
import type { CounterLanes, Waiting } from '../queue/choose.ts';
import { nextNumber, ticketLabel } from '../queue/number.ts';
import type { Ticket, TicketKind, TicketState } from '../queue/ticket.ts';
import { ok, type Result } from '../result.ts';
import { newStatusToken } from './status-token.ts';
import type { RecordFact } from './facts.ts';
import type { Db } from './open.ts';
import { createMemory } from './remember.ts';
import { prepareTicketRows, ticketColumns } from './ticket-row.ts';

export type IssueRequest = {
  lane: string;
  kind: TicketKind;
  procedure: string | null;
  priority: string | null;
  station: string;
  at: number;
  /** Where an appointment stands in the line; without one it is the time of issue. */
  rank?: number;
  /** What has to be stored with the ticket or not at all. */
  also?: (ticket: Ticket, statusToken: string) => void;
};
export type TicketStore = ReturnType<typeof createTicketStore>;

/** So many of each kind are enough to choose the next few from. */
const headsOfLine = 4;
/** More than come to one lane in the time that counts as lately. */
const arrivalsRead = 80;

/** The tickets as they are issued and as they stand. What moves them is `createMoveStore`. */
export function createTicketStore(db: Db, record: RecordFact) {
  const rows = prepareTicketRows(db);
  const remember = createMemory(db);
  // Read once: this process is the only one that issues.
  let newest =
    (db
      .prepare('select day, max(issued_at) as at from ticket group by day order by day desc limit 1')
      .get() as { day: string; at: number } | undefined) ?? null;
  // After a carry-over the series goes on behind the numbers that came along: no number stands on two papers in one hall.
  const lastOfLane = db.prepare(
    `select max(
       coalesce((select max(number) from ticket where day = @day and lane = @lane), 0),
       coalesce((select max(number) from ticket where queue_day = @day and lane = @lane and day <> @day), 0)
     ) as last`,
  );
  const insert = db.prepare(
    `insert into ticket (id, day, lane, number, label, kind, procedure, station, issued_at, state, queue_day, line,
       priority, rank, status_token)
     values (@id, @day, @lane, @number, @label, @kind, @procedure, @station, @at, 'waiting', @day, @lane, @priority, @rank, @statusToken)`,
  );
  const headOfLine = db.prepare(
    `select ${ticketColumns} from ticket
     where queue_day = ? and state = 'waiting' and line = ? and (priority is null) = ? and bound_to is null
     order by rank, lane, number limit ?`,
  );
  const bound = db.prepare(
    `select ${ticketColumns} from ticket where queue_day = ? and state = 'waiting' and bound_to is not null
     order by rank, lane, number`,
  );
  const waitingByLine = db.prepare(
    `select line, count(*) as waiting from ticket where queue_day = ? and state = 'waiting' group by line`,
  );
  const ahead = db.prepare(
    `select count(*) as ahead from ticket
     where queue_day = @queueDay and state = 'waiting' and line = @line and id <> @id
       and (priority is not null or @priority is null)
       and (rank < @rank or (rank = @rank and (lane < @lane or (lane = @lane and number < @number)))
         or (priority is not null and @priority is null))`,
  );
  const atCounter = db.prepare(
    `select ${ticketColumns} from ticket where queue_day = ? and state in ('called', 'serving') and counter = ?`,
  );
  const inState = db.prepare(
    `select ${ticketColumns} from ticket where queue_day = ? and state = ? order by rank, lane, number`,
  );
  const byLabel = db.prepare(
    `select ${ticketColumns} from ticket where queue_day = ? and label = ? order by day desc limit 1`,
  );
  const byStatusToken = db.prepare(`select ${ticketColumns} from ticket where status_token = ?`);
  const statusTokenOf = db.prepare('select status_token from ticket where id = ?').pluck();
  const newestOfLane = db.prepare(
    `select lane as line, priority is not null as isPriority, issued_at as at from ticket
     where day = ? and lane = ? order by number desc limit ${arrivalsRead}`,
  );
  const firstOfLane = db.prepare(
    'select issued_at as at from ticket where day = ? and lane = ? order by number limit 1',
  );
  const waiting = db.prepare(
    `select id, label, lane, line, number, rank, priority, bound_to as boundTo from ticket
     where queue_day = ? and state = 'waiting' limit ?`,
  );
  const countByState = db.prepare(
    'select state, count(*) as n from ticket where queue_day = ? group by state',
  );

  const unfinished = "state in ('waiting', 'called', 'serving', 'parked', 'missed')";
  const unfinishedByLine = db.prepare(
    `select line as key, count(*) as n from ticket where queue_day >= ? and ${unfinished} group by line`,
  );
  const unfinishedByCounter = db.prepare(
    `select case when state in ('called', 'serving') then counter else bound_to end as key, count(*) as n
     from ticket where queue_day >= ? and ${unfinished} group by key having key is not null`,
  );
  const byKey = (rowsOfKey: unknown[]) =>
    new Map((rowsOfKey as { key: string; n: number }[]).map(({ key, n }) => [key, n]));

  const dayAt = (now: number): string => businessDay(now, newest);

  // Line by line along the index: sorting a hall of thousands for each look would hold up everybody.
  const heads = (day: string, { id, lanes, helps }: CounterLanes, limit: number): Ticket[] => [
    ...[...lanes, ...helps].flatMap((line) =>
      [1, 0].flatMap((isOrdinary) =>
        remember(
          `head ${day} ${line} ${isOrdinary} ${limit}`,
          () => headOfLine.all(day, line, isOrdinary, limit) as Ticket[],
        ),
      ),
    ),
    ...remember(`bound ${day}`, () => bound.all(day) as Ticket[]).filter(({ boundTo }) => boundTo === id),
  ];

  return {
    /** The day whose queue runs at this moment; see `businessDay`. */
    dayAt,

    issue: (request: IssueRequest): Result<Ticket, 'numbers-exhausted'> => {
      const ticket = db
        .transaction((): Result<Ticket, 'numbers-exhausted'> => {
          const { lane, kind, procedure, priority, station, at, rank = at, also } = request;
          const day = dayAt(at);
          const { last } = lastOfLane.get({ day, lane }) as { last: number };
          const number = nextNumber(last);
          if (!number.ok) return number;
          const id = randomUUID();
          const label = ticketLabel(lane, number.value);
          const statusToken = newStatusToken();
          insert.run({
            id,
            day,
            lane,
            number: number.value,
            label,
            kind,
            procedure,
            priority,
            station,
            at,
            rank,
            statusToken,
          });
          record(
            {
              type: 'ticket-issued',
              body: { ticket: id, day, number: label, lane, kind, procedure, priority, station },
            },
            at,
          );
          const issued = rows.find(id);
          if (issued === null) throw new Error('an issued ticket cannot be read');
          also?.(issued, statusToken);
          return ok(issued);
        })
        .immediate();
      if (ticket.ok) newest = { day: ticket.value.day, at: request.at };
      return ticket;
    },

    /** What the QR code of its slip says; `null` for tickets from before there were such codes. */
    statusTokenOf: (id: string): string | null =>
      (statusTokenOf.get(id) as string | null | undefined) ?? null,
    byStatusToken: (token: string): Ticket | null => (byStatusToken.get(token) as Ticket | undefined) ?? null,
    find: rows.find,
    /** The ticket in today's queue that carries this number. */
    byLabel: (day: string, label: string): Ticket | null =>
      (byLabel.get(day, label) as Ticket | undefined) ?? null,
    /** Who is called to or served at a counter; at most one. */
    atCounter: (day: string, counter: string): Ticket | null =>
      (atCounter.get(day, counter) as Ticket | undefined) ?? null,
    /** The first few of each line of the counter, priority and not, and all that are bound to it: enough to choose from. */
    heads: (day: string, counter: CounterLanes): Ticket[] => heads(day, counter, headsOfLine),
    /** Those waiting that a counter may call, first come first. */
    firstWaiting: (day: string, counter: CounterLanes, limit: number): Ticket[] =>
      heads(day, counter, limit)
        .toSorted((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1))
        .slice(0, limit),
    /** All tickets of the day's queue in one state, first in line first. */
    inState: (day: string, state: TicketState): readonly Ticket[] =>
      remember(`state ${day} ${state}`, () => inState.all(day, state) as Ticket[]),
    /** Those waiting, in no order, at most so many. */
    waiting: (day: string, limit: number): Waiting[] => waiting.all(day, limit) as Waiting[],
    waitingByLine: (day: string): ReadonlyMap<string, number> =>
      remember(
        `waiting ${day}`,
        () =>
          new Map(
            (waitingByLine.all(day) as { line: string; waiting: number }[]).map((row) => [
              row.line,
              row.waiting,
            ]),
          ),
      ),
    /** Who is not done yet from `day` on, by the line they stand in or would come back to. */
    unfinishedByLine: (day: string): Map<string, number> => byKey(unfinishedByLine.all(day)),
    /** Who is at a counter, or may be called by that one only. */
    unfinishedByCounter: (day: string): Map<string, number> => byKey(unfinishedByCounter.all(day)),
    /** How many of its line go before it as things stand: holders of priority, and for the others those who came first. */
    aheadOf: (ticket: Ticket): number => (ahead.get(ticket) as { ahead: number }).ahead,
    /** The last numbers given in some lanes, and when the first of the day was. */
    arrivals: (day: string, lanes: readonly string[]): { issued: Issued[]; firstAt: number | null } => ({
      issued: lanes.flatMap((lane) =>
        (newestOfLane.all(day, lane) as (Omit<Issued, 'isPriority'> & { isPriority: 0 | 1 })[]).map(
          (row) => ({
            ...row,
            isPriority: row.isPriority === 1,
          }),
        ),
      ),
      firstAt: lanes
        .map((lane) => (firstOfLane.get(day, lane) as { at: number } | undefined)?.at ?? null)
        .reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null),
    }),
    countByState: (day: string): Map<TicketState, number> =>
      new Map(
        (countByState.all(day) as { state: TicketState; n: number }[]).map((row) => [row.state, row.n]),
      ),
  };
}
