import { localDayWindow } from '../clock.ts';
import type { DayFact } from '../queue/figures.ts';
import type { Db } from './open.ts';

type Row = Omit<DayFact, 'body'> & { seq: number; body: string };
type Seen = { seq: number } & DayFact;

/** A clock set back by less than this still gives numbers of the day it had reached; see `businessDay`. */
const clockPatienceMs = 12 * 60 * 60_000;
const columns = 'seq, id, type, at, body';
/** The facts that move tickets. */
const kinds = `type in ('ticket-issued', 'ticket-called', 'visit-begun', 'visit-finished', 'ticket-missed',
  'ticket-returned', 'ticket-parked', 'ticket-resumed', 'ticket-transferred', 'ticket-cancelled', 'ticket-expired',
  'ticket-carried', 'move-undone')`;
// As the index has it: SQLite takes a partial index only for its very words.
const ofDay = `type in ('day-closed', 'ticket-carried') and json_extract(body, '$.day') = ?`;

/** The facts of one day's queue, as `figuresOf` needs them. The day asked for last is kept and only added to. */
export function createDayFacts(db: Db) {
  const lastSeq = db.prepare('select coalesce(max(seq), 0) as seq from fact');
  const between = db.prepare(`select ${columns} from fact where at >= ? and at < ? and ${kinds}`);
  const atMoment = db.prepare(`select ${columns} from fact where at = ? and ${kinds}`);
  const after = db.prepare(`select ${columns} from fact where seq > ? order by seq`);
  const firstOfDay = db.prepare(
    `select min(at) as at from fact
     where at >= ? and at < ? and type = 'ticket-issued' and json_extract(body, '$.day') = ?`,
  );
  const closings = db.prepare(`select distinct type, at from fact where ${ofDay}`);
  const closedAt = db.prepare(
    `select json_extract(body, '$.day') as day from fact where at = ? and type = 'day-closed'`,
  );
  let kept: { day: string; from: number; to: number; seen: Seen[]; lastSeq: number } | null = null;

  function windowOf(day: string) {
    const { from, to } = localDayWindow(day);
    const early = firstOfDay.get(from - clockPatienceMs, from, day) as { at: number | null };
    return { from: early.at ?? from, to };
  }

  /** The day itself, what closed it whenever that was, and the days from which tickets were carried into it. */
  function gather(day: string): Seen[] {
    const rows = new Map<number, Row>();
    const keep = (some: unknown[]) => {
      for (const row of some as Row[]) rows.set(row.seq, row);
    };
    const done = new Set<string>();
    const todo = [day];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (done.has(next)) continue;
      done.add(next);
      const { from, to } = windowOf(next);
      keep(between.all(from, to));
      for (const { type, at } of closings.all(next) as { type: string; at: number }[]) {
        keep(atMoment.all(at));
        if (type !== 'ticket-carried') continue;
        for (const origin of closedAt.all(at) as { day: string }[]) todo.push(origin.day);
      }
    }
    return [...rows.values()].toSorted((a, b) => a.seq - b.seq).map(read);
  }

  return {
    /** The same list as before, longer or not, until the day is closed or something is carried into it. */
    of: (day: string): readonly DayFact[] => {
      const last = (lastSeq.get() as { seq: number }).seq;
      if (kept?.day === day && kept.lastSeq <= last) {
        const { from, to, seen } = kept;
        const news = after.all(kept.lastSeq) as Row[];
        const isPlain = news.every(({ type }) => type !== 'day-closed' && type !== 'ticket-carried');
        if (isPlain) {
          seen.push(...news.filter(({ at }) => at >= from && at < to).map(read));
          kept.lastSeq = last;
          return seen;
        }
      }
      kept = { day, ...windowOf(day), seen: gather(day), lastSeq: last };
      return kept.seen;
    },
  };
}

function read({ body, ...row }: Row): Seen {
  return { ...row, body: JSON.parse(body) as DayFact['body'] };
}
