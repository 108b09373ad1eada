import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { localDayWindow } from '../../../core/clock.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { undoWithinMs } from '../../../core/store/moves.ts';
import { openMemoryStore, openStore, type Db } from '../../../core/store/open.ts';
import { createStore, type Store } from '../../../core/store/store.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';

const day = '2026-11-24';
const at = Date.parse(`${day}T08:00:00+07:00`);
const dayMs = 24 * 60 * 60 * 1000;
const issue = {
  lane: 'A',
  kind: 'file',
  procedure: '1.001193',
  priority: null,
  station: 'kiosk',
  at,
} as const;
const quay1 = { id: 'quay-1', lanes: ['A'], helps: [] };
const quay2 = { id: 'quay-2', lanes: ['A'], helps: [] };
const officer1 = { officer: 'can-bo-1', counter: 'quay-1' };
const officer2 = { officer: 'can-bo-2', counter: 'quay-2' };

function temporaryFile(): string {
  const folder = temporaryFolder('store');
  onTestFinished(() => removeFolder(folder));
  return join(folder, 'kiosk.sqlite');
}

function opened(path: string): Db {
  const db = openStore(path);
  if (!db.ok) throw new Error(db.error.sentence);
  onTestFinished(() => void db.value.close());
  return db.value;
}

function value<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}

test('every open of a store asks for full durability, the second one too', () => {
  const path = temporaryFile();
  for (const _ of [1, 2, 3]) {
    const db = opened(path);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    db.close();
  }
});

