import { expect, test } from 'vitest';
import { createKioskStation } from '../../../core/stations/kiosk-station.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { setupDesk } from './setup-desk.ts';

const minute = 60_000;
const counter = { id: 'quay-1', lanes: ['A'], helps: [] };
const by = { officer: 'can-bo-1', counter: 'quay-1' };

/** A morning on which many were served for five minutes each at the one open counter. */
function setup() {
  const desk = setupDesk();
  const { store, clock, deps } = desk;
  desk.open.add('quay-1');
  const issue = () =>
    store.tickets.issue({
      lane: 'A',
      kind: 'file',
      procedure: null,
      priority: null,
      station: 'kiosk',
      at: clock.now(),
    });
  const call = () => {
    const called = store.moves.callNext(counter, by.officer, usualRules, clock.now());
    if (!called.ok) throw new Error(called.error);
    return called.value.ticket.id;
  };
  for (let index = 0; index < 30; index += 1) {
    issue();
    const id = call();
    store.moves.move(id, { type: 'begin' }, by, clock.now());
    clock.advance(5 * minute);
    store.moves.move(id, { type: 'finish' }, by, clock.now());
  }
  // Those who came long ago say nothing of who will come.
  clock.advance(60 * minute);
  deps.changed();
  const laneA = () => deps.board.lanes()[0];
  return { ...desk, issue, call, laneA };
}

test('a lane tells how many wait and how long; a lane no open counter serves tells only how many', () => {
  const { issue, call, laneA, deps, clock } = setup();
  expect(laneA()).toMatchObject({ waiting: 0, waitingMinutes: { from: 0, to: 5 } });
  for (let index = 0; index < 7; index += 1) issue();
  call();
  deps.changed();
  clock.advance(1_000);
  expect(laneA()?.waiting).toBe(6);
  expect(laneA()?.waitingMinutes?.from).toBeGreaterThanOrEqual(20);
  expect(deps.board.lanes().find(({ letter }) => letter === 'C')).toMatchObject({
    waiting: 0,
    waitingMinutes: null,
  });
});

test('in a burst of calls the count is at once right and the time is worked out again after a second', () => {
  const { issue, laneA, deps, clock } = setup();
  const before = laneA()?.waitingMinutes;
  for (let index = 0; index < 8; index += 1) issue();
  deps.changed();
  expect(laneA()).toMatchObject({ waiting: 8, waitingMinutes: before });
  clock.advance(1_000);
  expect(laneA()?.waitingMinutes?.from).toBeGreaterThanOrEqual(30);
});

test('while nothing happens the time still goes on, and the screens are told every half minute', () => {
  const { issue, call, laneA, deps, clock, changes } = setup();
  for (let index = 0; index < 6; index += 1) issue();
  call();
  deps.changed();
  clock.advance(1_000);
  const first = laneA()?.waitingMinutes?.to ?? 0;
  const before = changes();
  clock.advance(30_000);
  expect(changes()).toBe(before + 1);
  clock.advance(4 * minute);
  expect(laneA()?.waitingMinutes?.to).toBeLessThan(first);
});

test('the ticket and its slip carry the wait of the one who took it; with every counter closed they carry none', () => {
  const { issue, deps, clock, open } = setup();
  for (let index = 0; index < 8; index += 1) issue();
  deps.changed();
  clock.advance(1_000);
  const take = () => {
    const kiosk = createKioskStation('kiosk', deps);
    for (const command of [
      { type: 'start' },
      { type: 'without-card' },
      { type: 'choose-procedure', code: '1.001193' },
      { type: 'take-number' },
    ] as const)
      void kiosk.handle(command);
    const { screen } = kiosk.view();
    if (screen.at !== 'ticket') throw new Error('no ticket');
    return screen.ticket;
  };
  const told = deps.board.lanes()[0]?.waitingMinutes;
  expect(told?.from).toBeGreaterThanOrEqual(30);
  expect(take()).toMatchObject({ peopleAhead: 8, waitingMinutes: told });
  open.clear();
  deps.changed();
  clock.advance(1_000);
  expect(take()).toMatchObject({ peopleAhead: 9, waitingMinutes: null });
});
