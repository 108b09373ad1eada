import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mend } from '../../../../core/card/qr/reed-solomon.ts';

/** "HELLO WORLD" in version 1 at level M, as printed in textbooks: 16 codewords and their 10 check codewords. */
const block = [
  32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17, 196, 35, 39, 119, 235, 215, 231, 226,
  93, 23,
];
const checkCount = 10;

const damages = fc.uniqueArray(
  fc.record({ place: fc.nat(block.length - 1), change: fc.integer({ min: 1, max: 255 }) }),
  { selector: ({ place }) => place, maxLength: 10 },
);

function damaged(list: { place: number; change: number }[]): Uint8Array {
  const seen = Uint8Array.from(block);
  for (const { place, change } of list) seen[place] = (seen[place] ?? 0) ^ change;
  return seen;
}

test('an untouched block has no errors', () => {
  const seen = Uint8Array.from(block);
  expect(mend(seen, checkCount, [], 0)).toBe(0);
  expect(Array.from(seen)).toEqual(block);
});

test('an error costs two check codewords, a known gap one', () => {
  fc.assert(
    fc.property(damages, fc.nat(10), (list, erasedCount) => {
      const erased = list.slice(0, erasedCount).map(({ place }) => place);
      const errors = list.length - erased.length;
      fc.pre(2 * errors + erased.length <= checkCount);
      const seen = damaged(list);
      expect(mend(seen, checkCount, erased, 0)).toBe(list.length === 0 ? 0 : errors);
      expect(Array.from(seen)).toEqual(block);
    }),
  );
});

test('what cannot be mended with the check codewords that must stay unused is left as it was', () => {
  fc.assert(
    fc.property(damages, (list) => {
      fc.pre(list.length > 3);
      const seen = damaged(list);
      expect(mend(seen, checkCount, [], 4)).toBeNull();
      expect(seen).toEqual(damaged(list));
    }),
  );
});
