import { expect, test } from 'vitest';
import { correctField, keepField, openDoubts, type ReadCard } from '../../../core/card/held-card.ts';
import { readCardSample, withField } from './held-samples.ts';

/** Born in 1988 by the card, in 1987 by the number. */
const card = readCardSample(withField(0, '096087990039'));

function kept(held: ReadCard): ReadCard {
  const next = keepField(held, 'dateOfBirth');
  if (next === null) throw new Error('nothing to keep');
  return next;
}

test('what the card says may be kept as right, and nothing is left for the officer', () => {
  expect(openDoubts(card)).toEqual(['birth-year-mismatch']);
  expect(openDoubts(kept(card))).toEqual([]);
});

test('a date that a citizen typed and that still disagrees stays marked for the officer, whatever they say of it', () => {
  const typed = correctField(card, 'dateOfBirth', '1941-05-06');
  expect(openDoubts(typed)).toEqual(['birth-year-mismatch']);
  expect(openDoubts(kept(typed))).toEqual(['birth-year-mismatch']);
});

test('a date that was put right leaves no doubt', () => {
  expect(openDoubts(correctField(card, 'dateOfBirth', '1987-04-07'))).toEqual([]);
});
