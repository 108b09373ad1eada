import { expect, test, vi } from 'vitest';
import type { KioskCommand } from '../../../core/contract.ts';
import { createKioskStation } from '../../../core/stations/kiosk-station.ts';
import { setupDesk } from './setup-desk.ts';

function setup() {
  const desk = setupDesk();
  const kiosk = createKioskStation('kiosk', desk.deps);
  desk.deps.spooler.onChange((job) => kiosk.slipChanged(job));
  const play = (...commands: KioskCommand[]) => {
    for (const command of commands) void kiosk.handle(command);
  };
  return { ...desk, kiosk, play };
}

const toProcedure: KioskCommand[] = [
  { type: 'start' },
  { type: 'without-card' },
  { type: 'choose-procedure', code: '1.001193' },
];

test('a quiet kiosk asks after a minute, counts twenty seconds down, and goes home', () => {
  const { kiosk, clock, play } = setup();
  play({ type: 'choose-language', language: 'en' }, { type: 'start' });
  clock.advance(59_000);
  expect(kiosk.view().goingHomeInSeconds).toBeNull();
  clock.advance(1_000);
  expect(kiosk.view()).toMatchObject({ goingHomeInSeconds: 20, screen: { at: 'notice' } });
  clock.advance(5_000);
  expect(kiosk.view().goingHomeInSeconds).toBe(15);
  clock.advance(15_000);
  expect(kiosk.view()).toMatchObject({ goingHomeInSeconds: null, language: 'vi', screen: { at: 'welcome' } });
});

test('one tap keeps the citizen where they are, for another whole minute', () => {
  const { kiosk, clock, play } = setup();
  play(...toProcedure);
  clock.advance(75_000);
  play({ type: 'stay' });
  expect(kiosk.view()).toMatchObject({ goingHomeInSeconds: null, screen: { at: 'procedure' } });
  clock.advance(59_999);
  expect(kiosk.view().goingHomeInSeconds).toBeNull();
});

test('a printed number stays for 25 seconds; one in doubt stays longer', async () => {
  for (const [outcome, staysMs] of [
    [{ at: 'printed' }, 25_000],
    [{ at: 'printed', confirmed: false }, 90_000],
    [{ at: 'uncertain', why: 'jam' }, 90_000],
  ] as const) {
    const { kiosk, clock, play, answers } = setup();
    play(...toProcedure, { type: 'take-number' });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.(outcome);
    await vi.waitFor(() => expect(kiosk.view().screen).not.toMatchObject({ paper: { at: 'printing' } }));
    clock.advance(staysMs - 1);
    expect(kiosk.view().screen.at).toBe('ticket');
    clock.advance(1);
    expect(kiosk.view().screen.at).toBe('welcome');
  }
});

test('a slip that comes out after the citizen left changes nothing for the next one, and is still on record', async () => {
  const { kiosk, store, play, answers } = setup();
  play(...toProcedure, { type: 'take-number' });
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  play({ type: 'home' }, ...toProcedure);
  answers[0]?.({ at: 'uncertain', why: 'jam' });
  await vi.waitFor(() => expect(store.outbox.factsFrom(1, 9)).toHaveLength(2));
  expect(kiosk.view().screen.at).toBe('procedure');
  expect(store.outbox.factsFrom(2, 1)[0]).toMatchObject({
    type: 'paper',
    body: { outcome: 'failed', why: 'uncertain' },
  });
});

test('a store that cannot write shows the way to the help desk instead of a number', () => {
  const { kiosk, db, play } = setup();
  db.exec("create trigger full before insert on ticket begin select raise(abort, 'disk full'); end");
  play(...toProcedure);
  expect(kiosk.handle({ type: 'take-number' })).toMatchObject({ ok: false, error: { code: 'failed' } });
  expect(kiosk.view().screen).toEqual({ at: 'closed', why: 'store-failed' });
});

test('when the numbers of a lane are used up the kiosk says so and comes back by itself', () => {
  const { kiosk, db, clock, play } = setup();
  play(...toProcedure, { type: 'take-number' });
  db.prepare('update ticket set number = 9999').run();
  play({ type: 'home' }, ...toProcedure, { type: 'take-number' });
  expect(kiosk.view().screen).toEqual({ at: 'closed', why: 'numbers-exhausted' });
  clock.advance(15_000);
  expect(kiosk.view().screen.at).toBe('welcome');
});

