import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { AdminCommand, AdminScreen, CentreConfig, CommandResult } from '../../../core/contract.ts';
import { openPrinterList } from '../../../core/devices/printer-list.ts';
import { printerModels } from '../../../core/devices/printer-model.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { createAdminStation } from '../../../core/stations/admin-station.ts';
import { openingNow } from '../../../core/stations/hall.ts';
import { setupDesk } from './setup-desk.ts';

type At<Name extends AdminScreen['at']> = Extract<AdminScreen, { at: Name }>;

async function setup() {
  const desk = setupDesk();
  desk.store.officers.save({ id: 'quan-tri-1', name: 'Lê Thị Quản', role: 'admin' }, '4711');
  const admin = createAdminStation(desk.deps, {
    camera: () => null,
    scanner: () => null,
    lan: {
      view: () => ({
        on: false,
        port: null,
        addresses: [],
        fingerprint: null,
        trouble: null,
        counters: [],
        codes: [],
        machines: [],
      }),
      handle: () => {
        throw new Error('the network is not asked here');
      },
    },
    printers: {
      list: openPrinterList({
        settings: desk.store.settings,
        models: printerModels.parse(
          JSON.parse(
            readFileSync(resolve(import.meta.dirname, '../../../resources/printer-models.json'), 'utf8'),
          ),
        ),
        fixedAddress: null,
        fixedModel: null,
        use: () => {},
      }),
      print: () => {
        throw new Error('nothing is printed here');
      },
      find: async () => [],
    },
    phone: {
      view: () => ({ on: false, port: null, address: null, trouble: null }),
      turn: () => {
        throw new Error('the phones are not asked here');
      },
    },
    stations: () => [],
  });
  const ask = async (command: AdminCommand): Promise<CommandResult> => admin.handle(command);
  expect(await ask({ type: 'sign-in', officerId: 'quan-tri-1', pin: '4711' })).toMatchObject({ ok: true });
  async function look<Page extends 'overview' | 'figures' | 'lanes' | 'hours' | 'appointments'>(
    page: Page,
    day: string | null = null,
  ): Promise<At<Page>> {
    await ask({ type: 'look', page, day });
    const { screen } = admin.view();
    if (screen.at !== page) throw new Error(`${screen.at} is shown`);
    return screen as At<Page>;
  }
  const document = async () => (await look('lanes')).document;
  async function change(part: (centre: CentreConfig) => Partial<CentreConfig>): Promise<CommandResult> {
    const { centre, revision } = await document();
    return ask({ type: 'change-centre', revision, centre: { ...centre, ...part(centre) } });
  }
  const issue = (lane: string) => {
    const issued = desk.store.tickets.issue({
      lane,
      kind: 'file',
      procedure: null,
      priority: null,
      station: 'kiosk',
      at: desk.clock.now(),
    });
    if (!issued.ok) throw new Error(issued.error);
    return issued.value;
  };
  const states = () => desk.store.tickets.countByState(desk.store.tickets.dayAt(desk.clock.now()));
  return { ...desk, admin, ask, look, document, change, issue, states };
}
type Setup = Awaited<ReturnType<typeof setup>>;

let hall: Setup;
beforeEach(async () => {
  hall = await setup();
});

const withoutLaneC = (centre: CentreConfig) => ({
  lanes: centre.lanes.filter(({ letter }) => letter !== 'C'),
  counters: centre.counters.map((counter) => ({
    ...counter,
    lanes: counter.lanes.filter((letter) => letter !== 'C'),
  })),
});
const withoutCounter = (id: string) => (centre: CentreConfig) => ({
  counters: centre.counters
    .filter((counter) => counter.id !== id)
    .map((counter, index) => (index === 0 ? { ...counter, lanes: ['A', 'B', 'C', 'D', 'E', 'H'] } : counter)),
});

test('a change is stored whole with a fact that tells who and when, and the document before it is kept', async () => {
  const { store, deps, clock, document, change, ask } = hall;
  const before = await document();
  expect(before.canRestore).toBe(false);
  expect(await change(() => ({ hotline: '1900 1234' }))).toEqual({ ok: true, value: null });
  expect(deps.centre.get().hotline).toBe('1900 1234');
  expect(store.settings.read('centre')).toEqual(deps.centre.get());
  expect(store.outbox.factsFrom(1, 100)).toMatchObject([
    { type: 'centre-changed', at: clock.now(), body: { officer: 'quan-tri-1' } },
  ]);
  const after = await document();
  expect(after.revision).not.toBe(before.revision);
  expect(await ask({ type: 'restore-centre', revision: after.revision })).toMatchObject({ ok: true });
  expect((await document()).centre).toEqual(before.centre);
  expect(await ask({ type: 'restore-centre', revision: before.revision })).toMatchObject({ ok: true });
  expect((await document()).centre.hotline).toBe('1900 1234');
});

