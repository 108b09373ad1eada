import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf, type DayFigures } from '../../../core/queue/figures.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { spreadOf } from '../../../core/queue/spread.ts';
import { openMemoryStore, type Db } from '../../../core/store/open.ts';
import { createStore } from '../../../core/store/store.ts';
import { days, firstDay, play, start, steps, type Played } from './random-days.ts';

/** The same figures by another way: out of the tables, as they stand at the end. */
function recount(db: Db, day: string, { noted, closedAt }: Played) {
  const all = <Row>(sql: string) => db.prepare(sql).all({ day }) as Row[];
  const byLane = (sql: string) =>
    Object.fromEntries(all<{ lane: string; n: number }>(sql).map(({ lane, n }) => [lane, n]));
  const state = (names: string) =>
    byLane(
      `select line as lane, count(*) as n from ticket where queue_day = @day and state in (${names}) group by line`,
    );
  const waits = all<{ lane: string; counter: string; ms: number }>(
    `select call.line as lane, call.counter, call.at - ticket.issued_at as ms
     from call join ticket on ticket.id = call.ticket
     where ticket.day = @day and call.queue_day = @day
       and call.id = (select min(id) from call as first
                      where first.ticket = ticket.id and first.call = 1 and first.undone = 0)`,
  );
  const visits = all<{ counter: string; ms: number; end: number }>(
    `select visit.counter, finished_at - begun_at as ms, finished_at as end
     from visit join ticket on ticket.id = visit.ticket
     where finished_at >= (select min(issued_at) from ticket as t where t.queue_day = @day or t.day = @day)
       and date((finished_at + 25200000) / 1000, 'unixepoch') = @day`,
  ).filter(({ end }) => !closedAt.has(end));
  const events = (type: string) =>
    noted.filter((note) => note.type === type && note.day === day && !note.undone).length;
  const at = (counter: string) => visits.filter((visit) => visit.counter === counter).map(({ ms }) => ms);
  return {
    issued: byLane('select lane, count(*) as n from ticket where day = @day group by lane'),
    waiting: state("'waiting'"),
    atCounter: state("'called', 'serving'"),
    served: state("'done'"),
    cancelled: state("'cancelled'"),
    expired: state("'expired'"),
    missed: events('miss'),
    transferred: events('transfer'),
    wait: spreadOf(waits.map(({ ms }) => ms)),
    waitOfA: spreadOf(waits.filter(({ lane }) => lane === 'A').map(({ ms }) => ms)),
    waitAt1: spreadOf(waits.filter(({ counter }) => counter === 'quay-1').map(({ ms }) => ms)),
    service: spreadOf(visits.map(({ ms }) => ms)),
    serviceAt1: spreadOf(at('quay-1')),
  };
}

function counted({ total, lanes, counters }: DayFigures): ReturnType<typeof recount> {
  const nothing = { n: 0, median: null, p90: null };
  const of = (what: 'issued' | 'waiting' | 'atCounter' | 'served' | 'cancelled' | 'expired') =>
    Object.fromEntries(lanes.filter((lane) => lane[what] > 0).map((lane) => [lane.key, lane[what]]));
  const first = counters.find(({ key }) => key === 'quay-1');
  return {
    issued: of('issued'),
    waiting: of('waiting'),
    atCounter: of('atCounter'),
    served: of('served'),
    cancelled: of('cancelled'),
    expired: of('expired'),
    missed: total.missed,
    transferred: total.transferred,
    wait: total.wait,
    waitOfA: lanes.find(({ key }) => key === 'A')?.wait ?? nothing,
    waitAt1: first?.wait ?? nothing,
    service: total.service,
    serviceAt1: first?.service ?? nothing,
  };
}

test('the figures of any days, told by the facts, are what a recount of the tables gives', () => {
  const seen = { transferred: 0, undone: 0, carried: 0, served: 0 };
  fc.assert(
    fc.property(steps, (list) => {
      const db = openMemoryStore();
      const store = createStore(db);
      const played = play(store, list);
      seen.undone += played.noted.filter(({ undone }) => undone).length;
      for (const day of days) {
        const figures = figuresOf(day, store.dayFacts.of(day));
        expect(counted(figures)).toEqual(recount(db, day, played));
        const sum = (what: 'issued' | 'served' | 'missed' | 'expired' | 'transferred') =>
          [figures.lanes, figures.hours].map((rows) => rows.reduce((all, row) => all + row[what], 0));
        for (const what of ['issued', 'served', 'missed', 'expired', 'transferred'] as const)
          expect(sum(what)).toEqual([figures.total[what], figures.total[what]]);
        seen.transferred += figures.total.transferred;
        seen.carried += figures.carriedIn;
        seen.served += figures.total.served;
      }
      db.close();
    }),
    { numRuns: 60 },
  );
  // A property about days on which nothing happens would say nothing.
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(3);
});

