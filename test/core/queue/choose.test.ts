import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterCall,
  chooseNext,
  type CounterLanes,
  nextInLine,
  type Streaks,
  type Waiting,
} from '../../../core/queue/choose.ts';
import { lastNumber, nextNumber, ticketLabel } from '../../../core/queue/number.ts';
import { rankOfReturn } from '../../../core/queue/return-rank.ts';
import { usualRules } from '../../../core/queue/rules.ts';

const now = 1000 * 60_000;
const noStreaks: Streaks = { ofCounter: 0, ofLane: () => 0 };
const quay1: CounterLanes = { id: 'quay-1', lanes: ['A', 'B'], helps: ['C'] };

const ticket = fc.record({
  lane: fc.constantFrom('A', 'B', 'C', 'D'),
  rank: fc.integer({ min: 0, max: 50 }).map((minutes) => now - minutes * 60_000),
  number: fc.integer({ min: 1, max: 99 }),
  priority: fc.constantFrom(null, null, 'elderly'),
  boundTo: fc.constantFrom(null, null, null, 'quay-1', 'quay-2'),
});
const waiting = fc
  .uniqueArray(ticket, { maxLength: 30, selector: ({ lane, number }) => `${lane}${number}` })
  .map((tickets) =>
    tickets.map((one): Waiting => {
      const label = ticketLabel(one.lane, one.number);
      return { ...one, id: label, label, line: one.lane };
    }),
  );

function mine({ line, boundTo }: Waiting): boolean {
  return boundTo === 'quay-1' || (boundTo === null && ['A', 'B', 'C'].includes(line));
}

test('a counter is given somebody exactly when somebody waits whom it may call', () => {
  fc.assert(
    fc.property(waiting, (tickets) => {
      const choice = chooseNext(tickets, quay1, noStreaks, usualRules, now);
      expect(choice === null).toBe(!tickets.some(mine));
      if (choice !== null) expect(mine(choice.ticket)).toBe(true);
    }),
  );
});

test('among equals in a lane the longest waiting goes first', () => {
  fc.assert(
    fc.property(waiting, (tickets) => {
      const choice = chooseNext(tickets, quay1, noStreaks, usualRules, now);
      if (choice === null) return;
      const { line, rank, priority, boundTo } = choice.ticket;
      // Sent here by name is not equal to waiting in a lane this counter only helps in.
      const equals = tickets.filter(
        (other) =>
          mine(other) &&
          other.line === line &&
          (other.priority === null) === (priority === null) &&
          // In a lane it only helps in, somebody sent to this very counter is its own.
          (quay1.lanes.includes(line) || other.boundTo === boundTo),
      );
      expect(equals.every((other) => other.rank >= rank)).toBe(true);
    }),
  );
});

test('the order of the list does not change whom a counter calls', () => {
  fc.assert(
    fc.property(waiting, (tickets) => {
      const choice = (list: Waiting[]) => chooseNext(list, quay1, noStreaks, usualRules, now)?.ticket.label;
      expect(choice(tickets.toReversed())).toBe(choice(tickets));
    }),
  );
});

test('never more priority calls in a row than the rule allows while somebody else waits in the lane', () => {
  fc.assert(
    fc.property(
      waiting,
      fc.array(fc.constantFrom('quay-1', 'quay-2'), { maxLength: 40 }),
      (tickets, calls) => {
        const perCounter = new Map<string, number>();
        const perLane = new Map<string, number>();
        let left = tickets.map((one) => ({ ...one, boundTo: null }));
        for (const id of calls) {
          const counter = { ...quay1, id };
          const streaks: Streaks = {
            ofCounter: perCounter.get(id) ?? 0,
            ofLane: (letter) => perLane.get(letter) ?? 0,
          };
          const choice = chooseNext(left, counter, streaks, usualRules, now);
          if (choice === null) break;
          const { line, priority } = choice.ticket;
          const othersWait = left.some((other) => other.line === line && other.priority === null);
          const after = afterCall(streaks, choice.ticket);
          if (priority !== null && othersWait)
            expect(after.ofLane(line)).toBeLessThanOrEqual(usualRules.priorityInARow);
          perCounter.set(id, after.ofCounter);
          perLane.set(line, after.ofLane(line));
          left = left.filter((other) => other.id !== choice.ticket.id);
        }
      },
    ),
  );
});