test('a document changed meanwhile is not overwritten', async () => {
  const { revision, centre } = await hall.document();
  await hall.change(() => ({ hotline: '1900 1234' }));
  expect(await hall.ask({ type: 'change-centre', revision, centre })).toMatchObject({
    ok: false,
    error: { field: 'revision', fault: { why: 'changed-meanwhile' } },
  });
  expect(hall.deps.centre.get().hotline).toBe('1900 1234');
});

test('a lane that people still need is not removed, and nothing of the change is kept', async () => {
  const { issue, change, deps, store, ask, look } = hall;
  const ticket = issue('C');
  const refused = await change((centre) => ({ ...withoutLaneC(centre), hotline: 'x' }));
  expect(refused).toMatchObject({
    error: {
      code: 'invalid',
      field: 'centre.lanes',
      fault: { why: 'lane-in-use', name: 'C – Đất đai – Xây dựng', n: 1 },
    },
  });
  expect(deps.centre.get().hotline).not.toBe('x');
  store.moves.move(ticket.id, { type: 'cancel', reason: 'left' }, { officer: null, counter: null }, 0);
  await look('appointments');
  await ask({ type: 'make-appointment', day: '2026-11-30', time: '09:00', lane: 'C', procedure: null });
  expect(await change(withoutLaneC)).toMatchObject({
    error: { fault: { why: 'lane-has-appointments', n: 1 } },
  });
  const { appointments } = await look('appointments', '2026-11-30');
  await ask({ type: 'cancel-appointment', code: appointments[0]?.code ?? '' });
  expect(await change(withoutLaneC)).toMatchObject({ ok: true });
});

test('a counter with a citizen in front of it, or waited for alone, is not removed', async () => {
  const { issue, change, store, clock } = hall;
  const ticket = issue('C');
  const quay3 = { officer: 'can-bo-3', counter: 'quay-3' };
  store.moves.callNext({ id: 'quay-3', lanes: ['C'], helps: [] }, 'can-bo-3', usualRules, clock.now());
  const refusal = {
    error: { field: 'centre.counters', fault: { why: 'counter-in-use', name: 'Quầy 3', n: 1 } },
  };
  expect(await change(withoutCounter('quay-3'))).toMatchObject(refusal);
  store.moves.move(ticket.id, { type: 'park', reason: 'paying' }, quay3, clock.now());
  expect(await change(withoutCounter('quay-3'))).toMatchObject(refusal);
  store.moves.move(ticket.id, { type: 'cancel', reason: 'left' }, quay3, clock.now());
  expect(await change(withoutCounter('quay-3'))).toMatchObject({ ok: true });
});

test('the hub knows the centre by its id, so that stays', async () => {
  expect(await hall.change(() => ({ id: 'another' }))).toMatchObject({
    error: { field: 'centre.id', fault: { why: 'other-centre' } },
  });
});

test('a field given to another lane sends its procedures there at once', async () => {
  const { change, deps } = hall;
  expect(deps.catalogue.find('1.001193')?.laneLetter).toBe('A');
  await change((centre) => ({
    lanes: centre.lanes.map((lane) => ({
      ...lane,
      fields:
        lane.letter === 'B' ? [...lane.fields, 'Hộ tịch'] : lane.fields.filter((one) => one !== 'Hộ tịch'),
    })),
  }));
  expect(deps.catalogue.find('1.001193')?.laneLetter).toBe('B');
  expect(deps.catalogue.summaries.find(({ code }) => code === '1.001193')?.laneLetter).toBe('B');
});

test('the day closed by hand: no more numbers, those waiting expire; it can be opened again', async () => {
  const { issue, ask, look, deps, states } = hall;
  issue('A');
  issue('A');
  const { today, state } = await look('hours');
  expect(state).toMatchObject({ waiting: 2, isClosedByHand: false, nextDay: '2026-11-25' });
  expect(await ask({ type: 'close-day', day: '2026-11-23', carry: false })).toMatchObject({
    error: { code: 'not-now', field: 'day' },
  });
  expect(await ask({ type: 'close-day', day: today, carry: false })).toMatchObject({ ok: true });
  expect(states()).toEqual(new Map([['expired', 2]]));
  // What became of the day comes out as a slip.
  await vi.waitFor(() => expect(hall.drawn).toHaveLength(1));
  expect(hall.drawn[0]).toMatchObject({
    kind: 'end-of-day',
    day: today,
    slips: { printed: 0, failed: 0, voided: 0 },
  });
  const [laneA, laneB] = hall.drawn[0]?.kind === 'end-of-day' ? hall.drawn[0].lanes : [];
  expect(laneA).toMatchObject({ letter: 'A', issued: 2, served: 0, expired: 2, medianWaitMinutes: null });
  expect(laneB).toMatchObject({ letter: 'B', issued: 0, expired: 0 });
  expect(openingNow(deps)).toMatchObject({ at: 'closed', why: 'after' });
  expect((await look('hours')).state).toMatchObject({ isClosedByHand: true, waiting: 0 });
  expect(await ask({ type: 'reopen-day', day: today })).toMatchObject({ ok: true });
  expect(openingNow(deps)).toMatchObject({ at: 'open' });
  expect(await ask({ type: 'reopen-day', day: today })).toMatchObject({ ok: false });
});

