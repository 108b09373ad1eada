import { expect, test } from 'vitest';
import type { CounterCommand, SharedCard } from '../../../core/contract.ts';
import { createCounterStation } from '../../../core/stations/counter-station.ts';
import { createSharedCards, sharedForMs } from '../../../core/stations/shared-cards.ts';
import { acceptRepair, correctField, keepField } from '../../../core/card/held-card.ts';
import { silentLog } from '../../../core/log.ts';
import { sharedCard } from '../../../core/stations/shared-card.ts';
import type { TicketState } from '../../../core/queue/ticket.ts';
import { readCardSample, spoilt, withField } from '../card/held-samples.ts';
import { createHandClock } from '../hand-clock.ts';
import { setupDesk } from './setup-desk.ts';

const soundCard =
  '079085990001|000000001|Trần Văn Mẫu|12031985|Nam|12 Đường Thử Nghiệm, Phường Mẫu, Quận 3, Hồ Chí Minh|15062021';
const card: SharedCard = sharedCard(readCardSample(soundCard));

function setupKeeper() {
  const clock = createHandClock();
  const states = new Map<string, TicketState>([['t1', 'waiting']]);
  const marked = new Set<string>();
  const start = () =>
    createSharedCards({
      clock,
      stateOf: (ticket) => states.get(ticket) ?? null,
      marks: {
        add: (ticket) => void marked.add(ticket),
        remove: (ticket) => void marked.delete(ticket),
        removeEnded: () => {},
        has: (ticket) => marked.has(ticket),
      },
      log: silentLog,
    });
  const shared = start();
  shared.give('t1', card);
  return { clock, states, shared, marked, start };
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

test('nothing is kept once the kiosk stops, and that it is lost is known when it starts again', () => {
  const { shared, start } = setupKeeper();
  shared.close();
  expect(shared.of('t1')).toBe('lost');
  const again = start();
  expect(again.of('t1')).toBe('lost');
  expect(again.of('t2')).toBeNull();
  again.give('t1', card);
  expect(again.of('t1')).toEqual(card);
});

test('a store that cannot write keeps the card all the same', () => {
  const clock = createHandClock();
  const full = () => {
    throw new Error('the disk is full');
  };
  const shared = createSharedCards({
    clock,
    stateOf: () => 'waiting',
    marks: { add: full, remove: full, removeEnded: full, has: () => false },
    log: silentLog,
  });
  shared.give('t1', card);
  expect(shared.of('t1')).toEqual(card);
});

test('after a restart the officer is told that a card was shared, and the store holds nothing of it', () => {
  const { deps, store, db, clock } = setupDesk();
  const issue = () => {
    const issued = store.tickets.issue({
      lane: 'A',
      kind: 'question',
      procedure: null,
      priority: null,
      station: 'kiosk',
      at: clock.now(),
    });
    if (!issued.ok) throw new Error(issued.error);
    return issued.value.id;
  };
  const [shared, ended] = [issue(), issue()];
  deps.sharedCards.give(shared, card);
  deps.sharedCards.give(ended, card);
  const by = { officer: 'can-bo-1', counter: 'quay-1' };
  store.moves.move(ended, { type: 'cancel', reason: 'left' }, by, clock.now());
  const restarted = createSharedCards({
    clock,
    stateOf: (ticket) => store.tickets.find(ticket)?.state ?? null,
    marks: store.sharedCardMarks,
    log: silentLog,
  });
  expect(restarted.of(shared)).toBe('lost');
  expect(restarted.of(ended)).toBeNull();
  expect(db.prepare('select * from shared_card').all()).toEqual([{ ticket: shared }]);
});

test.each<[string, SharedCard]>([
  [
    'a corrected date that still disagrees',
    {
      fields: [
        { field: 'fullName', value: 'Trương Ngọc Nghĩa', from: 'card', doubt: null, kept: false },
        { field: 'number', value: '096087990039', from: 'card', doubt: null, kept: false },
        {
          field: 'dateOfBirth',
          value: '1941-05-06',
          from: 'typed',
          doubt: 'birth-year-mismatch',
          kept: true,
        },
        { field: 'gender', value: 'male', from: 'card', doubt: null, kept: false },
        {
          field: 'address',
          value: 'Khóm 4, Ấp Trại, Năm Căn, Cà Mau',
          from: 'card',
          doubt: null,
          kept: false,
        },
      ],
      doubts: [],
    },
  ],
])('the officer is told of %s', (_, expected) => {
  const held = readCardSample(withField(0, '096087990039'));
  const kept = keepField(correctField(held, 'dateOfBirth', '1941-05-06'), 'dateOfBirth');
  expect(kept && sharedCard(kept)).toEqual(expected);
});

test('what a repair put right, what could not be read and what was typed without a card are told apart', () => {
  const spoiltName = sharedCard(readCardSample(withField(2, 'Tr??ng')));
  expect(spoiltName.fields[0]).toEqual({
    field: 'fullName',
    value: '',
    from: 'card',
    doubt: 'name-damaged',
    kept: false,
  });
  const repaired = spoilt.at === 'card' && spoilt.offered !== null ? acceptRepair(spoilt.offered) : null;
  expect(repaired && sharedCard(repaired).fields[0]).toMatchObject({
    value: 'Trương Ngọc Nghĩa',
    from: 'repaired',
  });
  const typed = sharedCard({
    source: 'typed',
    number: '079085990001',
    numberFrom: 'bar-code',
    fullName: 'Trần Văn Mẫu',
  });
  expect(typed.fields.map(({ field, from }) => [field, from])).toEqual([
    ['fullName', 'typed'],
    ['number', 'bar-code'],
    ['gender', 'number'],
  ]);
  expect(sharedCard(readCardSample(withField(6, '15092999'))).doubts).toEqual(['issued-in-future']);
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

  const seen = (desk = counter) => JSON.stringify(desk.view()).includes('079085990001');
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
