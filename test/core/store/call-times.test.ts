import { expect, test } from 'vitest';
import { usualRules } from '../../../core/queue/rules.ts';
import { openMemoryStore } from '../../../core/store/open.ts';
import { createStore } from '../../../core/store/store.ts';

const minute = 60_000;
const day = '2026-11-24';
const morning = Date.parse(`${day}T08:00:00+07:00`);
const quay1 = { id: 'quay-1', lanes: ['A', 'B'], helps: [] };
const by = { officer: 'can-bo-1', counter: 'quay-1' };

function setup() {
  const store = createStore(openMemoryStore());
  const issue = (lane: string, at: number, priority: string | null = null) => {
    const issued = store.tickets.issue({
      lane,
      kind: 'file',
      procedure: null,
      priority,
      station: 'kiosk',
      at,
    });
    if (!issued.ok) throw new Error(issued.error);
    return issued.value;
  };
  const call = (at: number): string => {
    const called = store.moves.callNext(quay1, by.officer, usualRules, at);
    if (!called.ok) throw new Error(called.error);
    return called.value.ticket.id;
  };
  const move = (id: string, type: 'begin' | 'finish' | 'miss', at: number) => {
    const moved = store.moves.move(id, { type }, by, at);
    if (!moved.ok) throw new Error(moved.error);
  };
  const serve = (at: number, ms: number) => {
    const id = call(at);
    move(id, 'begin', at + minute / 2);
    move(id, 'finish', at + ms);
  };
  return { store, issue, call, move, serve };
}

test('a call is measured from the call to the end, with the pause before the next one when there was work in it', () => {
  const { store, issue, call, serve } = setup();
  for (let index = 0; index < 4; index += 1) issue('A', morning + index);
  serve(morning, 6 * minute);
  serve(morning + 7 * minute, 9 * minute);
  // Half an hour later: nobody was waiting.
  serve(morning + 46 * minute, 5 * minute);
  call(morning + 60 * minute);
  expect(store.callTimes.samples(day).map(({ ms }) => ms / minute)).toEqual([5, 9, 7]);
});

test('who did not come is measured by the next call, and who is still served not at all', () => {
  const { store, issue, call, move } = setup();
  issue('B', morning);
  issue('B', morning + 1);
  move(call(morning), 'miss', morning + 2 * minute);
  move(call(morning + 3 * minute), 'begin', morning + 4 * minute);
  expect(store.callTimes.samples(day)).toEqual([{ line: 'B', at: morning, ms: 3 * minute, served: false }]);
});

test('a call that was taken back never was', () => {
  const { store, issue, call, serve } = setup();
  issue('A', morning);
  call(morning);
  store.moves.undo(by.officer, by, morning + 1000);
  serve(morning + 10 * minute, 4 * minute);
  expect(store.callTimes.samples(day)).toMatchObject([{ ms: 4 * minute }]);
});

test('the days before count, three weeks ago not', () => {
  const { store, issue, serve } = setup();
  const days = (count: number) => count * 24 * 60 * minute;
  for (const ago of [21, 3, 0]) {
    issue('A', morning - days(ago));
    serve(morning - days(ago), (ago + 1) * minute);
  }
  expect(store.callTimes.samples(day).map(({ ms }) => ms / minute)).toEqual([1, 4]);
});

test('a holder of priority has only those of priority ahead, the others all who go before them', () => {
  const { store, issue } = setup();
  issue('A', morning);
  issue('A', morning + 1, 'elderly');
  const priority = issue('A', morning + 2, 'elderly');
  const last = issue('A', morning + 3);
  expect(store.tickets.aheadOf(priority)).toBe(1);
  expect(store.tickets.aheadOf(last)).toBe(3);
});

test('what was read in a transaction that failed is not remembered', () => {
  const db = openMemoryStore();
  const { tickets } = createStore(db);
  const issue = () =>
    tickets.issue({
      lane: 'A',
      kind: 'file',
      procedure: null,
      priority: null,
      station: 'kiosk',
      at: morning,
    });
  issue();
  expect(tickets.waitingByLine(day).get('A')).toBe(1);
  expect(() =>
    db.transaction(() => {
      issue();
      expect(tickets.waitingByLine(day).get('A')).toBe(2);
      throw new Error('the disk is full');
    })(),
  ).toThrow('the disk is full');
  expect(tickets.waitingByLine(day).get('A')).toBe(1);
  issue();
  expect(tickets.waitingByLine(day).get('A')).toBe(2);
});