test('in an emergency the waiting are carried over to the next day that is open', async () => {
  const { issue, ask, look, change, store } = hall;
  const session = [{ from: '07:30', to: '17:00' }];
  const week = [session, session, [], session, session, [], []];
  const closedDays = [{ day: '2026-11-26', name: 'Nghỉ bù' }];
  await change(() => ({ hours: { week, closedDays, lastTicketMinutes: 0 } }));
  issue('A');
  const { today, state } = await look('hours');
  // Tuesday; Wednesday is off, Thursday a closed day.
  expect(state.nextDay).toBe('2026-11-27');
  await ask({ type: 'close-day', day: today, carry: true });
  expect(store.tickets.inState('2026-11-27', 'waiting')).toMatchObject([{ label: 'A001' }]);
});

test('an appointment is made for a lane or a procedure, its code shown once, and cancelled', async () => {
  const { ask, look, admin, store, clock } = hall;
  await look('appointments', '2026-11-25');
  const make = {
    type: 'make-appointment',
    day: '2026-11-25',
    time: '09:30',
    lane: null,
    procedure: null,
  } as const;
  expect(await ask({ ...make, procedure: '1.004222' })).toMatchObject({ ok: true });
  const { screen } = admin.view();
  expect(screen).toMatchObject({
    day: '2026-11-25',
    appointments: [{ lane: 'B', procedureName: 'Đăng ký thường trú', isUsed: false }],
    made: expect.stringMatching(/^[0-9]{6}$/),
  });
  const again = await look('appointments', '2026-11-25');
  expect(again.made).toBeNull();
  const code = again.appointments[0]?.code ?? '';
  clock.set(Date.parse('2026-11-25T09:20:00+07:00'));
  expect(store.appointments.checkIn(code, 'kiosk', clock.now())).toMatchObject({ ok: true });
  expect((await look('appointments')).appointments).toMatchObject([{ isUsed: true }]);
  expect(await ask({ type: 'cancel-appointment', code })).toMatchObject({ error: { field: 'code' } });
});

test('an appointment that cannot be kept is refused by its field', async () => {
  const { ask, change } = hall;
  const make = {
    type: 'make-appointment',
    day: '2026-11-24',
    time: '08:59',
    lane: 'A',
    procedure: null,
  } as const;
  expect(await ask(make)).toMatchObject({ error: { field: 'time', fault: { why: 'in-the-past' } } });
  expect(await ask({ ...make, time: '10:00', lane: 'G' })).toMatchObject({
    error: { field: 'lane', fault: { why: 'no-such-lane', name: 'G' } },
  });
  expect(await ask({ ...make, time: '10:00', procedure: '9.999999' })).toMatchObject({
    error: { field: 'procedure', fault: { why: 'no-such-procedure' } },
  });
  const session = [{ from: '07:30', to: '11:30' }];
  await change(() => ({
    hours: { week: [0, 1, 2, 3, 4, 5, 6].map(() => session), closedDays: [], lastTicketMinutes: 15 },
  }));
  expect(await ask({ ...make, time: '11:20' })).toMatchObject({
    error: { field: 'time', fault: { why: 'outside-hours' } },
  });
});

test('the figures are those of the day looked at, with the names there are now', async () => {
  const { issue, look, clock } = hall;
  issue('A');
  const today = await look('figures');
  expect(today).toMatchObject({
    figures: { day: '2026-11-24', total: { issued: 1, waiting: 1 } },
    laneNames: { A: 'Hộ tịch – Chứng thực' },
    counterNames: { 'quay-3': 'Quầy 3' },
  });
  issue('B');
  expect((await look('figures')).figures.total.issued).toBe(2);
  clock.set(Date.parse('2026-11-25T09:00:00+07:00'));
  expect((await look('figures')).figures).toMatchObject({ day: '2026-11-25', total: { issued: 0 } });
  expect((await look('figures', '2026-11-24')).figures.total.issued).toBe(2);
});

test('nothing of this is asked or shown before somebody has signed in', async () => {
  const { ask, admin, document } = hall;
  const { revision, centre } = await document();
  await ask({ type: 'sign-out' });
  expect(admin.view().screen.at).toBe('signed-out');
  for (const command of [
    { type: 'look', page: 'figures', day: null },
    { type: 'change-centre', revision, centre },
    { type: 'restore-centre', revision },
    { type: 'close-day', day: '2026-11-24', carry: false },
    { type: 'cancel-appointment', code: '000000' },
  ] as const)
    expect(await ask(command)).toMatchObject({ error: { code: 'not-now' } });
});
