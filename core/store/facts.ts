import { statSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { type NewFact, versionWritten } from '../sync/protocol.ts';
import type { Db } from './open.ts';

/** Returns the id of the fact. */
export type RecordFact = (fact: NewFact, at: number) => string;

/** The fact and its outbox row; call it inside the transaction that records the thing itself. */
export function prepareFacts(db: Db): RecordFact {
  const insertFact = db.prepare(
    `insert into fact (seq, id, type, v, at, body)
     select coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ? from fact`,
  );
  const insertOutbox = db.prepare('insert into outbox (seq) values (?)');
  const file = db.memory ? null : inode(db.name);
  return (fact, at) => {
    if (!db.inTransaction) throw new Error('a fact is recorded only together with what it tells of');
    // SQLite would go on writing into a file that somebody deleted or replaced, and all of it would be lost.
    if (file !== null && inode(db.name) !== file)
      throw new Error('the file of the store was deleted or replaced');
    const id = uuidv7();
    const { lastInsertRowid } = insertFact.run(
      id,
      fact.type,
      versionWritten(fact.type),
      at,
      JSON.stringify(fact.body),
    );
    insertOutbox.run(lastInsertRowid);
    return id;
  };
}

/** `null` when there is no such file. */
function inode(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