test('facts that come while a day is looked at give the same figures as a fresh look', () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const db = openMemoryStore();
      const store = createStore(db);
      play(
        store,
        before.filter(({ act }) => act.at !== 'tomorrow'),
      );
      store.dayFacts.of(firstDay);
      play(
        store,
        after.filter(({ act }) => act.at !== 'tomorrow'),
      );
      const kept = figuresOf(firstDay, store.dayFacts.of(firstDay));
      expect(kept).toEqual(figuresOf(firstDay, createStore(db).dayFacts.of(firstDay)));
      db.close();
    }),
    { numRuns: 15 },
  );
});

const quay1 = { id: 'quay-1', lanes: ['A'], helps: [] };
const officer1 = { officer: 'can-bo-1', counter: 'quay-1' };
const issue = { lane: 'A', kind: 'file', procedure: null, priority: null, station: 'kiosk' } as const;
const minutes = (count: number) => count * 60_000;

test('a wait ends with the first call that stands, and a service that was taken back is none', () => {
  const store = createStore(openMemoryStore());
  store.tickets.issue({ ...issue, at: start });
  store.moves.callNext(quay1, 'can-bo-1', usualRules, start + minutes(5));
  store.moves.undo('can-bo-1', officer1, start + minutes(6));
  const called = store.moves.callNext(quay1, 'can-bo-1', usualRules, start + minutes(9));
  const id = called.ok ? called.value.ticket.id : '';
  store.moves.move(id, { type: 'begin' }, officer1, start + minutes(10));
  store.moves.move(id, { type: 'finish' }, officer1, start + minutes(12));
  store.moves.undo('can-bo-1', officer1, start + minutes(13));
  const open = figuresOf(firstDay, store.dayFacts.of(firstDay));
  expect(open.total).toMatchObject({ served: 0, atCounter: 1, service: { n: 0, median: null } });
  store.moves.move(id, { type: 'finish' }, officer1, start + minutes(30));
  const { total, hours } = figuresOf(firstDay, store.dayFacts.of(firstDay));
  expect(total).toMatchObject({
    issued: 1,
    served: 1,
    wait: { n: 1, median: minutes(9) },
    service: { n: 1, median: minutes(20) },
  });
  // Taken at 07:30, served at 08:00.
  expect(hours).toMatchObject([
    { key: 7, issued: 1, served: 0, wait: { n: 1 } },
    { key: 8, served: 1, service: { n: 1 } },
  ]);
});

test('who was carried over waits in the new day, counts as carried, and adds no night to the waiting times', () => {
  const store = createStore(openMemoryStore());
  store.tickets.issue({ ...issue, at: start });
  store.moves.closeDay(firstDay, days[1], { officer: 'quan-tri-1', counter: null }, start + minutes(60));
  const next = start + minutes(24 * 60);
  expect(figuresOf(days[1], store.dayFacts.of(days[1]))).toMatchObject({
    carriedIn: 1,
    total: { issued: 0, waiting: 1 },
  });
  store.moves.callNext(quay1, 'can-bo-1', usualRules, next);
  expect(figuresOf(days[1], store.dayFacts.of(days[1])).total).toMatchObject({
    waiting: 0,
    atCounter: 1,
    wait: { n: 0, median: null },
  });
  expect(figuresOf(firstDay, store.dayFacts.of(firstDay))).toMatchObject({
    carriedOut: 1,
    total: { issued: 1, waiting: 0, expired: 0 },
  });
});

test('the middle and the ninth of ten, and nothing where nothing was measured', () => {
  expect(spreadOf([])).toEqual({ n: 0, median: null, p90: null });
  expect(spreadOf([7])).toEqual({ n: 1, median: 7, p90: 7 });
  expect(spreadOf([4, 1, 3, 2])).toEqual({ n: 4, median: 2.5, p90: 4 });
  expect(spreadOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({ n: 10, median: 5.5, p90: 9 });
});