test('a slip in doubt is asked about; printed again on the word of the citizen, twice at most, and counted', async () => {
  const { kiosk, store, play, answers } = setup();
  play(...toProcedure, { type: 'take-number' });
  for (const turn of [1, 2, 3]) {
    await vi.waitFor(() => expect(answers).toHaveLength(turn));
    answers[turn - 1]?.({ at: 'uncertain', why: 'jam' });
    const then = turn < 3 ? 'asks' : 'not-printed';
    await vi.waitFor(() => expect(kiosk.view().screen).toMatchObject({ paper: { at: then } }));
    play({ type: 'slip-not-out' });
  }
  expect(kiosk.view().screen).toMatchObject({ paper: { at: 'not-printed' }, canPrint: false });
  expect(answers).toHaveLength(3);
  const facts = store.outbox.factsFrom(2, 9).map(({ body }) => body);
  expect(facts.map(({ reprint, reason, outcome }) => [reprint, reason, outcome])).toEqual([
    [0, 'first', 'failed'],
    [1, 'not-out', 'failed'],
    [2, 'not-out', 'failed'],
  ]);
});

test('a slip that lies in the hand is printed, and nothing is printed again', async () => {
  const { kiosk, store, play, answers } = setup();
  play(...toProcedure, { type: 'take-number' });
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.({ at: 'uncertain', why: 'jam' });
  await vi.waitFor(() => expect(kiosk.view().screen).toMatchObject({ paper: { at: 'asks' } }));
  play({ type: 'slip-out' }, { type: 'slip-not-out' });
  expect(kiosk.view().screen).toMatchObject({ paper: { at: 'printed', isConfirmed: true } });
  const told = store.outbox.factsFrom(2, 9).map(({ body }) => [body['outcome'], body['why']]);
  expect(told).toEqual([
    ['failed', 'uncertain'],
    ['printed', 'seen'],
  ]);
});

test('without paper the slip waits a minute for a printer and is then no longer printed by itself', async () => {
  const { kiosk, clock, play, answers, printer } = setup();
  play(...toProcedure, { type: 'take-number' });
  printer.status = { at: 'paper-out' };
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.({ at: 'not-started', why: 'paper-out' });
  await vi.waitFor(() =>
    expect(kiosk.view().screen).toMatchObject({
      paper: { at: 'waiting', why: 'paper-out' },
      canPrint: false,
    }),
  );
  clock.advance(4_000);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.({ at: 'not-started', why: 'paper-out' });
  await vi.waitFor(() => expect(kiosk.view().screen).toMatchObject({ paper: { at: 'waiting' } }));
  clock.advance(60_000);
  expect(kiosk.view().screen).toMatchObject({ paper: { at: 'voided' } });
  printer.status = { at: 'ready' };
  expect(kiosk.view().screen).toMatchObject({ canPrint: true });
  play({ type: 'print-slip' });
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  answers[2]?.({ at: 'printed' });
  await vi.waitFor(() => expect(kiosk.view().screen).toMatchObject({ paper: { at: 'printed' } }));
});

test('the code of a slip opens its number on the first page, and only that of today', async () => {
  const { kiosk, db, store, clock, play } = setup();
  play(...toProcedure, { type: 'take-number' });
  const { screen } = kiosk.view();
  const text = screen.at === 'ticket' ? (screen.ticket.statusCode ?? '') : '';
  expect(text).toMatch(/^MC1:[A-Z2-7]{26}$/);
  play({ type: 'home' }, { type: 'card-text', text: text.toLowerCase() });
  expect(kiosk.view().screen).toMatchObject({
    at: 'number',
    found: { number: 'A001', state: 'waiting', peopleAhead: 0 },
  });
  play({ type: 'card-text', text: `http://192.168.1.10:4780/s/${text.slice(4)}` });
  expect(kiosk.view().screen).toMatchObject({ found: { number: 'A001' } });
  expect(JSON.stringify(kiosk.view())).not.toContain(text.slice(4));

  db.exec("update ticket set queue_day = '2026-11-23'");
  play({ type: 'home' }, { type: 'card-text', text });
  expect(kiosk.view().screen).toEqual({ at: 'number', found: null });
  clock.advance(45_000);
  expect(kiosk.view().screen.at).toBe('welcome');
  expect(store.tickets.byStatusToken('A'.repeat(26))).toBeNull();
});

test('a code of a slip read in the middle of an errand changes nothing', () => {
  const { kiosk, play } = setup();
  play(...toProcedure);
  expect(kiosk.handle({ type: 'card-text', text: `MC1:${'A'.repeat(26)}` })).toMatchObject({ ok: false });
  expect(kiosk.view().screen.at).toBe('procedure');
});
