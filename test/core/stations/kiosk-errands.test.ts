import { expect, test } from 'vitest';
import type { CommandResult, KioskCommand } from '../../../core/contract.ts';
import { createKioskStation } from '../../../core/stations/kiosk-station.ts';
import type { OpeningHours } from '../../../core/queue/opening-hours.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { setupDesk } from './setup-desk.ts';

const minuteMs = 60_000;
const sampleCard =
  '079085990001|000000001|Trần Văn Mẫu|12031985|Nam|12 Đường Thử Nghiệm, Phường Mẫu, Quận 3, Hồ Chí Minh|15062021';

function setup(hours: OpeningHours | null = null) {
  const desk = setupDesk();
  const { centre } = desk.deps;
  centre.replace({ ...centre.get(), hours }, 'quan-tri-1', desk.clock.now());
  const kiosk = createKioskStation('kiosk', desk.deps);
  /** The answer to the last command; a kiosk answers at once. */
  const play = (...commands: KioskCommand[]): CommandResult => {
    const answers = commands.map((command) => kiosk.handle(command));
    const last = answers.at(-1);
    if (last === undefined || last instanceof Promise) throw new Error('no answer');
    return last;
  };
  const waiting = () => desk.store.tickets.inState(desk.store.tickets.dayAt(desk.clock.now()), 'waiting');
  return { ...desk, kiosk, play, waiting };
}

const toProcedures: KioskCommand[] = [{ type: 'start' }, { type: 'without-card' }];

test.each([
  ['result', 'H'],
  ['question', 'H'],
  ['online-help', 'H'],
] as const)('who comes for %s without a dossier gets a number of the general lane', (kind, letter) => {
  const { kiosk, play, waiting } = setup();
  play(...toProcedures, { type: 'choose-service', kind });
  expect(kiosk.view().screen).toMatchObject({ at: 'service', kind, lane: { letter } });
  expect(play({ type: 'take-number' })).toEqual({ ok: true, value: null });
  expect(waiting()).toMatchObject([{ label: 'H001', kind, procedure: null, priority: null }]);
  expect(kiosk.view().screen).toMatchObject({ at: 'ticket', ticket: { kind, procedureName: null } });
});

test('one tap gives priority, and a class this centre does not know is refused', () => {
  const { kiosk, play, waiting } = setup();
  play(...toProcedures, { type: 'choose-procedure', code: '1.001193' });
  expect(play({ type: 'wish-priority', priority: 'king' })).toMatchObject({ error: { field: 'priority' } });
  play({ type: 'wish-priority', priority: 'elderly' });
  expect(kiosk.view().screen).toMatchObject({ wishes: { priority: 'elderly', share: null } });
  play({ type: 'take-number' });
  expect(waiting()).toMatchObject([{ label: 'A001', priority: 'elderly' }]);
});

test('an appointment is checked in by its code, once, on its day, and goes first at its time', () => {
  const { kiosk, play, store, clock, waiting } = setup();
  const now = clock.now();
  const day = store.tickets.dayAt(now);
  const { code } = store.appointments.make({
    day,
    at: now + 20 * minuteMs,
    line: 'A',
    procedure: '1.001193',
  });
  const tomorrow = store.appointments.make({ day: '2999-01-01', at: now, line: 'A', procedure: null });
  play(...toProcedures, { type: 'choose-procedure', code: '1.001193' }, { type: 'take-number' });
  play({ type: 'home' }, ...toProcedures, { type: 'have-appointment' });

  expect(play({ type: 'check-in', code: tomorrow.code })).toMatchObject({ error: { field: 'code' } });
  expect(kiosk.view().screen).toEqual({ at: 'appointment', refused: 'other-day', waitSeconds: 0 });
  expect(play({ type: 'check-in', code })).toMatchObject({ ok: true });
  expect(kiosk.view().screen).toMatchObject({ ticket: { number: 'A002', kind: 'appointment' } });
  play({ type: 'home' }, ...toProcedures, { type: 'have-appointment' });
  play({ type: 'check-in', code });
  expect(kiosk.view().screen).toEqual({ at: 'appointment', refused: 'used', waitSeconds: 0 });

  const counter = { id: 'quay-1', lanes: ['A'], helps: [] };
  const next = (at: number) =>
    store.moves.nextInLine(day, 2, counter, usualRules, at).map(({ label }) => label);
  expect(waiting()).toHaveLength(2);
  // Before the time the line goes on; from the time on the appointment is first.
  expect(next(now + 10 * minuteMs)).toEqual(['A001', 'A002']);
  expect(next(now + 20 * minuteMs)).toEqual(['A002', 'A001']);
});

