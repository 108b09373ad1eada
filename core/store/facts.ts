import { statSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from './open.ts';

/** One thing that happened, as the hub will see it. Carries no identity of a citizen. */
export type NewFact =
  | {
      type: 'ticket-issued';
      body: {
        ticket: string;
        day: string;
        number: string;
        lane: string;
        procedure: string | null;
        station: string;
      };
    }
  | { type: 'ticket-called'; body: { ticket: string; counter: string; call: number } }
  | { type: 'visit-begun'; body: { ticket: string; counter: string } }
  | { type: 'visit-finished'; body: { ticket: string; counter: string } }
  | { type: 'ticket-missed'; body: { ticket: string; counter: string } }
  | { type: 'paper'; body: { ticket: string; outcome: 'printed' | 'not-printed' | 'uncertain' } }
  | {
      type: 'rating-given';
      body: {
        visit: string;
        counter: string;
        lane: string;
        procedure: string | null;
        question: string;
        choice: string;
        value: number;
      };
    };

export type RecordFact = (fact: NewFact, at: number) => void;

/** The fact and its outbox row; call it inside the transaction that records the thing itself. */
export function prepareFacts(db: Db): RecordFact {
  const insertFact = db.prepare(
    `insert into fact (seq, id, type, v, at, body)
     select coalesce(max(seq), 0) + 1, ?, ?, 1, ?, ? from fact`,
  );
  const insertOutbox = db.prepare('insert into outbox (seq) values (?)');
  const file = db.memory ? null : inode(db.name);
  return (fact, at) => {
    if (!db.inTransaction) throw new Error('a fact is recorded only together with what it tells of');
    // SQLite would go on writing into a file that somebody deleted or replaced, and all of it would be lost.
    if (file !== null && inode(db.name) !== file)
      throw new Error('the file of the store was deleted or replaced');
    const { lastInsertRowid } = insertFact.run(uuidv7(), fact.type, at, JSON.stringify(fact.body));
    insertOutbox.run(lastInsertRowid);
  };
}

/** `null` when there is no such file. */
function inode(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
