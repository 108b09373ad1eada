import { expect, test } from 'vitest';
import type { CounterCommand, SharedCard } from '../../../core/contract.ts';
import { createCounterStation } from '../../../core/stations/counter-station.ts';
import { createSharedCards, sharedForMs } from '../../../core/stations/shared-cards.ts';
import type { TicketState } from '../../../core/queue/ticket.ts';
import { createHandClock } from '../hand-clock.ts';
import { setupDesk } from './setup-desk.ts';

const card: SharedCard = {
  fullName: 'Trần Văn Mẫu',
  number: '079085990001',
  dateOfBirth: '1985-03-12',
  gender: 'male',
  address: '12 Đường Thử Nghiệm, Phường Mẫu, Quận 3, Hồ Chí Minh',
};

function setupKeeper() {
  const clock = createHandClock();
  const states = new Map<string, TicketState>([['t1', 'waiting']]);
  const shared = createSharedCards({ clock, stateOf: (ticket) => states.get(ticket) ?? null });
  shared.give('t1', card);
  return { clock, states, shared };
}

test.each(['done', 'cancelled', 'expired'] as const)(
  'a card is gone when its ticket is %s, and stays gone',
  (end) => {
    const { states, shared } = setupKeeper();
    expect(shared.of('t1')).toEqual(card);
    states.set('t1', end);
    shared.forgetEnded();
    states.set('t1', 'serving');
    expect(shared.of('t1')).toBeNull();
  },
);

test.each(['called', 'serving', 'parked', 'missed'] as const)(
  'a card stays while its ticket is %s',
  (state) => {
    const { states, shared } = setupKeeper();
    states.set('t1', state);
    shared.forgetEnded();
    expect(shared.of('t1')).toEqual(card);
  },
);

test('a ticket that ends without any counter is noticed within a minute', () => {
  const { clock, states, shared } = setupKeeper();
  states.set('t1', 'expired');
  clock.advance(60_000);
  states.set('t1', 'waiting');
  expect(shared.of('t1')).toBeNull();
});

test('no card is kept for longer than twelve hours, whatever the wall clock says', () => {
  const { clock, shared } = setupKeeper();
  clock.advance(sharedForMs - 1);
  expect(shared.of('t1')).toEqual(card);
  clock.advance(1);
  expect(shared.of('t1')).toBeNull();
});

test('nothing is kept once the kiosk stops', () => {
  const { shared } = setupKeeper();
  shared.close();
  expect(shared.of('t1')).toBeNull();
});

test('an officer sees a shared card only while that citizen is called or served at this counter', async () => {
  const { deps, store, clock, db } = setupDesk();
  store.officers.save({ id: 'can-bo-1', name: 'Nguyễn Thị Mẫu', role: 'officer' }, '111111');
  const desks = ['quay-1', 'quay-2'].map((id) => createCounterStation(id, deps, () => {}));
  const [counter, other] = desks;
  if (!counter || !other) throw new Error('two counters');
  for (const desk of desks) await desk.handle({ type: 'sign-in', officerId: 'can-bo-1', pin: '111111' });
  const issued = store.tickets.issue({
    lane: 'A',
    kind: 'question',
    procedure: null,
    priority: null,
    station: 'kiosk',
    at: clock.now(),
  });
  if (!issued.ok) throw new Error(issued.error);
  deps.sharedCards.give(issued.value.id, card);

  const seen = (desk = counter) => JSON.stringify(desk.view()).includes(card.number);
  const play = async (type: Extract<CounterCommand['type'], 'call-next' | 'begin' | 'missed' | 'finish'>) => {
    const { screen } = counter.view();
    if (screen.at === 'signed-out') throw new Error('signed out');
    expect(await counter.handle({ type, seen: screen.desk.revision })).toEqual({ ok: true, value: null });
  };
  expect(seen()).toBe(false);
  await play('call-next');
  expect(counter.view().screen).toMatchObject({ ticket: { sharedCard: card } });
  expect(seen(other)).toBe(false);
  await play('begin');
  expect(seen()).toBe(true);
  await counter.handle({ type: 'sign-out' });
  expect(seen()).toBe(false);
  await counter.handle({ type: 'sign-in', officerId: 'can-bo-1', pin: '111111' });
  expect(seen()).toBe(true);
  await play('finish');
  expect(deps.sharedCards.of(issued.value.id)).toBeNull();
  const stored = db.prepare('select group_concat(body) as all_bodies from fact').get() as {
    all_bodies: string;
  };
  expect(stored.all_bodies).not.toContain('Mẫu');
});
