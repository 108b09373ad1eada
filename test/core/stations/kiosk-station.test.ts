import { expect, test, vi } from 'vitest';
import type { KioskCommand } from '../../../core/contract.ts';
import { createKioskStation } from '../../../core/stations/kiosk-station.ts';
import { setupDesk } from './setup-desk.ts';

function setup() {
  const desk = setupDesk();
  const kiosk = createKioskStation('kiosk', desk.deps);
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

test('a printed number stays for 25 seconds; one that was not printed stays longer', async () => {
  for (const [outcome, staysMs] of [
    [{ at: 'printed' }, 25_000],
    [{ at: 'not-started', why: 'paper-out' }, 90_000],
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
  expect(store.outbox.factsFrom(2, 1)[0]).toMatchObject({ type: 'paper', body: { outcome: 'uncertain' } });
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
