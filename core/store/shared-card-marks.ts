import type { Db } from './open.ts';

export type SharedCardMarks = ReturnType<typeof createSharedCardMarks>;

/** The tickets whose holders agreed to share their card, without the cards. */
export function createSharedCardMarks(db: Db) {
  const add = db.prepare('insert into shared_card (ticket) values (?) on conflict do nothing');
  const remove = db.prepare('delete from shared_card where ticket = ?');
  const find = db.prepare('select 1 from shared_card where ticket = ?');
  const removeEnded = db.prepare(
    `delete from shared_card where ticket in
     (select id from ticket where state in ('done', 'cancelled', 'expired'))`,
  );
  return {
    add: (ticket: string): void => void add.run(ticket),
    remove: (ticket: string): void => void remove.run(ticket),
    /** Of tickets that have ended: nobody will ask. */
    removeEnded: (): void => void removeEnded.run(),
    has: (ticket: string): boolean => find.get(ticket) !== undefined,
  };
}
