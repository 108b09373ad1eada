import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCard } from '../../../core/card/parse-card.ts';
import { inventCard } from '../../card-corpus/invent-card.ts';
import { createRandom } from '../../card-corpus/random.ts';

const today = '2026-12-31';
const invented = fc.integer().map((seed) => inventCard(createRandom(seed)));
const hostile = fc.oneof(
  fc.constantFrom(
    '\u0000',
    '\u001b@',
    '\u001dV\u0000',
    '\u0007',
    '\u007f',
    '\u009b',
    '\u202e',
    '\u200f',
    '\u2066',
  ),
  fc.constantFrom(
    '\ufeff',
    '\u2028',
    '\ud83d',
    '\udc00',
    '\ue000',
    '\uffff',
    '<script>alert(1)</script>',
    '"><img src=x>',
  ),
  fc.constantFrom(
    '|',
    '||',
    '\r',
    '\n',
    '\t',
    ' ',
    ']Q1',
    '~',
    '¦',
    '\u0301\u0301\u0301',
    'Ã¡',
    '0225',
    '7885',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('0', '|', 'ữ', '\u0301', '9 ', 'a0').map((unit) => unit.repeat(400)),
);
/** A card's text with up to four wounds: something put in, and something after it lost. */
const spoilt = fc
  .tuple(invented, fc.array(fc.tuple(fc.nat(170), hostile, fc.nat(6)), { maxLength: 4 }))
  .map(([{ payload }, wounds]) =>
    wounds.reduce((text, [at, piece, lost]) => text.slice(0, at) + piece + text.slice(at + lost), payload),
  );
const anyText = fc.oneof(
  spoilt,
  fc.string({ unit: 'binary', maxLength: 1100 }),
  fc.string({
    unit: fc.constantFrom('|', '0', '1', 'N', 'am', 'ữ', '~', ' ', '\u0323', 'đ', 'ă', '\ud83d'),
    maxLength: 400,
  }),
);

function textsOf(reading: ReturnType<typeof parseCard>): string[] {
  if (reading.outcome === 'not-a-card') return [];
  const fields = Object.values(reading.card).filter((field) => typeof field === 'string');
  return reading.outcome === 'review' ? [...fields, reading.repairedPayload ?? ''] : fields;
}

test('no text makes it throw, and no card, nor one to review, holds a control code, a hidden mark or half a letter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const field of textsOf(parseCard(text, today))) expect(field).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 1500 },
  );
});

test('a text with a control code, a hidden mark or half a letter inside is neither a card nor shown as one', () => {
  const unseen = fc.constantFrom(
    '\u0000',
    '\n',
    '\u001b',
    '\u007f',
    '\u009b',
    '\u200f',
    '\u202e',
    '\ufeff',
    '\ud83d',
    '\u2028',
  );
  fc.assert(
    fc.property(invented, fc.nat(170), unseen, ({ payload }, at, code) => {
      const inside = 1 + (at % (payload.length - 1));
      const text = payload.slice(0, inside) + code + payload.slice(inside);
      expect(parseCard(text, today).outcome).toBe('not-a-card');
    }),
    { numRuns: 500 },
  );
});

test('a card is never made of markup', () => {
  fc.assert(
    fc.property(invented, fc.nat(170), ({ payload }, at) => {
      const text = `${payload.slice(0, at)}<b>${payload.slice(at)}`;
      for (const field of textsOf(parseCard(text, today))) expect(field).not.toMatch(/[<>]/);
    }),
    { numRuns: 300 },
  );
});

test('what scanners put before and after the text changes no reading', () => {
  fc.assert(
    fc.property(
      spoilt.filter((text) => text.length < 1000 && !text.startsWith(']')),
      fc.constantFrom('', ']Q1', ']Q2'),
      fc.constantFrom('', '\r', '\n', '\r\n', '\t', '\t\r\n'),
      (text, prefix, suffix) => {
        expect(parseCard(prefix + text + suffix, today)).toEqual(parseCard(text, today));
      },
    ),
    { numRuns: 1000 },
  );
});

test('every sound card is read back field by field, composed or decomposed', () => {
  fc.assert(
    fc.property(invented, fc.constantFrom('NFC', 'NFD'), ({ card, payload }, form) => {
      expect(parseCard(payload.normalize(form), today)).toEqual({ outcome: 'card', card, flags: [] });
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['digits', '0'],
  ['separators', '|'],
  ['marks', '\u0301'],
  ['halves of letters', '\ud83d'],
  ['printer commands', '\u001b@'],
])('a megabyte of %s is no card', (_, unit) => {
  const flood = unit.repeat(2 ** 20 / unit.length);
  expect(parseCard(flood, today).outcome).toBe('not-a-card');
  expect(parseCard(inventCard(createRandom(1)).payload + flood, today).outcome).toBe('not-a-card');
});
