import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openMemoryStore, openStore, type Db } from '../../../core/store/open.ts';
import { createStore } from '../../../core/store/store.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';

const day = '2026-11-24';
const issue = { day, lane: 'A', procedure: '1.001193', station: 'kiosk', at: 1 };

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
  expect(store.tickets.inLine(day, ['A'])).toEqual([ticket]);
  expect(store.outbox.factsFrom(1, 10)).toMatchObject([
    { seq: 1, type: 'ticket-issued', body: { number: 'A001' } },
  ]);
  expect(store.outbox.summary()).toMatchObject({ pending: 1, oldestAt: 1 });
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
  expect(value(tickets.issue({ ...issue, day: '2026-11-25' })).label).toBe('A001');
  db.prepare("update ticket set number = 999 where lane = 'A' and day = ?").run(day);
  expect(tickets.issue(issue)).toEqual({ ok: false, error: 'numbers-exhausted' });
});

test('a ticket is called to one counter, served, finished, and each move is a fact', () => {
  const store = createStore(openMemoryStore());
  const { tickets, visits } = store;
  const ticket = value(tickets.issue(issue));
  expect(value(tickets.callNext(day, 'quay-1', ['A'], 2)).id).toBe(ticket.id);
  expect(tickets.callNext(day, 'quay-2', ['A'], 2)).toEqual({ ok: false, error: 'nobody' });
  expect(tickets.callNext(day, 'quay-1', ['A'], 2)).toEqual({ ok: false, error: 'busy' });
  expect(tickets.finish(ticket.id, 'quay-1', 3, () => {})).toBe(false);
  expect(tickets.callAgain(ticket.id, 'quay-2', 3)).toBe(false);
  expect(tickets.callAgain(ticket.id, 'quay-1', 3)).toBe(true);
  expect(tickets.begin(ticket.id, 'quay-1', 4, () => visits.begin(ticket.id, 'quay-1', 'can-bo-1', 4))).toBe(
    true,
  );
  expect(tickets.miss(ticket.id, 'quay-1', 5)).toBe(false);
  expect(tickets.finish(ticket.id, 'quay-1', 5, () => visits.finish(ticket.id, 5))).toBe(true);
  expect(tickets.atCounter(day, 'quay-1')).toBeNull();
  expect(store.outbox.factsFrom(1, 20).map(({ type }) => type)).toEqual([
    'ticket-issued',
    'ticket-called',
    'ticket-called',
    'visit-begun',
    'visit-finished',
  ]);
});

test('a visit has one rating, and only a visit that exists', () => {
  const store = createStore(openMemoryStore());
  const { tickets, visits } = store;
  const ticket = value(tickets.issue(issue));
  tickets.callNext(day, 'quay-1', ['A'], 2);
  tickets.begin(ticket.id, 'quay-1', 3, () => visits.begin(ticket.id, 'quay-1', 'can-bo-1', 3));
  expect(visits.unrated('quay-1', 0)).toBeNull();
  tickets.finish(ticket.id, 'quay-1', 4, () => visits.finish(ticket.id, 4));
  const visit = visits.unrated('quay-1', 0);
  const rating = { question: 'q', choice: 'hai-long', value: 1, day, at: 5 };
  expect(visits.rate({ ...rating, visit: 'made-up' })).toBe('unknown-visit');
  expect(visits.rate({ ...rating, visit: visit?.id ?? '' })).toBe('recorded');
  expect(visits.rate({ ...rating, visit: visit?.id ?? '', choice: 'khong-hai-long' })).toBe('repeat');
  expect(visits.ratingsByChoice('q')).toEqual(new Map([['hai-long', 1]]));
  expect(visits.unrated('quay-1', 0)).toBeNull();
});

test('acknowledged facts leave the outbox and can still be sent again', () => {
  const store = createStore(openMemoryStore());
  for (const at of [1, 2, 3]) store.tickets.issue({ ...issue, at });
  store.outbox.acknowledge(2, 50);
  store.outbox.acknowledge(1, 60);
  expect(store.outbox.summary()).toEqual({
    pending: 1,
    oldestAt: 3,
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
