import type { ServiceSample } from '../queue/service-times.ts';
import type { Db } from './open.ts';

/** Enough for every lane of a large hall, and read in a few milliseconds. */
const mostToday = 400;
const mostEarlier = 1_000;
const daysBack = 14;
/** An officer who calls within this after the last one went had work in between; later nobody was waiting. */
const pauseMs = 2 * 60_000;
/** Longer than officers wait for somebody who does not come. */
const mostMissedMs = 5 * 60_000;
/** The clock was set, or a ticket was left open over the break. */
const unbelievableMs = 4 * 60 * 60_000;

type Row = {
  line: string;
  at: number;
  nextAt: number | null;
  begunAt: number | null;
  finishedAt: number | null;
};

/** How long calls kept the counters, for `measureServiceTimes`. */
export function createCallTimes(db: Db) {
  const ofDay = db.prepare(
    `select line, at, nextAt, begun_at as begunAt, finished_at as finishedAt
     from (
       select id, ticket, line, counter, at, lead(at) over (partition by counter order by id) as nextAt
       from call
       where queue_day = @day and call = 1 and undone = 0 and id > @after
       order by id desc limit @limit
     ) as made
     left join visit on visit.id = (
       select id from visit as its
       where its.ticket = made.ticket and its.counter = made.counter and its.begun_at >= made.at
       order by its.begun_at limit 1
     )`,
  );
  const newest = db.prepare('select coalesce(max(id), 0) as id from call');
  const earlierDays = db.prepare(
    'select distinct queue_day as day from call where queue_day < ? and queue_day >= ? order by queue_day desc',
  );
  let earlier: { day: string; samples: ServiceSample[] } | null = null;

  function samplesOf(day: string, after: number, limit: number): ServiceSample[] {
    return (ofDay.all({ day, after, limit }) as Row[]).flatMap((row) => sampleOf(row) ?? []);
  }

  /** Days that are over do not change: read once a day. */
  function before(day: string): ServiceSample[] {
    if (earlier?.day === day) return earlier.samples;
    const first = new Date(Date.parse(`${day}T00:00:00Z`) - daysBack * 24 * 60 * 60 * 1000);
    const samples: ServiceSample[] = [];
    for (const row of earlierDays.all(day, first.toISOString().slice(0, 10)) as { day: string }[]) {
      if (samples.length >= mostEarlier) break;
      samples.push(...samplesOf(row.day, 0, mostEarlier));
    }
    earlier = { day, samples };
    return samples;
  }

  return {
    /** The newest calls of the day that are over, and those of the two weeks before. */
    samples(day: string): ServiceSample[] {
      const { id } = newest.get() as { id: number };
      return [...samplesOf(day, id - 2 * mostToday, mostToday), ...before(day)];
    },
  };
}

function sampleOf({ line, at, nextAt, begunAt, finishedAt }: Row): ServiceSample | null {
  const served = begunAt !== null;
  if (served ? finishedAt === null : nextAt === null) return null;
  const end = finishedAt ?? at;
  const worked = nextAt !== null && nextAt - end <= pauseMs;
  const ms = served ? (worked ? nextAt - at : end - at) : Math.min((nextAt ?? at) - at, mostMissedMs);
  return ms > 0 && ms < unbelievableMs ? { line, at, ms, served } : null;
}
