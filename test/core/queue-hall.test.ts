import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { centreConfig } from '../../core/centre-config.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { CounterView, DisplayView, KioskView } from '../../core/contract.ts';
import { openStore } from '../../core/store/open.ts';
import { createStore } from '../../core/store/store.ts';
import sampleCentre from '../../resources/sample-centre.json' with { type: 'json' };
import { removeFolder, temporaryFolder } from '../setup/core-process.ts';
import { press } from '../setup/press.ts';
import type { Screen } from '../setup/screen.ts';
import { setupCore, type TestCore } from './setup-core.ts';

const birth = '1.001193';

async function takeNumber(core: TestCore): Promise<string> {
  const kiosk = await core.open<KioskView>('kiosk');
  await kiosk.send({ type: 'home' });
  for (const command of [
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code: birth },
    { type: 'take-number' },
  ] as const)
    expect(await kiosk.send(command)).toMatchObject({ ok: true });
  const { screen } = await kiosk.until((view) => view.screen.at === 'ticket', 'a ticket');
  kiosk.close();
  return screen.at === 'ticket' ? screen.ticket.number : '';
}

async function signedIn(core: TestCore, counter: string, officerId: string): Promise<Screen<CounterView>> {
  const screen = await core.open<CounterView>(`counter-${counter}`);
  await screen.send({ type: 'sign-in', officerId, pin: core.pin(officerId) });
  await screen.until((view) => view.screen.at !== 'signed-out', 'the desk');
  return screen;
}

async function deskOf(counter: Screen<CounterView>) {
  const { screen } = await counter.until((view) => view.screen.at !== 'signed-out', 'the desk');
  if (screen.at === 'signed-out') throw new Error('nobody is signed in');
  return screen.desk;
}

async function waitingTicket(counter: Screen<CounterView>): Promise<string> {
  const view = await counter.until(
    ({ screen }) => screen.at === 'ready' && screen.desk.waiting.length > 0,
    'somebody who waits',
  );
  return view.screen.at === 'ready' ? (view.screen.desk.waiting[0]?.id ?? '') : '';
}

test('of two officers who call the same ticket in the same moment one gets it, and the other cannot touch it', async () => {
  const core = await setupCore();
  await takeNumber(core);
  const desks = [await signedIn(core, 'quay-1', 'can-bo-1'), await signedIn(core, 'quay-2', 'can-bo-2')];
  const [ticket = ''] = await Promise.all(desks.map(waitingTicket));
  const results = await Promise.all(
    desks.map((desk) => press(desk, { type: 'call', ticket, reason: 'urgent' })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'not-now' } });

  const loser = desks[results[0]?.ok ? 1 : 0];
  if (!loser) throw new Error('no loser');
  for (const move of [
    { type: 'cancel', ticket, reason: 'left' },
    { type: 'prioritise', ticket, priority: 'elderly' },
    { type: 'come-back', ticket },
    { type: 'resume', ticket },
  ] as const)
    expect(await press(loser, move)).toMatchObject({ ok: false, error: { code: 'not-now' } });
  const display = await core.open<DisplayView>('display');
  expect(display.view().calls).toHaveLength(1);
});

test('commands that a station sends again are refused by name and move nobody', async () => {
  const core = await setupCore();
  await takeNumber(core);
  await takeNumber(core);
  const counter = await signedIn(core, 'quay-1', 'can-bo-1');
  const { revision: seen } = await deskOf(counter);
  const old = [
    { type: 'call-next', seen },
    { type: 'missed', seen },
    { type: 'undo', seen },
  ] as const;
  expect(await counter.send(old[0])).toMatchObject({ ok: true });
  for (const command of [...old, ...old])
    expect(await counter.send(command)).toMatchObject({
      ok: false,
      error: { code: 'not-now', field: 'seen' },
    });
  const { screen } = await counter.until((view) => view.screen.at === 'called', 'the called number');
  expect(screen).toMatchObject({ ticket: { number: 'A001', calls: 1 } });
});

test('a station that is a day behind reaches nobody of today, and yesterday’s numbers are not called', async () => {
  let passedMs = 0;
  const clock: Clock = {
    now: () => noon + passedMs,
    after: (delayMs, callback) => systemClock.after(delayMs, callback),
  };
  const noon = Date.parse('2026-11-24T12:00:00+07:00');
  const core = await setupCore({}, clock);
  expect(await takeNumber(core)).toBe('A001');
  expect(await takeNumber(core)).toBe('A002');
  const counter = await signedIn(core, 'quay-1', 'can-bo-1');
  await press(counter, { type: 'call-next' });
  const behind = await counter.until(({ screen }) => screen.at === 'called', 'the called number');
  if (behind.screen.at !== 'called') throw new Error('nobody was called');
  const { desk } = behind.screen;
  const yesterdays = desk.waiting[0]?.id ?? '';

  passedMs = 24 * 60 * 60_000;
  const seen = desk.revision;
  expect(await counter.send({ type: 'begin', seen })).toMatchObject({ error: { code: 'not-now' } });
  expect(await counter.send({ type: 'call', ticket: yesterdays, reason: 'urgent', seen })).toMatchObject({
    error: { code: 'invalid', field: 'ticket' },
  });
  expect(await takeNumber(core)).toBe('A001');
  await press(counter, { type: 'call-next' });
  const { screen } = await counter.until(
    (view) => view.screen.at === 'called' && view.screen.desk.revision > seen,
    'a number of today',
  );
  expect(screen).toMatchObject({ ticket: { number: 'A001', issuedAt: clock.now() } });
});

const session = (from: string, to: string) => ({ from, to });
const hours = (...monday: { from: string; to: string }[]) => ({
  week: [monday, [], [], [], [], [], []],
  closedDays: [],
  lastTicketMinutes: 15,
});
const counters = sampleCentre.counters;

test.each([
  [
    'lanes.5',
    { counters: counters.map((each) => ({ ...each, lanes: each.lanes.filter((lane) => lane !== 'H') })) },
  ],
  ['counters.0.helps', { counters: [{ ...counters[0], helps: ['A'] }, ...counters.slice(1)] }],
  ['counters.0.lanes', { counters: [{ ...counters[0], lanes: ['G'] }, ...counters.slice(1)] }],
  ['counters', { counters: [...counters, counters[0]] }],
  ['generalLane', { generalLane: 'G' }],
  ['lanesOfKind.result', { lanesOfKind: { result: 'G' } }],
  ['hours.week.0.1', { hours: hours(session('07:30', '11:30'), session('11:00', '17:00')) }],
  ['hours.week.0.0', { hours: hours(session('11:30', '07:30')) }],
  ['hours.week.0.0.from', { hours: hours(session('7:30', '11:30')) }],
  ['queue.priorityInARow', { queue: { priorityInARow: 0 } }],
])('settings that contradict each other are refused by the name %s', (field, change) => {
  const parsed = centreConfig.safeParse({ ...sampleCentre, ...change });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
});

test('a core with contradicting settings does not start, and says which', async () => {
  const folder = temporaryFolder('contradiction');
  onTestFinished(() => removeFolder(folder));
  const db = openStore(join(folder, 'kiosk.sqlite'));
  if (!db.ok) throw new Error(db.error.sentence);
  const store = createStore(db.value);
  store.settings.write('centre', { ...sampleCentre, counters: counters.slice(0, 3) });
  store.close();
  await expect(setupCore({ dataFolder: folder, sample: false })).rejects.toThrow(
    'The settings of the centre are wrong: lanes.4 no counter serves lane E.',
  );
});
