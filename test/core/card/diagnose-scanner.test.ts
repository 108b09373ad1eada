import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnoseScanner, type Arrival } from '../../../core/card/diagnose-scanner.ts';
import { differences } from '../../../core/card/differences.ts';
import { parseCard } from '../../../core/card/parse-card.ts';
import { isTestCard, testCard } from '../../../core/card/test-card.ts';
import { readBurst } from '../../../core/card/typed-text.ts';
import { createWedge, type WedgeKey } from '../../../core/card/wedge.ts';
import { scannerTypes, type Keyboard } from './keyboards.ts';

const gapMs = 50;
const patientGapMs = 400;

function arrivalOf(events: WedgeKey[]): Arrival {
  const wedge = createWedge({ gapMs: patientGapMs });
  const bursts = events.flatMap((event) => wedge.key(event).burst ?? []);
  const rest = wedge.pause(Infinity).burst;
  const burst = bursts[0] ?? rest;
  if (!burst) throw new Error('nothing was caught');
  return { through: 'keyboard', ...readBurst(burst) };
}
const typed = (keyboard: Keyboard, text = testCard) => arrivalOf(scannerTypes(text, keyboard));
const sent = (text: string): Arrival => ({ through: 'port', at: 'text', text, suffix: 'line-end' });
const throughAltCodes = { letters: 'code-point', windows: true } as const;

test('the test card is a card, of nobody, and holds every Vietnamese letter with a mark', () => {
  expect(parseCard(testCard, '2026-12-31')).toMatchObject({ outcome: 'card', flags: ['unknown-place-code'] });
  const marks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  const letters = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'].flatMap((vowel) =>
    marks.map((mark) => (vowel + mark).normalize('NFC')),
  );
  const missing = [...letters, 'đ', 'Đ'].filter(
    (letter) => /[^a-z]/.test(letter) && !testCard.includes(letter),
  );
  expect(missing).toEqual([]);
});

test.each([
  ['fine-by-alt-codes', throughAltCodes],
  ['fine-by-alt-codes', { letters: 'bytes' }],
  ['letters-dropped', { letters: 'dropped' }],
  ['letters-merged', { letters: 'question-mark' }],
  ['letters-dropped', { letters: 'dropped', layout: 'vietnamese' }],
  ['letters-dropped', { letters: 'dropped', capsLock: true }],
  ['typed-as-bytes', { letters: 'leaked-bytes' }],
  ['typed-as-numbers', { letters: 'leaked-code-point' }],
  ['vietnamese-layout', { ...throughAltCodes, layout: 'vietnamese' }],
  ['separator-key', { ...throughAltCodes, layout: 'uk' }],
  ['other-layout', { ...throughAltCodes, layout: 'azerty' }],
  ['caps-lock', { ...throughAltCodes, capsLock: true }],
  ['input-method', { ...throughAltCodes, inputMethod: true }],
  ['no-suffix', { ...throughAltCodes, suffix: null }],
  ['slow-keys', { ...throughAltCodes, gapMs: 40 }],
] satisfies [string, Keyboard][])('%s: a scanner as a keyboard %j', (diagnosis, keyboard) => {
  const arrival = typed(keyboard);
  expect(diagnoseScanner(arrival, gapMs)).toBe(diagnosis);
  expect(arrival.through === 'keyboard' && isTestCard(arrival.text, arrival.byPlace)).toBe(true);
});

test('aim-prefix: a keyboard and a port that send it', () => {
  expect(diagnoseScanner(typed(throughAltCodes, `]Q1${testCard}`), gapMs)).toBe('aim-prefix');
  expect(diagnoseScanner(sent(`]Q1${testCard}`), gapMs)).toBe('aim-prefix');
  expect(isTestCard(`]Q1${testCard}`)).toBe(true);
});

test('input-method: letters that were rubbed out and rewritten', () => {
  const events = scannerTypes(testCard, throughAltCodes);
  const at = events.findIndex(({ key }) => key === 'p');
  const [p] = events.slice(at);
  if (!p) throw new Error('no p was typed');
  const rewritten = events.toSpliced(
    at + 2,
    0,
    { ...p, key: 'Backspace', code: 'Backspace' },
    { ...p, key: 'ư', code: '' },
  );
  expect(diagnoseScanner(arrivalOf(rewritten), gapMs)).toBe('input-method');
});

test.each([
  ['fine', testCard],
  ['fine', testCard.normalize('NFD')],
  ['code-page', new TextDecoder('windows-1252').decode(new TextEncoder().encode(testCard))],
  ['code-page', new TextDecoder('windows-1258').decode(new TextEncoder().encode(testCard))],
  ['code-page', testCard.replace(/[^\x20-\x7e]/g, '?')],
  [
    'code-page',
    testCard.replace(/[^\x20-\x7e]/g, (letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) % 256)),
  ],
  ['code-page', testCard.replace(/[^\x20-\x7e]/g, '')],
  ['changed', testCard.slice(0, 40)],
  ['changed', testCard.toUpperCase()],
])('%s: a scanner on a serial port', (diagnosis, text) => {
  expect(diagnoseScanner(sent(text), gapMs)).toBe(diagnosis);
});

test('what is no text, and nothing at all', () => {
  expect(diagnoseScanner({ through: 'port', at: 'not-utf8' }, gapMs)).toBe('not-utf8');
  expect(diagnoseScanner({ through: 'port', at: 'too-long' }, gapMs)).toBe('too-long');
  expect(diagnoseScanner(null, gapMs)).toBe('nothing-arrived');
  expect(diagnoseScanner({ through: 'port', at: 'text', text: testCard, suffix: 'none' }, gapMs)).toBe(
    'no-suffix',
  );
});

test('no other card is taken for the test card, however it is spoilt', () => {
  const other = testCard.replace('000199000000', '079199990001');
  for (const layout of ['us', 'uk', 'vietnamese', 'azerty'] as const) {
    const arrival = typed({ ...throughAltCodes, layout }, other);
    expect(arrival.through === 'keyboard' && isTestCard(arrival.text, arrival.byPlace)).toBe(false);
  }
});

test('the differences of any two texts give both back', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ữ', '|', '🙂'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const pieces = differences(one, other);
      const without = (at: string) =>
        pieces
          .filter((piece) => piece.at !== at)
          .map((piece) => piece.text)
          .join('');
      expect(without('arrived')).toBe(one);
      expect(without('sent')).toBe(other);
      if (one === other) expect(pieces.every(({ at }) => at === 'both')).toBe(true);
    }),
  );
  expect(differences('Nữ|1', 'N?|1')).toEqual([
    { at: 'both', text: 'N' },
    { at: 'sent', text: 'ữ' },
    { at: 'arrived', text: '?' },
    { at: 'both', text: '|1' },
  ]);
});
