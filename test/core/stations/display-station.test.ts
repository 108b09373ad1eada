import { expect, test } from 'vitest';
import { createDisplayStation } from '../../../core/stations/display-station.ts';
import type { Move } from '../../../core/queue/moves.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { setupDesk } from './setup-desk.ts';

function setup() {
  const { clock, store, deps } = setupDesk();
  const display = createDisplayStation(deps);
  const counter = deps.centre.get().counters[0];
  if (counter === undefined) throw new Error('the sample centre has counters');
  const by = { officer: 'can-bo-1', counter: counter.id };
  const current = () => store.tickets.atCounter(store.tickets.dayAt(clock.now()), counter.id);
  const move = (how: Move) => {
    const moved = store.moves.move(current()?.id ?? '', how, by, clock.now());
    expect(moved.ok).toBe(true);
  };
  return {
    clock,
    move,
    view: () => display.view(),
    issue: () =>
      store.tickets.issue({
        lane: 'A',
        kind: 'file',
        procedure: null,
        priority: null,
        station: 'kiosk',
        at: clock.now(),
      }),
    /** Serves the one before and calls the next. */
    call() {
      if (current() !== null) {
        move({ type: 'begin' });
        move({ type: 'finish' });
      }
      const called = store.moves.callNext(counter, 'can-bo-1', usualRules, clock.now());
      expect(called.ok).toBe(true);
    },
    undo: () => store.moves.undo('can-bo-1', by, clock.now()),
  };
}

test('a burst of a hundred calls reaches the voice whole, and the eye as far as it can take in', () => {
  const hall = setup();
  for (let index = 0; index < 100; index++) hall.issue();
  for (let index = 0; index < 100; index++) hall.call();
  const { lately, calls } = hall.view();
  expect(lately.map(({ number }) => number)).toEqual(
    Array.from({ length: 100 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`),
  );
  expect(lately.map(({ id }) => id)).toEqual(lately.map(({ id }) => id).toSorted((a, b) => a - b));
  expect(calls[0]?.number).toBe('A100');
  expect(calls.length).toBeLessThan(20);
});

test('the voice gets the calls of the last three minutes, the eye also older ones', () => {
  const hall = setup();
  hall.issue();
  hall.issue();
  hall.call();
  hall.clock.advance(3 * 60_000 + 1);
  hall.call();
  expect(hall.view().lately.map(({ number }) => number)).toEqual(['A002']);
  expect(hall.view().calls.map(({ number }) => number)).toEqual(['A002', 'A001']);
});

test('a call that was taken back is no longer shown, and the voice is told so', () => {
  const hall = setup();
  hall.issue();
  hall.call();
  expect(hall.undo().ok).toBe(true);
  expect(hall.view()).toMatchObject({ calls: [], lately: [{ number: 'A001', takenBack: true }] });
  expect(hall.view().counters[0]).toEqual({ name: 'Quầy 1', number: null });
});

test.each<[string, Move]>([
  ['missed', { type: 'miss' }],
  ['cancelled', { type: 'cancel', reason: 'left' }],
  ['transferred', { type: 'transfer', line: 'B', counter: null, reason: 'wrong-lane' }],
  ['set aside', { type: 'park', reason: 'paying' }],
])('a number that was %s is invited no more, to the eye or the ear', (_, how) => {
  const hall = setup();
  hall.issue();
  hall.issue();
  hall.call();
  hall.move(how);
  expect(hall.view()).toMatchObject({ calls: [], lately: [{ number: 'A001', takenBack: true }] });
  hall.call();
  expect(hall.view().calls).toMatchObject([{ number: 'A002' }]);
});

test('the hall sees whom each counter has', () => {
  const hall = setup();
  hall.issue();
  hall.call();
  expect(hall.view().counters).toEqual([
    { name: 'Quầy 1', number: 'A001' },
    { name: 'Quầy 2', number: null },
    { name: 'Quầy 3', number: null },
    { name: 'Quầy 4', number: null },
  ]);
});