test('the next few shown are those that would be called one after the other', () => {
  fc.assert(
    fc.property(waiting, (tickets) => {
      const shown = nextInLine(3, tickets, quay1, noStreaks, usualRules, now);
      const first = chooseNext(tickets, quay1, noStreaks, usualRules, now);
      expect(shown[0]?.label).toBe(first?.ticket.label);
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
      expect(shown.length).toBe(Math.min(3, tickets.filter(mine).length));
    }),
  );
});

const one = (label: string, minutesAgo: number, more: Partial<Waiting> = {}): Waiting => ({
  id: label,
  label,
  lane: label.charAt(0),
  line: label.charAt(0),
  number: Number(label.slice(1)),
  rank: now - minutesAgo * 60_000,
  priority: null,
  boundTo: null,
  ...more,
});

test.each([
  ['the longest waiting', [one('A001', 9), one('B001', 10)], 0, 'B001', { why: 'longest-waiting' }],
  [
    'a holder of priority before those who have waited longer',
    [one('A001', 30), one('A002', 1, { priority: 'elderly' })],
    0,
    'A002',
    { why: 'priority', class: 'elderly', inARow: 1 },
  ],
  [
    'somebody else after three holders of priority',
    [one('A001', 30), one('A002', 40, { priority: 'elderly' })],
    3,
    'A001',
    { why: 'turn-of-others', inARow: 3 },
  ],
  [
    'a holder of priority after three others like them when nobody else waits',
    [one('A002', 40, { priority: 'elderly' })],
    3,
    'A002',
    { why: 'priority', class: 'elderly', inARow: 4 },
  ],
  [
    'its own lane before one it helps in',
    [one('A001', 1), one('C001', 5)],
    0,
    'A001',
    { why: 'longest-waiting' },
  ],
  [
    'the lane it helps in once that has waited far longer',
    [one('A001', 1), one('C001', 12)],
    0,
    'C001',
    { why: 'helps-out', lane: 'C' },
  ],
  [
    'nobody early for an appointment while others wait',
    [one('A001', 1), one('A002', -20, { priority: 'appointment' })],
    0,
    'A001',
    { why: 'longest-waiting' },
  ],
  [
    'who is early for an appointment when nobody else waits',
    [one('A002', -20, { priority: 'appointment' })],
    0,
    'A002',
    { why: 'priority', class: 'appointment', inARow: 1 },
  ],
] as const)('a counter calls %s', (_, tickets, inARow, label, reason) => {
  const streaks = { ofCounter: inARow, ofLane: () => inARow };
  const choice = chooseNext(tickets, quay1, streaks, usualRules, now);
  expect(choice?.ticket.label).toBe(label);
  expect(choice?.reason).toEqual(reason);
});

test('who was missed comes back behind a few the first time, then at the end, then not at all', () => {
  const ranks = [1, 2, 3, 4, 5].map((minute) => now - (10 - minute) * 60_000);
  expect(rankOfReturn(0, ranks, now, usualRules)).toEqual({ ok: true, value: ranks[2] });
  expect(rankOfReturn(0, ranks.slice(0, 2), now, usualRules)).toEqual({ ok: true, value: now });
  expect(rankOfReturn(1, ranks, now, usualRules)).toEqual({ ok: true, value: now });
  expect(rankOfReturn(2, ranks, now, usualRules)).toEqual({ ok: false, error: 'too-many-returns' });
});

test('numbers run without gaps to the last one, with a fourth digit when three are used up, and then say so', () => {
  expect(nextNumber(0)).toEqual({ ok: true, value: 1 });
  expect(nextNumber(lastNumber - 1)).toEqual({ ok: true, value: lastNumber });
  expect(nextNumber(lastNumber)).toEqual({ ok: false, error: 'numbers-exhausted' });
  expect([12, 999, 1000].map((number) => ticketLabel('A', number))).toEqual(['A012', 'A999', 'A1000']);
});
