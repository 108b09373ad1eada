import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardDateDigits, checkTypedDate, readCardDate } from '../../../core/card/card-date.ts';
import { checkCorrection } from '../../../core/card/correction.ts';
import { checkTypedName, judgeName, tidyTyped } from '../../../core/card/field-text.ts';
import { parseCard } from '../../../core/card/parse-card.ts';
import { checkTypedNumber } from '../../../core/card/personal-number.ts';
import { readCardSample, soundText, today } from './held-samples.ts';

test.each([
  ['', { at: 'incomplete', missing: 12 }],
  ['0790', { at: 'incomplete', missing: 8 }],
  ['0794', { at: 'not-yet-born', birthYear: 2100, isOrLater: true }],
  ['07922', { at: 'incomplete', missing: 7 }],
  ['07927', { at: 'not-yet-born', birthYear: 2070, isOrLater: true }],
  ['079271', { at: 'not-yet-born', birthYear: 2071, isOrLater: false }],
  ['079226', { at: 'incomplete', missing: 6 }],
  ['079227', { at: 'not-yet-born', birthYear: 2027, isOrLater: false }],
  ['024571234', { at: 'old-id' }],
  ['079085990001', { at: 'good', birthYear: 1985, gender: 'male', unknownPlace: null }],
  ['099185990001', { at: 'good', birthYear: 1985, gender: 'female', unknownPlace: '099' }],
])('of the digits %j so far is said %j', (digits, said) => {
  expect(checkTypedNumber(digits, today)).toEqual(said);
});

test('a number that is taken by hand is one that a card may have, and the other way round', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{12}$/), (number) => {
      const isGood = checkTypedNumber(number, today).at === 'good';
      expect(isGood).toBe(parseCard(number, today).outcome === 'review');
    }),
  );
});

test.each([
  ['3', { at: 'incomplete', missing: 7 }],
  ['32', { at: 'no-such-day' }],
  ['0013', { at: 'no-such-day' }],
  ['3113', { at: 'no-such-month' }],
  ['3002', { at: 'no-such-day' }],
  ['2902', { at: 'incomplete', missing: 4 }],
  ['29022023', { at: 'no-such-day' }],
  ['29022024', { at: 'good', date: '2024-02-29' }],
  ['31121899', { at: 'too-early' }],
  ['01012027', { at: 'too-late' }],
])('of the date %j so far is said %j', (digits, said) => {
  expect(checkTypedDate(digits, '1900-01-01', today)).toEqual(said);
});

test('a date that is taken by hand is one that the card reader takes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-3][0-9][01][0-9](?:19|20)[0-9]{2}$/), (digits) => {
      const check = checkTypedDate(digits, '1900-01-01', today);
      const date = readCardDate(digits);
      if (check.at === 'good') {
        expect(check.date).toBe(date);
        expect(cardDateDigits(check.date)).toBe(digits);
      } else expect(date === null || date > today).toBe(true);
    }),
  );
});

test.each([
  ['', 'empty'],
  ['Trần', 'one-word'],
  ['Trần V', 'good'],
  ['Trần Ng', 'unfinished'],
  ['Trần Ng Văn', 'wrong'],
  ['Trần Văn 5', 'wrong'],
  ['  đặng   đỗ  ', 'good'],
  ['H’Bŭt Niê', 'good'],
])('of the name %j so far is said %s', (name, said) => {
  expect(checkTypedName(name)).toBe(said);
});

test('a name that is taken while typing is sound when it is kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('Nguyễn Văn’-5ơ̆|')) }), (name) => {
      const isTaken = ['good', 'one-word'].includes(checkTypedName(name));
      expect(isTaken).toBe(judgeName(tidyTyped(name)) === 'sound');
    }),
  );
});

const { card } = readCardSample(soundText);

test.each([
  ['gender', 'male', true],
  ['gender', 'Nam', false],
  ['dateOfBirth', '1988-04-08', true],
  ['dateOfBirth', '1988-02-30', false],
  ['dateOfBirth', '2027-01-01', false],
  ['dateOfBirth', '08041988', false],
  ['issuedOn', '1988-04-06', false],
  ['issuedOn', '2026-12-31', true],
  ['fullName', 'Trương Ngọc Nghĩa', true],
  ['fullName', '<b>Trương</b>', false],
  ['address', 'Khóm 4, Cà Mau', true],
  ['address', '   ', false],
  ['address', '{Cà Mau}', false],
] as const)('for %s the value %j is taken: %j', (field, value, isTaken) => {
  expect(checkCorrection(card, field, value, today).ok).toBe(isTaken);
});

test('typed words are kept composed, with one space between them', () => {
  expect(checkCorrection(card, 'fullName', '  Trương   Ngọc '.normalize('NFD'), today)).toEqual({
    ok: true,
    value: 'Trương Ngọc',
  });
});
