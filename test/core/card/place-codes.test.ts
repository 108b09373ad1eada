import { expect, test } from 'vitest';
import { isKnownPlaceCode } from '../../../core/card/place-codes.ts';
import annex from '../../../resources/place-codes.json' with { type: 'json' };

test('the codes known to the reader are those of the annex', () => {
  const known = Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, '0')).filter(
    isKnownPlaceCode,
  );
  expect(known).toEqual(annex.codes.map(({ code }) => code));
  expect(known).toHaveLength(63);
});
