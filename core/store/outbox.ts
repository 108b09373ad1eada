import type { Outbox, OutboxFact } from '../sync/outbox.ts';
import type { Db } from './open.ts';

type FactRow = Omit<OutboxFact, 'body' | 'setAside'> & { body: string; setAside: 0 | 1 };

/** What the hub has not acknowledged yet. Facts are never deleted, so any of them can be sent again. */
export function createOutbox(db: Db): Outbox {
  const device = db.prepare('select id, epoch from device').get() as { id: string; epoch: number };
  const factsFrom = db.prepare(
    `select seq, id, type, v, at, body, exists (select 1 from set_aside where set_aside.seq = fact.seq) as setAside
     from fact where seq >= ? order by seq limit ?`,
  );
  const summary = db.prepare(
    `select (select count(*) from outbox) as pending,
            (select at from fact where seq = (select min(seq) from outbox)) as oldestAt,
            acknowledged_through as acknowledgedThrough,
            last_success_at as lastSuccessAt
     from sync_state`,
  );
  const clear = db.prepare('delete from outbox where seq <= ?');
  const mark = db.prepare(
    'update sync_state set acknowledged_through = max(acknowledged_through, ?), last_success_at = ?',
  );
  const setAside = db.prepare('insert into set_aside (seq, reason) values (?, ?) on conflict do nothing');

  return {
    device: device.id,
    epoch: device.epoch,
    factsFrom: (seq, limit) =>
      (factsFrom.all(seq, limit) as FactRow[]).map((row) => ({
        ...row,
        body: JSON.parse(row.body) as OutboxFact['body'],
        setAside: row.setAside === 1,
      })),
    acknowledge: (throughSeq, at) =>
      db
        .transaction(() => {
          clear.run(throughSeq);
          mark.run(throughSeq, at);
        })
        .immediate(),
    setAside: (seq, reason) => {
      setAside.run(seq, reason);
    },
    summary: () => summary.get() as ReturnType<Outbox['summary']>,
  };
}