test('guessing codes soon costs more waiting than it is worth, also after a restart, and a right code ends it', () => {
  const { kiosk, play, deps, store, clock } = setup();
  const { code } = store.appointments.make({
    day: store.tickets.dayAt(clock.now()),
    at: clock.now(),
    line: 'A',
    procedure: null,
  });
  const wrong = code === '000000' ? '000001' : '000000';
  play(...toProcedures, { type: 'have-appointment' });
  const guess = (typed: string) => play({ type: 'check-in', code: typed });
  for (let tries = 0; tries < 5; tries += 1)
    expect(guess(wrong)).toMatchObject({ error: { code: 'invalid' } });
  expect(kiosk.view().screen).toMatchObject({ at: 'appointment', waitSeconds: 20 });
  expect(guess(code)).toMatchObject({ error: { code: 'slow-down', field: 'code', seconds: 20 } });
  const restarted = createKioskStation('kiosk', deps);
  for (const command of [...toProcedures, { type: 'have-appointment' } as const])
    void restarted.handle(command);
  expect(restarted.handle({ type: 'check-in', code })).toMatchObject({ error: { code: 'slow-down' } });
  clock.advance(20_000);
  expect(guess(wrong)).toMatchObject({ error: { code: 'invalid' } });
  expect(kiosk.view().screen).toMatchObject({ waitSeconds: 40 });
  clock.advance(40_000);
  expect(guess(code)).toMatchObject({ ok: true });
  play({ type: 'home' }, ...toProcedures, { type: 'have-appointment' });
  expect(guess(wrong)).toMatchObject({ error: { code: 'invalid' } });
  expect(kiosk.view().screen).toMatchObject({ waitSeconds: 0 });
});

test('eight thousand codes one after the other are not looked at', () => {
  const { play } = setup();
  play(...toProcedures, { type: 'have-appointment' });
  let looked = 0;
  for (let code = 0; code < 8000; code += 1) {
    const answer = play({ type: 'check-in', code: String(code).padStart(6, '0') });
    if (answer.ok || answer.error.code !== 'slow-down') looked += 1;
  }
  expect(looked).toBe(5);
});

test('who comes much too late for an appointment stands in the line like anybody', () => {
  const { play, store, clock, waiting } = setup();
  const now = clock.now();
  const { code } = store.appointments.make({
    day: store.tickets.dayAt(now),
    at: now - 31 * minuteMs,
    line: 'A',
    procedure: null,
  });
  play(...toProcedures, { type: 'have-appointment' }, { type: 'check-in', code });
  expect(waiting()).toMatchObject([{ kind: 'appointment', priority: null, rank: now }]);
});

test('outside the hours no number is given, and the screen says when there will be one', () => {
  const day = [{ from: '07:00', to: '11:30' }];
  const { kiosk, play, waiting, clock } = setup({
    week: [day, day, day, day, day, day, day],
    closedDays: [],
    lastTicketMinutes: 0,
  });
  // From 9 to 13 o’clock.
  clock.advance(4 * 60 * minuteMs);
  expect(kiosk.view().opening).toMatchObject({ at: 'closed', why: 'after' });
  play(...toProcedures, { type: 'choose-procedure', code: '1.001193' });
  expect(kiosk.view().screen.at).toBe('procedure');
  expect(play({ type: 'take-number' })).toMatchObject({ ok: false, error: { code: 'failed' } });
  expect(kiosk.view().screen).toEqual({ at: 'closed', why: 'outside-hours' });
  expect(waiting()).toEqual([]);
});

test('the card goes to the officer only when its holder ticks the box, and never without a number', () => {
  const { play, deps, waiting } = setup();
  const withCard: KioskCommand[] = [
    { type: 'start' },
    { type: 'agree' },
    { type: 'card-text', text: sampleCard },
    { type: 'confirm-card' },
    { type: 'choose-procedure', code: '1.001193' },
  ];
  play(...withCard, { type: 'take-number' }, { type: 'home' });
  play(...withCard, { type: 'share-card', share: true }, { type: 'take-number' });
  const [silent, shared] = waiting();
  expect(deps.sharedCards.of(silent?.id ?? '')).toBeNull();
  const field = (name: string, value: string) => ({
    field: name,
    value,
    from: 'card',
    doubt: null,
    kept: false,
  });
  expect(deps.sharedCards.of(shared?.id ?? '')).toEqual({
    fields: [
      field('fullName', 'Trần Văn Mẫu'),
      field('number', '079085990001'),
      field('dateOfBirth', '1985-03-12'),
      field('gender', 'male'),
      field('address', '12 Đường Thử Nghiệm, Phường Mẫu, Quận 3, Hồ Chí Minh'),
    ],
    doubts: [],
  });
});
