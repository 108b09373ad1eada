import fc from 'fast-check';
import pino from 'pino';
import { expect, test } from 'vitest';
import { parseCommand } from '../../../core/border.ts';
import type { KioskCommand, KioskScreen } from '../../../core/contract.ts';
import { createKioskStation } from '../../../core/stations/kiosk-station.ts';
import { soundText, withField } from '../card/held-samples.ts';
import { setupDesk } from './setup-desk.ts';

function setup() {
  const desk = setupDesk();
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const kiosk = createKioskStation('kiosk', { ...desk.deps, log });
  const play = (...commands: KioskCommand[]) => {
    for (const command of commands) void kiosk.handle(command);
    return kiosk.view().screen;
  };
  play({ type: 'start' }, { type: 'agree' });
  return { ...desk, kiosk, play, logged };
}

const cardText = (text: string): KioskCommand => ({ type: 'card-text', text });
const disagreeing = withField(4, 'Nữ');

test('a card whose fields disagree is shown whole and marked, and the number only when asked for', () => {
  const { play } = setup();
  const screen = play(cardText(disagreeing));
  expect(screen).toMatchObject({ at: 'review', number: { canShow: true, shown: null } });
  expect(JSON.stringify(screen)).not.toContain('096088990039');
  expect(play({ type: 'show-number' })).toMatchObject({ number: { shown: '096088990039' } });
});

test('the citizen puts a marked field right and is greeted without a warning', () => {
  const { play } = setup();
  play(cardText(disagreeing), { type: 'correct-field', field: 'gender' });
  expect(play({ type: 'field-typed', field: 'gender', value: 'male' })).toMatchObject({
    at: 'review',
    fields: expect.arrayContaining([
      { field: 'gender', value: 'male', doubt: null, settled: 'corrected', isTyped: true },
    ]) as unknown,
  });
  expect(play({ type: 'finish-review' })).toMatchObject({ at: 'greeting', card: { review: [] } });
});

test('what is left to the officer is still named at the greeting', () => {
  const { play } = setup();
  expect(play(cardText(disagreeing), { type: 'finish-review' })).toMatchObject({
    at: 'greeting',
    card: { fullName: 'Trương Ngọc Nghĩa', review: ['gender-mismatch'] },
  });
});

test('twelve digits alone are asked for the name, and greeted as typed', () => {
  const { play } = setup();
  expect(play(cardText('096088990039'))).toEqual({
    at: 'type-name',
    name: '',
    maskedNumber: '•••• •••• 0039',
    from: 'bar-code',
  });
  expect(play({ type: 'name-typed', name: ' Trương  Ngọc Nghĩa ' })).toMatchObject({
    at: 'greeting',
    card: { source: 'typed', fullName: 'Trương Ngọc Nghĩa', birthYear: '1988' },
  });
});

test.each<{ command: KioskCommand; field: string; at: KioskCommand[] }>([
  {
    command: { type: 'number-typed', number: '096288990039' },
    field: 'number',
    at: [{ type: 'type-number' }],
  },
  { command: { type: 'name-typed', name: 'Ngc 5' }, field: 'name', at: [cardText('096088990039')] },
  {
    command: { type: 'field-typed', field: 'dateOfBirth', value: '1988-02-30' },
    field: 'value',
    at: [cardText(withField(3, '07041989')), { type: 'correct-field', field: 'dateOfBirth' }],
  },
])('$command.type with something impossible is refused by its field, and not repeated', (given) => {
  const { kiosk, play } = setup();
  play(...given.at);
  const before = kiosk.view().screen.at;
  const result = kiosk.handle(given.command);
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid', field: given.field } });
  expect(JSON.stringify(result)).not.toMatch(/0962|Ngc|1988/);
  expect(kiosk.view().screen.at).toBe(before);
});

