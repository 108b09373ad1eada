import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callOrder, chooseNext } from '../../../core/queue/choose.ts';
import { lastNumber, nextNumber, ticketLabel } from '../../../core/queue/number.ts';

const waiting = fc.array(
  fc.record({
    id: fc.uuid(),
    lane: fc.constantFrom('A', 'B', 'C'),
    issuedAt: fc.integer({ min: 0, max: 50 }),
    number: fc.integer({ min: 1, max: 99 }),
  }),
  { maxLength: 30 },
);
const lanes = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'));

test('the next one called has waited longest in a lane the counter serves', () => {
  fc.assert(
    fc.property(waiting, lanes, (tickets, served) => {
      const next = chooseNext(tickets, served);
      const own = tickets.filter(({ lane }) => served.includes(lane));
      expect(next === null).toBe(own.length === 0);
      if (next === null) return;
      expect(served).toContain(next.lane);
      expect(own.every(({ issuedAt }) => issuedAt >= next.issuedAt)).toBe(true);
    }),
  );
});

test('the order of the list does not change whom a counter calls', () => {
  fc.assert(
    fc.property(waiting, lanes, (tickets, served) => {
      const key = ({ lane, number, issuedAt }: (typeof tickets)[number]) => `${lane}${number}@${issuedAt}`;
      expect(callOrder(tickets.toReversed(), served).map(key)).toEqual(callOrder(tickets, served).map(key));
    }),
  );
});

test('numbers run without gaps to the last one and then say so', () => {
  expect(nextNumber(0)).toEqual({ ok: true, value: 1 });
  expect(nextNumber(lastNumber - 1)).toEqual({ ok: true, value: lastNumber });
  expect(nextNumber(lastNumber)).toEqual({ ok: false, error: 'numbers-exhausted' });
  expect(ticketLabel('A', 12)).toBe('A012');
});
