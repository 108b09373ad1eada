import { randomUUID } from 'node:crypto';
import type { Actor } from '../queue/moves.ts';
import type { RecordFact } from './facts.ts';
import type { Db } from './open.ts';

export type Visit = { id: string; ticket: string; counter: string; lane: string; procedure: string | null };
/** A visit that was paused or went on at another counter is not the end of it: nobody is asked for a rating. */
export type VisitOutcome = 'done' | 'transferred' | 'parked';
export type VisitStore = ReturnType<typeof createVisitStore>;
export type GivenRating = {
  visit: string;
  question: string;
  choice: string;
  value: number;
  day: string;
  at: number;
};

/** From a moment until just before another, in milliseconds since the epoch. */
export type Period = { from: number; to: number };

/** Surely longer than a rating screen asks. */
const ratedWithinMs = 60 * 60_000;

/** Visits at counters and the one rating each may have. */
export function createVisitStore(db: Db, record: RecordFact) {
  const insertVisit = db.prepare(
    'insert into visit (id, ticket, counter, officer, begun_at) values (?, ?, ?, ?, ?)',
  );
  const closeVisit = db.prepare(
    'update visit set finished_at = @at, outcome = @outcome where ticket = @ticket and finished_at is null',
  );
  const lastClosed = `select id from visit where ticket = @ticket and finished_at is not null order by begun_at desc limit 1`;
  const reopenVisit = db.prepare(
    `update visit set finished_at = null, outcome = null
     where id = (${lastClosed}) and not exists (select 1 from rating where rating.visit = visit.id)`,
  );
  const openVisit = 'select id from visit where ticket = ? and finished_at is null';
  const openDossiers = db.prepare(`select 1 from dossier where visit in (${openVisit}) limit 1`);
  const openOne = db.prepare(openVisit);
  const deleteServices = db.prepare(`delete from service where visit in (${openVisit})`);
  const deleteVisit = db.prepare('delete from visit where ticket = ? and finished_at is null');
  const insertService = db.prepare(
    `insert into service (visit, position, procedure, begun_at)
     select id, (select count(*) + 1 from service where service.visit = visit.id), @procedure, @at
     from visit where ticket = @ticket and finished_at is null`,
  );
  const servicesOf = db.prepare(
    `select procedure from service where visit in (${openVisit}) order by position`,
  );
  const columns = 'visit.id, visit.ticket, visit.counter, ticket.lane, ticket.procedure';
  const byId = db.prepare(
    `select ${columns} from visit join ticket on ticket.id = visit.ticket where visit.id = ?`,
  );
  const unrated = db.prepare(
    `select ${columns} from visit join ticket on ticket.id = visit.ticket
     where visit.counter = ? and visit.finished_at >= ? and visit.outcome = 'done'
       and not exists (select 1 from rating where rating.visit = visit.id)
     order by visit.finished_at desc limit 1`,
  );
  const insertRating = db.prepare(
    `insert into rating (visit, question, choice, value, counter, day, given_at)
     values (@visit, @question, @choice, @value, @counter, @day, @at) on conflict do nothing`,
  );
  const ratingsByChoice = db.prepare(
    `select choice, count(*) as n from visit join rating on rating.visit = visit.id
     where visit.finished_at >= @from and visit.finished_at < @to and question = @question group by choice`,
  );
  const acknowledgedRatings = db.prepare(
    `select count(*) as n from fact
     where type = 'rating-given' and at >= @from and at < @to + ${ratedWithinMs}
       and json_extract(body, '$.question') = @question
       and seq <= (select acknowledged_through from sync_state)
       and exists (select 1 from visit where visit.id = json_extract(fact.body, '$.visit')
                   and finished_at >= @from and finished_at < @to)`,
  );
  const finishedVisits = db.prepare(
    "select count(*) as n from visit where finished_at >= @from and finished_at < @to and outcome = 'done'",
  );
  const servedSince = db.prepare(
    "select count(*) as n from visit where counter = ? and finished_at >= ? and outcome = 'done'",
  );

  const count = (row: unknown) => (row as { n: number }).n;

  return {
    /** Call inside the transaction that moves the ticket. */
    begin: (ticket: string, counter: string, officer: string, at: number): void => {
      insertVisit.run(randomUUID(), ticket, counter, officer, at);
    },
    /** Call inside the transaction that moves the ticket. */
    finish: (ticket: string, outcome: VisitOutcome, at: number): void => {
      closeVisit.run({ ticket, outcome, at });
    },
    /** Call inside the transaction that takes a finished service back; false when it was rated meanwhile. */
    reopen: (ticket: string): boolean => reopenVisit.run({ ticket }).changes === 1,
    /**
     * Call inside the transaction that takes the beginning of a service back; false when a dossier was accepted meanwhile:
     * its receipt is in the citizen's hand.
     */
    takeBackBegin: (ticket: string): boolean => {
      if (openDossiers.get(ticket) !== undefined) return false;
      deleteServices.run(ticket);
      deleteVisit.run(ticket);
      return true;
    },
    /** The visit in which the ticket is being served. */
    open: (ticket: string): string | null => (openOne.get(ticket) as { id: string } | undefined)?.id ?? null,
    /** Something else for the same citizen, in the same visit. */
    addService: (ticket: string, procedure: string, by: Actor, at: number): boolean =>
      db
        .transaction(() => {
          if (insertService.run({ ticket, procedure, at }).changes === 0) return false;
          record({ type: 'service-begun', body: { ticket, procedure, ...by } }, at);
          return true;
        })
        .immediate(),
    /** The procedures added in the visit that is open now. */
    services: (ticket: string): string[] =>
      (servicesOf.all(ticket) as { procedure: string }[]).map(({ procedure }) => procedure),
    /** The newest visit of a counter that was finished at or after `since` and has no rating yet. */
    unrated: (counter: string, since: number): Visit | null =>
      (unrated.get(counter, since) as Visit | undefined) ?? null,

    /** Durable when it returns. `repeat` when this visit already has its rating. */
    rate: (rating: GivenRating): 'recorded' | 'repeat' | 'unknown-visit' =>
      db
        .transaction(() => {
          const visit = byId.get(rating.visit) as Visit | undefined;
          if (!visit) return 'unknown-visit' as const;
          if (insertRating.run({ ...rating, counter: visit.counter }).changes === 0) return 'repeat' as const;
          const { question, choice, value } = rating;
          const { counter, lane, procedure } = visit;
          record(
            {
              type: 'rating-given',
              body: { visit: visit.id, counter, lane, procedure, question, choice, value },
            },
            rating.at,
          );
          return 'recorded' as const;
        })
        .immediate(),

    /** The ratings of the visits that were finished in the period. */
    ratingsByChoice: (question: string, period: Period): Map<string, number> =>
      new Map(
        (ratingsByChoice.all({ question, ...period }) as { choice: string; n: number }[]).map((row) => [
          row.choice,
          row.n,
        ]),
      ),
    /** How many of these ratings the hub has acknowledged. */
    acknowledgedRatings: (question: string, period: Period): number =>
      count(acknowledgedRatings.get({ question, ...period })),
    /** How many could have rated. */
    finishedVisits: (period: Period): number => count(finishedVisits.get(period)),
    servedSince: (counter: string, since: number): number => count(servedSince.get(counter, since)),
  };
}
