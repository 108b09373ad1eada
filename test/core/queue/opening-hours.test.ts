import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDay } from '../../../core/queue/business-day.ts';
import { openingAt, openingHours, type OpeningHours } from '../../../core/queue/opening-hours.ts';

const office = [
  { from: '07:00', to: '11:30' },
  { from: '13:00', to: '17:00' },
];
const hours: OpeningHours = {
  week: [office, office, office, office, office, [], []],
  closedDays: [{ day: '2026-11-25', name: 'Ngày lễ thử' }],
  lastTicketMinutes: 15,
};
const at = (text: string) => Date.parse(`${text}:00+07:00`);

test.each([
  ['2026-11-24T06:59', { at: 'closed', why: 'before', opensAt: at('2026-11-24T07:00') }],
  ['2026-11-24T07:00', { at: 'open', lastTicketAt: at('2026-11-24T16:45') }],
  ['2026-11-24T11:29', { at: 'open' }],
  ['2026-11-24T11:30', { at: 'closed', why: 'break', opensAt: at('2026-11-24T13:00') }],
  ['2026-11-24T16:44', { at: 'open' }],
  // The day after is a holiday.
  ['2026-11-24T16:45', { at: 'closed', why: 'after', name: null, opensAt: at('2026-11-26T07:00') }],
  ['2026-11-25T09:00', { at: 'closed', why: 'day-off', name: 'Ngày lễ thử' }],
  // Friday evening, then the weekend.
  ['2026-11-27T20:00', { at: 'closed', why: 'after', opensAt: at('2026-11-30T07:00') }],
  ['2026-11-28T09:00', { at: 'closed', why: 'day-off', opensAt: at('2026-11-30T07:00') }],
])('at %s the centre says %o', (moment, opening) => {
  expect(openingAt(hours, at(moment))).toMatchObject(opening);
});

test('a centre without hours is always open, and one that never opens names no time', () => {
  expect(openingAt(null, at('2026-11-24T03:00'))).toEqual({ at: 'open', lastTicketAt: null });
  const never = { ...hours, week: [[], [], [], [], [], [], []] };
  expect(openingAt(never, at('2026-11-24T09:00'))).toMatchObject({ at: 'closed', opensAt: null });
});

test('whenever it is closed, the time it names is the next at which it is open', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 21 * 24 * 60 }), (minutes) => {
      const now = at('2026-11-20T00:00') + minutes * 60_000;
      const opening = openingAt(hours, now);
      if (opening.at === 'open') return;
      const opensAt = opening.opensAt ?? 0;
      expect(opensAt).toBeGreaterThan(now);
      expect(openingAt(hours, opensAt).at).toBe('open');
      expect(openingAt(hours, opensAt - 60_000).at).toBe('closed');
    }),
  );
});

test.each([
  ['ends before it begins', [{ from: '11:00', to: '07:00' }]],
  [
    'overlaps another',
    [
      { from: '07:00', to: '12:00' },
      { from: '11:00', to: '17:00' },
    ],
  ],
  ['is no time', [{ from: '7h', to: '11:00' }]],
])('hours with a session that %s are refused', (_, sessions) => {
  const parsed = openingHours.safeParse({ ...hours, week: [sessions, [], [], [], [], [], []] });
  expect(parsed.success).toBe(false);
});

test('the business day is the local day, except that a clock set back a little does not bring yesterday back', () => {
  const newest = { day: '2026-11-25', at: at('2026-11-25T00:05') };
  expect(businessDay(at('2026-11-24T23:55'), newest)).toBe('2026-11-25');
  expect(businessDay(at('2026-11-25T08:00'), newest)).toBe('2026-11-25');
  expect(businessDay(at('2026-11-26T00:00'), newest)).toBe('2026-11-26');
  expect(businessDay(at('2026-11-24T08:00'), newest)).toBe('2026-11-24');
  expect(businessDay(at('2026-11-24T08:00'), null)).toBe('2026-11-24');
  // 17:30 in UTC is already the next day here, whatever zone the machine is in.
  expect(businessDay(Date.parse('2026-11-24T17:30:00Z'), null)).toBe('2026-11-25');
});