test.each([
  [{ type: 'number-typed', number: '12' }, 'number'],
  [{ type: 'number-typed', number: '09608899003x' }, 'number'],
  [{ type: 'name-typed', name: '' }, 'name'],
  [{ type: 'name-typed', name: 'a'.repeat(101) }, 'name'],
  [{ type: 'field-typed', field: 'number', value: '096088990039' }, 'field'],
  [{ type: 'correct-field', field: 'oldId' }, 'field'],
  [{ type: 'name-typed', name: 'Trương Ngọc Nghĩa', address: 'Cà Mau' }, 'address'],
])('the border refuses %j and names %s', (raw, field) => {
  expect(parseCommand('kiosk', raw)).toMatchObject({ ok: false, error: { code: 'invalid', field } });
});

test('a quiet kiosk leaves the page of a half typed name and forgets the number', () => {
  const { kiosk, clock, play } = setup();
  play({ type: 'type-number' }, { type: 'number-typed', number: '096088990039' });
  clock.advance(60_000);
  expect(kiosk.view()).toMatchObject({ goingHomeInSeconds: 20, screen: { at: 'type-name' } });
  clock.advance(20_000);
  expect(kiosk.view().screen.at).toBe('welcome');
  expect(JSON.stringify(kiosk.view())).not.toContain('0039');
});

const child =
  '052321990028||Dương Lê Bé Thử|20112021|Nữ|Tổ 7, Khu phố Mẫu, Bình Định|06112024||Dương Văn Cha|Lê Thị Mẹ|';

test('the parents on a child’s card make the kiosk speak to the adult, and stay off the greeting', () => {
  const { play } = setup();
  const screen = play(cardText(child));
  expect(screen).toMatchObject({ at: 'greeting', card: { holder: 'child' } });
  expect(JSON.stringify(screen)).not.toMatch(/Cha|Mẹ/);
});

const commands: KioskCommand[] = [
  cardText(soundText),
  cardText(disagreeing),
  cardText(withField(2, 'Tr??ng')),
  cardText(soundText.replaceAll('|', '~')),
  cardText(child),
  cardText('096088990039'),
  cardText('https://example.invalid'),
  ...(
    [
      'start',
      'agree',
      'without-card',
      'accept-repair',
      'decline-repair',
      'show-number',
      'finish-review',
      'type-number',
      'confirm-card',
      'wrong-card',
      'take-number',
      'back',
      'home',
    ] as const
  ).map((type) => ({ type })),
  { type: 'correct-field', field: 'fullName' },
  { type: 'field-typed', field: 'fullName', value: 'Trương Ngọc Nghĩa' },
  { type: 'keep-field', field: 'gender' },
  { type: 'number-typed', number: '096088990039' },
  { type: 'name-typed', name: 'Trương Ngọc Nghĩa' },
  { type: 'choose-procedure', code: '1.001193' },
];
const secret = /096088990039|052321990028|Nghĩa|Bé Thử|Năm Căn|Bình Định|0039|0028/;
/** Pages on which nothing of the card has to be read any more. */
const pagesWithoutCard: KioskScreen['at'][] = [
  'welcome',
  'notice',
  'scan',
  'procedures',
  'procedure',
  'ticket',
  'closed',
];

test('whatever a citizen does, no page that need not show the card does', () => {
  const picks = fc.array(fc.constantFrom(...commands), { minLength: 10, maxLength: 60 });
  fc.assert(
    fc.property(picks, (run) => {
      const { kiosk, play } = setup();
      for (const command of run) {
        const screen = play(command);
        if (pagesWithoutCard.includes(screen.at)) {
          const seen = JSON.stringify(kiosk.view());
          expect(seen).not.toMatch(secret);
        }
      }
      play({ type: 'home' });
      expect(JSON.stringify(kiosk.view())).not.toMatch(secret);
      kiosk.close();
    }),
    { numRuns: 60 },
  );
});

test('a number that could not be stored is logged without the card in the citizen’s hand', () => {
  const { db, play, logged } = setup();
  db.exec("create trigger full before insert on ticket begin select raise(abort, 'disk full'); end");
  play(cardText(soundText), { type: 'confirm-card' });
  play({ type: 'choose-procedure', code: '1.001193' }, { type: 'take-number' });
  expect(logged.join('')).toContain('a ticket could not be stored');
  expect(logged.join('')).not.toMatch(secret);
});
