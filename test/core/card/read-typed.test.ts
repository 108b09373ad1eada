import { expect, test } from 'vitest';
import { parseCard } from '../../../core/card/parse-card.ts';
import { readTyped } from '../../../core/card/read-typed.ts';
import { readBurst, type TypedText } from '../../../core/card/typed-text.ts';
import { createWedge } from '../../../core/card/wedge.ts';
import { scannerTypes, type Keyboard } from './keyboards.ts';

const today = '2026-12-31';
const card =
  '096188990039|000000039|Trương Ngọc Nghĩa|07041988|Nữ|Khóm 4, TT. Năm Mẫu, Ấp Trại, Đầm Dơi, Cà Mau|15092023';
const digits = {
  number: '096188990039',
  oldId: '000000039',
  gender: 'female',
  dateOfBirth: '1988-04-07',
  issuedOn: '2023-09-15',
};

/** What a scanner with this keyboard makes of the card, through the machine that catches its keys. */
function typed(keyboard: Keyboard, text = card): TypedText {
  const wedge = createWedge({ gapMs: 50 });
  const bursts = scannerTypes(text, keyboard).flatMap((event) => wedge.key(event).burst ?? []);
  expect(bursts).toHaveLength(1);
  return readBurst(bursts[0] ?? { keys: [], suffix: 'none' });
}
function reading(keyboard: Keyboard, text = card) {
  const { text: written, byPlace } = typed(keyboard, text);
  return readTyped(written, byPlace, today);
}

test.each([
  [
    'the number of the letter, where Windows shows one sign for many letters',
    { letters: 'code-point', windows: true },
  ],
  ['the number of the letter, where the system makes nothing of it', { letters: 'code-point' }],
  ['the number of the letter after a nought', { letters: 'code-point-zero', windows: true }],
  ['the bytes of its UTF-8, where Windows shows two or three signs', { letters: 'bytes', windows: true }],
  ['the bytes of its UTF-8, where the system makes nothing of them', { letters: 'bytes' }],
] satisfies [string, Keyboard][])('letters in Alt codes read as the card: %s', (_, keyboard) => {
  expect(reading(keyboard)).toEqual({ outcome: 'card', card: expect.objectContaining(digits), flags: [] });
  expect(typed(keyboard)).toMatchObject({ text: card, altCodes: true });
});

test.each([
  ['the Vietnamese layout', { layout: 'vietnamese' }],
  ['the British layout', { layout: 'uk' }],
  ['the French layout', { layout: 'azerty' }],
  ['Caps Lock', { capsLock: true }],
  ['an input method', { inputMethod: true }],
] satisfies [string, Keyboard][])(
  'a card spoilt by %s is told from the places of the keys, for a person to accept',
  (_, keyboard) => {
    const spoilt: Keyboard = { ...keyboard, letters: 'code-point', windows: true };
    expect(typed(spoilt).text).not.toBe(card);
    expect(reading(spoilt)).toMatchObject({ outcome: 'review', repairedPayload: card });
  },
);

test.each([
  ['digits without Alt, four to a byte', { letters: 'leaked-bytes' }, 'typed-as-bytes'],
  ['digits without Alt, the number of the letter', { letters: 'leaked-code-point' }, 'typed-as-code-points'],
] satisfies [string, Keyboard, string][])(
  '%s are put back, for a person to accept',
  (_, keyboard, reason) => {
    expect(reading(keyboard)).toEqual({
      outcome: 'review',
      card: digits,
      reasons: [reason],
      repairedPayload: card,
    });
  },
);

test.each([
  ['dropped', { letters: 'dropped' }],
  ['made into question marks', { letters: 'question-mark' }],
  ['dropped on the Vietnamese layout', { letters: 'dropped', layout: 'vietnamese' }],
  ['dropped on the British layout', { letters: 'dropped', layout: 'uk' }],
  ['dropped on the French layout', { letters: 'dropped', layout: 'azerty' }],
  ['dropped with Caps Lock on', { letters: 'dropped', capsLock: true }],
  ['dropped and the rest taken by an input method', { letters: 'dropped', inputMethod: true }],
] satisfies [string, Keyboard][])('of letters %s the digits stay and nothing is made up', (_, keyboard) => {
  const result = reading(keyboard);
  expect(result).toMatchObject({ outcome: 'review', card: digits });
  expect(result).not.toHaveProperty('repairedPayload');
  expect(result).not.toHaveProperty('card.fullName');
  expect(result).not.toHaveProperty('card.address');
});

test('what another program makes of the keys, and not the keys, keeps the digits', () => {
  // The signs of code page 437 for the numbers modulo 256, as a text field shows them.
  const shown = '096188990039|000000039|Tr░íng Ng═c Ngh)a|07041988|N»|Kh≤m 4, Cα Mau|15092023';
  expect(parseCard(shown, today)).toMatchObject({ outcome: 'review', card: digits });
});

test.each(['windows-1252', 'windows-1258'])(
  'UTF-8 read as %s is put back, for a person to accept',
  (codePage) => {
    const spoilt = new TextDecoder(codePage).decode(new TextEncoder().encode(card));
    expect(spoilt).not.toBe(card);
    expect(readTyped(spoilt, null, today)).toEqual({
      outcome: 'review',
      card: digits,
      reasons: ['mojibake'],
      repairedPayload: card,
    });
  },
);

test('what an input method rubbed out and rewrote is not read by the places of its keys', () => {
  const wedge = createWedge({ gapMs: 50 });
  const events = scannerTypes(card, { letters: 'code-point' });
  const at = events.findIndex(({ key }) => key === 'N');
  const n = events[at];
  if (!n) throw new Error('no N was typed');
  const backspace = { ...n, key: 'Backspace', code: 'Backspace', shift: false };
  const edited = events.toSpliced(at, 0, backspace);
  const burst = edited.flatMap((event) => wedge.key(event).burst ?? [])[0];
  expect(burst && readBurst(burst)).toMatchObject({ byPlace: null, inputMethod: true });
});

test.each([
  ['000000034', 'old-id-card'],
  ['HC4790000000001|4e67c3b42056c4836e|05/05/1990|1|392044|-', 'health-insurance'],
  ['00020101021138540010A0000007270124', 'payment-code'],
])('%s on the Vietnamese layout is still known for what it is', (text, what) => {
  expect(reading({ layout: 'vietnamese' }, text)).toEqual({ outcome: 'not-a-card', what });
});
