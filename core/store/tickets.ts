import { randomUUID } from 'node:crypto';
import { callOrder, chooseNext } from '../queue/choose.ts';
import { nextNumber, ticketLabel } from '../queue/number.ts';
import { err, ok, type Result } from '../result.ts';
import type { RecordFact } from './facts.ts';
import type { Db } from './open.ts';

export type TicketState = 'waiting' | 'called' | 'serving' | 'done' | 'missed' | 'cancelled';
export type Ticket = {
  id: string;
  day: string;
  lane: string;
  number: number;
  label: string;
  procedure: string | null;
  state: TicketState;
  issuedAt: number;
  counter: string | null;
  calledAt: number | null;
  calls: number;
};
export type IssueRequest = {
  day: string;
  lane: string;
  procedure: string | null;
  station: string;
  at: number;
};
export type TicketStore = ReturnType<typeof createTicketStore>;

const columns = `id, day, lane, number, label, procedure, state,
  issued_at as issuedAt, counter, called_at as calledAt, calls`;

/** Tickets and their moves. Each move is one transaction: the ticket, the fact and its outbox row. */
export function createTicketStore(db: Db, record: RecordFact) {
  const lastOfLane = db.prepare(
    'select coalesce(max(number), 0) as last from ticket where day = ? and lane = ?',
  );
  const insert = db.prepare(
    `insert into ticket (id, day, lane, number, label, procedure, station, state, issued_at)
     values (@id, @day, @lane, @number, @label, @procedure, @station, 'waiting', @at)`,
  );
  const byId = db.prepare(`select ${columns} from ticket where id = ?`);
  const waitingOfDay = db.prepare(`select ${columns} from ticket where day = ? and state = 'waiting'`);
  const waitingByLane = db.prepare(
    `select lane, count(*) as waiting from ticket where day = ? and state = 'waiting' group by lane`,
  );
  const aheadOf = db.prepare(
    `select count(*) as ahead from ticket where day = ? and lane = ? and state = 'waiting' and number < ?`,
  );
  const atCounter = db.prepare(
    `select ${columns} from ticket where day = ? and counter = ? and state in ('called', 'serving')`,
  );
  const recentCalls = db.prepare(
    `select ${columns} from ticket where day = ? and called_at is not null order by called_at desc, calls desc limit ?`,
  );
  const countByState = db.prepare('select state, count(*) as n from ticket where day = ? group by state');
  const call = db.prepare(
    `update ticket set state = 'called', counter = @counter, called_at = @at, calls = calls + 1
     where id = @id and state = 'waiting'`,
  );
  const recall = db.prepare(
    `update ticket set called_at = @at, calls = calls + 1 where id = @id and state = 'called' and counter = @counter`,
  );
  const serve = db.prepare(
    `update ticket set state = 'serving' where id = @id and state = 'called' and counter = @counter`,
  );
  const end = db.prepare(
    `update ticket set state = @state, ended_at = @at
     where id = @id and counter = @counter and state = case @state when 'missed' then 'called' else 'serving' end`,
  );

  const get = (id: string): Ticket => {
    const ticket = byId.get(id) as Ticket | undefined;
    if (!ticket) throw new Error('no such ticket');
    return ticket;
  };
  const current = (day: string, counter: string) =>
    (atCounter.get(day, counter) as Ticket | undefined) ?? null;
  const waiting = (day: string) => waitingOfDay.all(day) as Ticket[];

  return {
    issue: (request: IssueRequest): Result<Ticket, 'numbers-exhausted'> =>
      db
        .transaction((): Result<Ticket, 'numbers-exhausted'> => {
          const { last } = lastOfLane.get(request.day, request.lane) as { last: number };
          const number = nextNumber(last);
          if (!number.ok) return number;
          const id = randomUUID();
          const label = ticketLabel(request.lane, number.value);
          insert.run({ ...request, id, number: number.value, label });
          const { day, lane, procedure, station } = request;
          record(
            { type: 'ticket-issued', body: { ticket: id, day, number: label, lane, procedure, station } },
            request.at,
          );
          return ok(get(id));
        })
        .immediate(),

    /** Calls the next waiting ticket of these lanes to the counter; `nobody` when none waits. */
    callNext: (
      day: string,
      counter: string,
      lanes: string[],
      at: number,
    ): Result<Ticket, 'nobody' | 'busy'> =>
      db
        .transaction((): Result<Ticket, 'nobody' | 'busy'> => {
          if (current(day, counter)) return err('busy');
          const next = chooseNext(waiting(day), lanes);
          if (!next) return err('nobody');
          call.run({ id: next.id, counter, at });
          record({ type: 'ticket-called', body: { ticket: next.id, counter, call: 1 } }, at);
          return ok(get(next.id));
        })
        .immediate(),

    callAgain: (id: string, counter: string, at: number): boolean =>
      db
        .transaction(() => {
          if (recall.run({ id, counter, at }).changes !== 1) return false;
          record({ type: 'ticket-called', body: { ticket: id, counter, call: get(id).calls } }, at);
          return true;
        })
        .immediate(),

    /** Moves a called ticket to serving; the visit row is the caller's, inside `also`. */
    begin: (id: string, counter: string, at: number, also: () => void): boolean =>
      db
        .transaction(() => {
          if (serve.run({ id, counter }).changes !== 1) return false;
          also();
          record({ type: 'visit-begun', body: { ticket: id, counter } }, at);
          return true;
        })
        .immediate(),

    finish: (id: string, counter: string, at: number, also: () => void): boolean =>
      db
        .transaction(() => {
          if (end.run({ id, counter, at, state: 'done' }).changes !== 1) return false;
          also();
          record({ type: 'visit-finished', body: { ticket: id, counter } }, at);
          return true;
        })
        .immediate(),

    miss: (id: string, counter: string, at: number): boolean =>
      db
        .transaction(() => {
          if (end.run({ id, counter, at, state: 'missed' }).changes !== 1) return false;
          record({ type: 'ticket-missed', body: { ticket: id, counter } }, at);
          return true;
        })
        .immediate(),

    recordPaper: (id: string, outcome: 'printed' | 'not-printed' | 'uncertain', at: number): void =>
      db.transaction(() => record({ type: 'paper', body: { ticket: id, outcome } }, at)).immediate(),

    atCounter: current,
    inLine: (day: string, lanes: string[]): Ticket[] => callOrder(waiting(day), lanes),
    waitingByLane: (day: string): Map<string, number> =>
      new Map(
        (waitingByLane.all(day) as { lane: string; waiting: number }[]).map((row) => [row.lane, row.waiting]),
      ),
    aheadOf: (ticket: Ticket): number =>
      (aheadOf.get(ticket.day, ticket.lane, ticket.number) as { ahead: number }).ahead,
    recentCalls: (day: string, limit: number): Ticket[] => recentCalls.all(day, limit) as Ticket[],
    countByState: (day: string): Map<TicketState, number> =>
      new Map(
        (countByState.all(day) as { state: TicketState; n: number }[]).map((row) => [row.state, row.n]),
      ),
  };
}
