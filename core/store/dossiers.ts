import { randomUUID } from 'node:crypto';
import type { FormName } from '../forms/form-names.ts';
import type { Actor } from '../queue/moves.ts';
import { err, ok, type Result } from '../result.ts';
import type { RecordFact } from './facts.ts';
import type { Db } from './open.ts';
import type { VisitStore } from './visits.ts';

export type CollectAt = 'centre' | 'post' | 'electronic';
/** What is kept in the clear of an accepted dossier: nothing of whose it is. */
export type Dossier = {
  code: string;
  ticket: string;
  procedure: string | null;
  counter: string;
  acceptedBy: string;
  acceptedAt: number;
  dueAt: number;
  collectAt: CollectAt;
};
export type NewDossier = Dossier & {
  fee: { vnd: number; paid: boolean } | null;
  lookUpDigest: string;
  /** What the receipt says, sealed. */
  sealed: Uint8Array;
  /** When that is forgotten. */
  purgeAt: number;
};
export type IssuedPaper = { form: FormName; dossier: string | null; ticket: string };
export type DossierStore = ReturnType<typeof createDossierStore>;

/** Dossiers accepted at this centre's counters. */
export function createDossierStore(db: Db, record: RecordFact, visits: VisitStore) {
  const columns = `code, ticket, procedure, counter, accepted_by as acceptedBy, accepted_at as acceptedAt,
    due_at as dueAt, collect_at as collectAt`;
  const insert = db.prepare(
    `insert into dossier (id, code, ticket, visit, procedure, counter, accepted_by, accepted_at, due_at,
       fee_vnd, fee_paid, collect_at, look_up_digest, sealed, purge_at)
     values (@id, @code, @ticket, @visit, @procedure, @counter, @acceptedBy, @acceptedAt, @dueAt,
       @feeVnd, @feePaid, @collectAt, @lookUpDigest, @sealed, @purgeAt)`,
  );
  const byCode = db.prepare(`select ${columns} from dossier where code = ?`);
  const byTicket = db.prepare(`select ${columns} from dossier where ticket = ? order by accepted_at, code`);
  const sealedOf = db.prepare('select sealed from dossier where code = ?');
  const purge = db.prepare('update dossier set sealed = null where sealed is not null and purge_at <= ?');

  const find = (code: string) => (byCode.get(code) as Dossier | undefined) ?? null;

  return {
    /**
     * Durable when it returns, with its fact and what `also` stores in the same transaction. Refused while nobody is being
     * served with this ticket.
     */
    accept: (dossier: NewDossier, also: () => void): Result<undefined, 'code-taken' | 'not-serving'> =>
      db
        .transaction((): Result<undefined, 'code-taken' | 'not-serving'> => {
          const visit = visits.open(dossier.ticket);
          if (visit === null) return err('not-serving');
          if (find(dossier.code) !== null) return err('code-taken');
          const { fee, sealed, ...plain } = dossier;
          insert.run({
            ...plain,
            id: randomUUID(),
            visit,
            feeVnd: fee?.vnd ?? null,
            feePaid: fee === null ? null : Number(fee.paid),
            sealed,
          });
          const { ticket, procedure, counter, acceptedBy: officer, dueAt, acceptedAt } = dossier;
          record(
            {
              type: 'dossier-accepted',
              body: { dossier: dossier.code, ticket, procedure, officer, counter, dueAt },
            },
            acceptedAt,
          );
          also();
          return ok();
        })
        .immediate(),
    /** A paper went to the printer of the desk. Durable when it returns. */
    paperIssued: ({ form, dossier, ticket }: IssuedPaper, by: Actor, at: number): void => {
      db.transaction(() =>
        record({ type: 'paper-issued', body: { form, dossier, ticket, ...by } }, at),
      ).immediate();
    },
    find,
    /** In the order in which they were accepted. */
    ofTicket: (ticket: string): Dossier[] => byTicket.all(ticket) as Dossier[],
    /** `null` when there is no such dossier, or its time was over. */
    sealed: (code: string): Uint8Array | null =>
      (sealedOf.get(code) as { sealed: Uint8Array | null } | undefined)?.sealed ?? null,
    /** Forgets whose the dossiers are that are past their time. Returns how many. */
    purge: (at: number): number => purge.run(at).changes,
  };
}