test('a store from a newer program is refused and left byte for byte as it was', () => {
  const path = temporaryFile();
  const db = opened(path);
  db.pragma('user_version = 9999');
  db.close();
  const before = readFileSync(path);
  expect(openStore(path)).toMatchObject({ ok: false, error: { why: 'newer' } });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each([
  [
    'not a database at all',
    () => Buffer.from('this is no database, but it is long enough to be looked at'.repeat(99)),
  ],
  [
    'a database with a page torn',
    (good: Buffer) => Buffer.concat([good.subarray(0, 4096 * 3), Buffer.alloc(good.length - 4096 * 3, 0x5a)]),
  ],
])('%s is refused and left as it was', (_, damage) => {
  const path = temporaryFile();
  const db = opened(path);
  createStore(db).tickets.issue(issue);
  db.close();
  const damaged = `${path}.damaged`;
  copyFileSync(path, damaged);
  const bytes = damage(readFileSync(path));
  writeFileSync(damaged, bytes);
  expect(openStore(damaged)).toMatchObject({ ok: false, error: { why: 'corrupt' } });
  expect(readFileSync(damaged).equals(bytes)).toBe(true);
});

test('a ticket, its fact and its outbox row are there together after the store is opened again', () => {
  const path = temporaryFile();
  const first = opened(path);
  const ticket = value(createStore(first).tickets.issue(issue));
  first.close();
  const store = createStore(opened(path));
  expect(store.tickets.inState(day, 'waiting')).toEqual([ticket]);
  expect(store.outbox.factsFrom(1, 10)).toMatchObject([
    { seq: 1, type: 'ticket-issued', body: { number: 'A001' } },
  ]);
  expect(store.outbox.summary()).toMatchObject({ pending: 1, oldestAt: at });
});

test('when the fact cannot be written the ticket is not given either', () => {
  const db = openMemoryStore();
  const store = createStore(db);
  db.exec("create trigger broken before insert on outbox begin select raise(abort, 'disk full'); end");
  expect(() => store.tickets.issue(issue)).toThrow('disk full');
  db.exec('drop trigger broken');
  expect(value(store.tickets.issue(issue)).label).toBe('A001');
  expect(store.outbox.factsFrom(1, 10).map(({ seq }) => seq)).toEqual([1]);
});

test('each lane and each day has its own numbers, and the lane says when they are used up', () => {
  const db = openMemoryStore();
  const { tickets } = createStore(db);
  expect(value(tickets.issue(issue)).label).toBe('A001');
  expect(value(tickets.issue({ ...issue, lane: 'B' })).label).toBe('B001');
  expect(value(tickets.issue({ ...issue, at: at + dayMs })).label).toBe('A001');
  db.prepare("update ticket set number = 999 where lane = 'A' and day = '2026-11-25'").run();
  expect(value(tickets.issue({ ...issue, at: at + dayMs })).label).toBe('A1000');
  db.prepare("update ticket set number = 9999 where lane = 'A' and number = 1000").run();
  expect(tickets.issue({ ...issue, at: at + dayMs })).toEqual({ ok: false, error: 'numbers-exhausted' });
});

test('a clock set back over midnight gives no number of the day before', () => {
  const { tickets } = createStore(openMemoryStore());
  const midnight = Date.parse('2026-11-25T00:00:00+07:00');
  expect(value(tickets.issue({ ...issue, at: midnight - 1 }))).toMatchObject({ label: 'A001', day });
  expect(value(tickets.issue({ ...issue, at: midnight + 60_000 }))).toMatchObject({
    label: 'A001',
    day: '2026-11-25',
  });
  expect(value(tickets.issue({ ...issue, at: midnight - 9 * 60_000 }))).toMatchObject({
    label: 'A002',
    day: '2026-11-25',
  });
});

test('a ticket is called to one counter, served, finished, and each move is a fact', () => {
  const store = createStore(openMemoryStore());
  const { tickets, moves } = store;
  const { id } = value(tickets.issue(issue));
  expect(value(moves.callNext(quay1, 'can-bo-1', usualRules, at + 1))).toMatchObject({
    ticket: { id, state: 'called', counter: 'quay-1' },
    reason: { why: 'longest-waiting' },
  });
  expect(moves.callNext(quay2, 'can-bo-2', usualRules, at + 2)).toEqual({ ok: false, error: 'nobody' });
  expect(moves.callNext(quay1, 'can-bo-1', usualRules, at + 2)).toEqual({
    ok: false,
    error: 'counter-busy',
  });
  expect(moves.move(id, { type: 'finish' }, officer1, at + 3)).toEqual({ ok: false, error: 'wrong-state' });
  expect(moves.move(id, { type: 'recall' }, officer2, at + 3)).toEqual({ ok: false, error: 'other-counter' });
  value(moves.move(id, { type: 'recall' }, officer1, at + 3));
  value(moves.move(id, { type: 'begin' }, officer1, at + 4));
  expect(moves.move(id, { type: 'miss' }, officer1, at + 5)).toEqual({ ok: false, error: 'wrong-state' });
  value(moves.move(id, { type: 'finish' }, officer1, at + 5));
  expect(tickets.atCounter(day, 'quay-1')).toBeNull();
  expect(store.calls.recent(day, 9).map(({ label, call }) => [label, call])).toEqual([
    ['A001', 2],
    ['A001', 1],
  ]);
  expect(store.outbox.factsFrom(1, 20).map(({ type, v }) => [type, v])).toEqual([
    ['ticket-issued', 2],
    ['ticket-called', 2],
    ['ticket-called', 2],
    ['visit-begun', 2],
    ['visit-finished', 2],
  ]);
});

/** One citizen at counter 1, from the call to the end. */
function served(store: Store): string {
  const { id } = value(store.tickets.issue(issue));
  value(store.moves.callNext(quay1, 'can-bo-1', usualRules, at + 2));
  value(store.moves.move(id, { type: 'begin' }, officer1, at + 3));
  expect(store.visits.unrated('quay-1', 0)).toBeNull();
  value(store.moves.move(id, { type: 'finish' }, officer1, at + 4));
  return id;
}

test('a visit has one rating, and only a visit that exists', () => {
  const store = createStore(openMemoryStore());
  const { visits } = store;
  served(store);
  const visit = visits.unrated('quay-1', 0);
  const rating = { question: 'q', choice: 'hai-long', value: 1, day, at: at + 5 };
  expect(visits.rate({ ...rating, visit: 'made-up' })).toBe('unknown-visit');
  expect(visits.rate({ ...rating, visit: visit?.id ?? '' })).toBe('recorded');
  expect(visits.rate({ ...rating, visit: visit?.id ?? '', choice: 'khong-hai-long' })).toBe('repeat');
  expect(visits.ratingsByChoice('q', localDayWindow(day))).toEqual(new Map([['hai-long', 1]]));
  expect(visits.unrated('quay-1', 0)).toBeNull();
});

test('an officer takes the last move back, and the ticket is as it was', () => {
  const store = createStore(openMemoryStore());
  const { tickets, moves } = store;
  const issued = value(tickets.issue(issue));
  value(moves.callNext(quay1, 'can-bo-1', usualRules, at + 1));
  expect(moves.undoable('can-bo-1', at + 2)).toEqual({ label: 'A001', move: 'call' });
  expect(value(moves.undo('can-bo-1', officer1, at + 2))).toMatchObject({ move: 'call' });
  expect(tickets.find(issued.id)).toEqual({ ...issued, version: 2 });
  expect(store.calls.recent(day, 9)).toEqual([]);
  expect(moves.undo('can-bo-1', officer1, at + 3)).toEqual({ ok: false, error: 'nothing-to-undo' });
  expect(store.outbox.factsFrom(3, 1)).toMatchObject([
    { type: 'move-undone', body: { undoes: store.outbox.factsFrom(2, 1)[0]?.id } },
  ]);
});

test('a finished visit is opened again by an undo, but not once it was rated', () => {
  const store = createStore(openMemoryStore());
  const { moves, visits } = store;
  const id = served(store);
  value(moves.undo('can-bo-1', officer1, at + 5));
  expect(store.tickets.find(id)?.state).toBe('serving');
  expect(visits.unrated('quay-1', 0)).toBeNull();
  value(moves.move(id, { type: 'finish' }, officer1, at + 6));
  const visit = visits.unrated('quay-1', 0)?.id ?? '';
  visits.rate({ visit, question: 'q', choice: 'hai-long', value: 1, day, at: at + 7 });
  expect(moves.undo('can-bo-1', officer1, at + 8)).toEqual({ ok: false, error: 'rated-since' });
});

test('a move is not taken back after somebody else moved the ticket, nor after five minutes', () => {
  const { tickets, moves } = createStore(openMemoryStore());
  const { id } = value(tickets.issue(issue));
  value(moves.callNext(quay1, 'can-bo-1', usualRules, at + 1));
  value(moves.move(id, { type: 'miss' }, officer1, at + 2));
  expect(moves.undoable('can-bo-1', at + 2 + undoWithinMs + 1)).toBeNull();
  expect(moves.undo('can-bo-1', officer1, at + 2 + undoWithinMs + 1)).toEqual({
    ok: false,
    error: 'too-late',
  });
  value(moves.comeBack(id, usualRules, officer2, at + 3));
  expect(moves.undo('can-bo-1', officer1, at + 4)).toEqual({ ok: false, error: 'moved-since' });
});

test('a transferred ticket keeps its number and its place by the time it was taken', () => {
  const { tickets, moves } = createStore(openMemoryStore());
  const first = value(tickets.issue(issue));
  value(tickets.issue({ ...issue, lane: 'B', at: at + 1 }));
  value(moves.callNext(quay1, 'can-bo-1', usualRules, at + 2));
  value(moves.move(first.id, { type: 'begin' }, officer1, at + 3));
  value(
    moves.move(
      first.id,
      { type: 'transfer', line: 'B', counter: null, reason: 'next-service' },
      officer1,
      at + 4,
    ),
  );
  const next = value(
    moves.callNext({ id: 'quay-3', lanes: ['B'], helps: [] }, 'can-bo-3', usualRules, at + 5),
  );
  expect(next.ticket).toMatchObject({ id: first.id, label: 'A001' });
});

test('at the end of a day who was not served expires, or is carried over without doubling a number', () => {
  const { tickets, moves } = createStore(openMemoryStore());
  for (const _ of [1, 2, 3]) tickets.issue(issue);
  const by = { officer: 'quan-tri-1', counter: null };
  expect(moves.closeDay(day, '2026-11-25', by, at + 1)).toEqual({ expired: 0, carried: 3 });
  const next = value(tickets.issue({ ...issue, at: at + dayMs }));
  expect(next.label).toBe('A004');
  expect(tickets.inState('2026-11-25', 'waiting').map(({ label }) => label)).toEqual([
    'A001',
    'A002',
    'A003',
    'A004',
  ]);
  expect(moves.closeDay('2026-11-25', null, by, at + dayMs)).toEqual({ expired: 4, carried: 0 });
  expect(tickets.countByState('2026-11-25')).toEqual(new Map([['expired', 4]]));
});

test('a day nobody closed is closed by itself on the next, whoever was still being served counts as served', () => {
  const store = createStore(openMemoryStore());
  const { tickets, moves, visits } = store;
  for (const _ of [1, 2, 3]) tickets.issue(issue);
  value(moves.callNext(quay1, 'can-bo-1', usualRules, at + 1));
  const called = tickets.atCounter(day, 'quay-1');
  value(moves.move(called?.id ?? '', { type: 'begin' }, officer1, at + 2));
  expect(moves.closeEarlierDays(day, at + 3)).toBe(0);
  expect(moves.closeEarlierDays('2026-11-25', at + dayMs)).toBe(1);
  expect(moves.closeEarlierDays('2026-11-25', at + dayMs)).toBe(0);
  expect(tickets.countByState(day)).toEqual(
    new Map([
      ['done', 1],
      ['expired', 2],
    ]),
  );
  expect(visits.finishedVisits(localDayWindow('2026-11-25'))).toBe(1);
});

test('a day closed by hand leaves those at a counter to be served to the end', () => {
  const { tickets, moves } = createStore(openMemoryStore());
  for (const _ of [1, 2, 3]) tickets.issue(issue);
  const first = value(moves.callNext(quay1, 'can-bo-1', usualRules, at + 1)).ticket;
  value(moves.callNext(quay2, 'can-bo-2', usualRules, at + 1));
  value(moves.move(first.id, { type: 'begin' }, officer1, at + 2));
  const closed = moves.closeDay(day, null, { officer: 'quan-tri-1', counter: null }, at + 3);
  expect(closed).toEqual({ expired: 1, carried: 0 });
  expect(moves.move(first.id, { type: 'finish' }, officer1, at + 4)).toMatchObject({ ok: true });
  expect(tickets.countByState(day)).toEqual(
    new Map([
      ['called', 1],
      ['done', 1],
      ['expired', 1],
    ]),
  );
});

test('ratings and finished visits are those of the day asked for', () => {
  const store = createStore(openMemoryStore());
  const { visits } = store;
  served(store);
  const visit = visits.unrated('quay-1', 0)?.id ?? '';
  visits.rate({ visit, question: 'q', choice: 'hai-long', value: 1, day, at: at + 5 });
  const [today, next] = [localDayWindow(day), localDayWindow('2026-11-25')];
  expect(visits.finishedVisits(today)).toBe(1);
  expect(visits.finishedVisits(next)).toBe(0);
  expect(visits.ratingsByChoice('q', next)).toEqual(new Map());
  expect(visits.acknowledgedRatings('q', today)).toBe(0);
  store.outbox.acknowledge(store.outbox.factsFrom(1, 100).length, at + 6);
  expect(visits.acknowledgedRatings('q', today)).toBe(1);
  expect(visits.acknowledgedRatings('q', next)).toBe(0);
});

test('who was missed and does not come back for two hours has an expired ticket', () => {
  const { tickets, moves } = createStore(openMemoryStore());
  const { id } = value(tickets.issue(issue));
  value(moves.callNext(quay1, 'can-bo-1', usualRules, at + 1));
  value(moves.move(id, { type: 'miss' }, officer1, at + 2));
  const limit = at + 2 + usualRules.missedExpiresMinutes * 60_000;
  expect(moves.expireMissed(day, usualRules, limit - 1)).toBe(0);
  expect(moves.expireMissed(day, usualRules, limit)).toBe(1);
  expect(moves.comeBack(id, usualRules, officer1, limit)).toEqual({ ok: false, error: 'wrong-state' });
});

test('acknowledged facts leave the outbox and can still be sent again', () => {
  const store = createStore(openMemoryStore());
  for (const ms of [1, 2, 3]) store.tickets.issue({ ...issue, at: at + ms });
  store.outbox.acknowledge(2, 50);
  store.outbox.acknowledge(1, 60);
  expect(store.outbox.summary()).toEqual({
    pending: 1,
    oldestAt: at + 3,
    acknowledgedThrough: 2,
    lastSuccessAt: 60,
  });
  store.outbox.setAside(3, 'bad-fact');
  expect(store.outbox.factsFrom(2, 10).map(({ seq, setAside }) => [seq, setAside])).toEqual([
    [2, false],
    [3, true],
  ]);
});

test('a PIN opens only for its own officer', async () => {
  const { officers } = createStore(openMemoryStore());
  officers.save({ id: 'a', name: 'Nguyễn Thị Mẫu', role: 'officer' }, '123456');
  expect(await officers.checkPin('a', '123456')).toBe(true);
  expect(await officers.checkPin('a', '123457')).toBe(false);
  expect(await officers.checkPin('nobody', '123456')).toBe(false);
  expect(officers.list(['admin'])).toEqual([]);
});
