import { isSettled, nextState, type JobEvent, type JobState, type PrintJob } from '../print/job.ts';
import type { RecordFact } from './facts.ts';
import type { Db } from './open.ts';

export type PrintJobStore = ReturnType<typeof createPrintJobStore>;

type Row = Omit<PrintJob, 'state'> & {
  state: JobState['at'];
  why: string | null;
  printer: string | null;
};
const columns = `id, origin, kind, ticket, day, station, reprint, officer, reason, state, why, printer,
  created_at as createdAt, expires_at as expiresAt`;

/** The slips on their way to paper. Every settled one is a fact. */
export function createPrintJobStore(db: Db, record: RecordFact) {
  const insert = db.prepare(
    `insert into print_job (id, origin, kind, ticket, day, station, slip, reprint, officer, reason, state, why, created_at, expires_at)
     values (@id, @origin, @kind, @ticket, @day, @station, @words, @reprint, @officer, @reason, 'waiting', null, @createdAt, @expiresAt)`,
  );
  const byId = db.prepare(`select ${columns} from print_job where id = ?`);
  const ofTicket = db.prepare(
    `select ${columns} from print_job where ticket = ? and kind = 'ticket' order by seq`,
  );
  const chain = db.prepare(`select ${columns} from print_job where origin = ? order by seq`);
  const open = db.prepare(
    `select ${columns} from print_job where state in ('waiting', 'printing') order by seq`,
  );
  const words = db.prepare('select slip from print_job where id = ?').pluck();
  const update = db.prepare(
    `update print_job set state = @state, why = @why, printer = coalesce(@printer, printer),
       started_at = iif(@state = 'printing', @at, started_at), settled_at = iif(@isSettled, @at, settled_at)
     where id = @id`,
  );
  // Only the newest with the same words: what was printed again since is no trouble any more.
  const troubles = db.prepare(
    `select ${columns} from print_job where day = ? and state in ('failed', 'voided') and why is not 'by-hand'
       and not exists (
         select 1 from print_job as later where later.origin = print_job.origin and later.seq > print_job.seq)
     order by seq desc limit ?`,
  );
  const countByState = db.prepare('select state, count(*) as n from print_job where day = ? group by state');
  const withWords = db.prepare(
    `select ${columns}, settled_at as settledAt from print_job where slip is not null and settled_at is not null order by seq`,
  );
  const erase = db.prepare('update print_job set slip = null where id = ?');

  const find = (id: string): PrintJob | null => {
    const row = byId.get(id) as Row | undefined;
    return row === undefined ? null : jobOf(row);
  };

  return {
    /** Durable when it returns, or when the transaction around it is. `words` are sealed. */
    insert: (job: Omit<PrintJob, 'state'>, sealed: Uint8Array): void =>
      void insert.run({ ...job, words: sealed }),

    /** What an event makes of the job, durable when it returns; `null` when it makes nothing of it. */
    apply: (id: string, event: JobEvent, at: number): PrintJob | null =>
      db
        .transaction((): PrintJob | null => {
          const job = find(id);
          const state = job && nextState(job.state, event);
          if (job === null || state === null) return null;
          const printer = state.at === 'printing' ? state.printer : null;
          update.run({
            id,
            state: state.at,
            why: state.why,
            printer,
            at,
            isSettled: isSettled(state) ? 1 : 0,
          });
          if (isSettled(state)) {
            const { kind, ticket, reprint, reason, officer } = job;
            const { at: outcome, why } = state;
            record(
              { type: 'paper', body: { job: id, kind, ticket, outcome, why, reprint, reason, officer } },
              at,
            );
          }
          return { ...job, state };
        })
        .immediate(),

    find,
    /** The queue slips of a ticket, oldest first. */
    ofTicket: (ticket: string): PrintJob[] => (ofTicket.all(ticket) as Row[]).map(jobOf),
    /** All jobs with the same words, oldest first. */
    chain: (origin: string): PrintJob[] => (chain.all(origin) as Row[]).map(jobOf),
    /** What waits for a printer or is at one, oldest first. */
    open: (): PrintJob[] => (open.all() as Row[]).map(jobOf),
    /** The sealed words; `null` once they are erased. */
    words: (id: string): Uint8Array | null => (words.get(id) as Uint8Array | null | undefined) ?? null,
    /** The failed and the voided of a day that nobody has settled or printed again, newest first. */
    troubles: (day: string, limit: number): PrintJob[] => (troubles.all(day, limit) as Row[]).map(jobOf),
    countByState: (day: string): Map<JobState['at'], number> =>
      new Map(
        (countByState.all(day) as { state: JobState['at']; n: number }[]).map(({ state, n }) => [state, n]),
      ),
    /** Settled jobs whose words are still kept. */
    withWords: (): (PrintJob & { settledAt: number })[] =>
      (withWords.all() as (Row & { settledAt: number })[]).map((row) => ({
        ...jobOf(row),
        settledAt: row.settledAt,
      })),
    /** The words are gone; that there was such a slip stays. */
    erase: (ids: readonly string[]): void => {
      if (ids.length === 0) return;
      db.transaction(() => {
        for (const id of ids) erase.run(id);
      }).immediate();
      // The write-ahead log holds the old page until it is written back and emptied.
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}

function jobOf({ state, why, printer, ...job }: Row): PrintJob {
  return { ...job, state: stateOf(state, why, printer) };
}

/** The table holds only what `nextState` gave. */
function stateOf(at: JobState['at'], why: string | null, printer: string | null): JobState {
  return (at === 'printing' ? { at, why, printer: printer ?? '' } : { at, why }) as JobState;
}
