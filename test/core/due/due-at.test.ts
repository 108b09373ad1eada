import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt, dueInPhases } from '../../../core/due/due-at.ts';
import { explainDue } from '../../../core/due/explain.ts';
import type { TimeLimit } from '../../../core/due/time-limit.ts';
import { workCalendar, type WorkCalendar } from '../../../core/due/work-calendar.ts';
import { slowDueAt } from './slow-calendar.ts';

const hours = [
  { from: '07:00', to: '11:00' },
  { from: '13:00', to: '17:00' },
];
const named = (day: string, name: string) => ({ day, name, isUncertain: false });
const calendar: WorkCalendar = workCalendar.parse({
  week: [hours, hours, hours, hours, hours, [], []],
  holidays: [named('2026-12-31', 'Nghỉ hoán đổi'), named('2027-01-01', 'Tết Dương lịch')],
  swapped: [{ ...named('2027-01-09', 'Làm bù'), likeWeekday: 3 }],
});
const at = (text: string) => Date.parse(`${text}:00+07:00`);
const sameDay: TimeLimit = { unit: 'same-day', lateFrom: '15:00' };
const working = (count: number): TimeLimit => ({ unit: 'working-days', count });
const days = (count: number): TimeLimit => ({ unit: 'days', count });

test.each([
  ['in the morning, the same day', sameDay, '2026-11-27T08:30', '2026-11-27T17:00'],
  ['at 14:59, the same day', sameDay, '2026-11-27T14:59', '2026-11-27T17:00'],
  ['at 15:20 on a Friday, Monday', sameDay, '2026-11-27T15:20', '2026-11-30T17:00'],
  ['on a Sunday, Monday', sameDay, '2026-11-29T10:00', '2026-11-30T17:00'],
  ['over noon, the same day', sameDay, '2026-11-27T12:10', '2026-11-27T17:00'],
  ['late before the holidays, after them', sameDay, '2026-12-30T15:00', '2027-01-04T17:00'],
  ['three working days over a weekend', working(3), '2026-11-26T09:00', '2026-12-01T17:00'],
  ['three working days over the turn of the year', working(3), '2026-12-30T09:00', '2027-01-06T17:00'],
  ['a swapped Saturday is worked', working(1), '2027-01-08T09:00', '2027-01-09T17:00'],
  ['after hours counts from the next working day', working(1), '2026-11-26T17:00', '2026-11-30T17:00'],
  ['fifteen days end on a working day', days(15), '2026-11-24T09:00', '2026-12-09T17:00'],
  ['days that end on a Saturday go on to Monday', days(4), '2026-11-24T09:00', '2026-11-30T17:00'],
  ['days that end on a holiday go on behind it', days(1), '2026-12-30T09:00', '2027-01-04T17:00'],
  [
    'eight working hours over noon',
    { unit: 'working-hours', count: 8 },
    '2026-11-27T10:00',
    '2026-11-30T10:00',
  ],
  [
    'eight working hours of a whole day',
    { unit: 'working-hours', count: 8 },
    '2026-11-27T07:00',
    '2026-11-27T17:00',
  ],
] as const)('received %s', (_, limit, received, due) => {
  const result = dueAt(limit, at(received), calendar);
  expect(result.ok && new Date(result.value.at).toISOString()).toBe(new Date(at(due)).toISOString());
});

test('the second phase begins when the first is due', () => {
  const phases = dueInPhases([working(2), days(3)], at('2026-11-26T09:00'), calendar);
  expect(phases.ok && phases.value.map((due) => due.at)).toEqual([
    at('2026-11-30T17:00'),
    at('2026-12-03T17:00'),
  ]);
});

test('every due time is the one of a slow and independent count', () => {
  const limits = fc.oneof(
    fc.constant(sameDay),
    fc.integer({ min: 1, max: 40 }).map(working),
    fc.integer({ min: 1, max: 60 }).map(days),
  );
  const someDay = fc
    .integer({ min: 0, max: 60 })
    .map((offset) =>
      new Date(Date.parse('2026-12-01T00:00:00Z') + offset * 86_400_000).toISOString().slice(0, 10),
    );
  const calendars = fc
    .record({
      holidays: fc.uniqueArray(someDay, { maxLength: 20 }),
      swapped: fc.uniqueArray(someDay, { maxLength: 6 }),
      saturday: fc.boolean(),
    })
    .map(({ holidays, swapped, saturday }) =>
      workCalendar.parse({
        week: [hours, hours, hours, hours, hours, saturday ? hours.slice(0, 1) : [], []],
        holidays: holidays.map((day) => named(day, 'Lễ')),
        swapped: swapped
          .filter((day) => !holidays.includes(day))
          .map((day) => ({ ...named(day, 'Làm bù'), likeWeekday: 0 })),
      }),
    );
  const received = fc.integer({ min: at('2026-11-25T00:00'), max: at('2027-02-10T00:00') });
  fc.assert(
    fc.property(limits, received, calendars, (limit, receivedAt, of) => {
      const due = dueAt(limit, receivedAt, of);
      expect(due.ok && due.value.at).toBe(slowDueAt(limit, receivedAt, of));
    }),
    { numRuns: 400 },
  );
});

test('office hours are counted as minute by minute', () => {
  const received = fc
    .integer({ min: at('2026-12-25T00:00') / 60_000, max: at('2027-01-12T00:00') / 60_000 })
    .map((minutes) => minutes * 60_000);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), received, (count, receivedAt) => {
      const limit: TimeLimit = { unit: 'working-hours', count };
      const due = dueAt(limit, receivedAt, calendar);
      expect(due.ok && due.value.at).toBe(slowDueAt(limit, receivedAt, calendar));
    }),
    { numRuns: 100 },
  );
});

test('who asks why is told every step', () => {
  const receivedAt = at('2026-11-27T15:20');
  const due = dueAt(sameDay, receivedAt, calendar);
  expect(due.ok && explainDue(sameDay, receivedAt, due.value)).toEqual([
    'Nhận lúc 15:20, thứ Sáu, 27/11/2026.',
    'Nhận sau giờ chót trong ngày nên trả vào ngày làm việc tiếp theo.',
    'Thời hạn: trong ngày; nhận từ 15:00 trở đi thì ngày làm việc tiếp theo.',
    'Không tính ngày nghỉ: thứ Bảy, 28/11/2026; Chủ nhật, 29/11/2026.',
    'Hẹn trả kết quả: 17:00, thứ Hai, 30/11/2026.',
  ]);
});

test('of a limit in days only those days off are told that put it off', () => {
  const due = dueAt(days(11), at('2026-11-24T09:00'), calendar);
  expect(due.ok && due.value.days.filter(({ as }) => as !== 'counted')).toEqual([
    { day: '2026-11-24', as: 'received', name: null },
    { day: '2026-12-05', as: 'week-off', name: null },
    { day: '2026-12-06', as: 'week-off', name: null },
  ]);
});

test('a calendar without working days for two months gives no due time', () => {
  const closed = workCalendar.parse({
    ...calendar,
    holidays: Array.from({ length: 70 }, (_, index) =>
      named(new Date(at('2026-11-28T12:00') + index * 86_400_000).toISOString().slice(0, 10), 'Nghỉ'),
    ),
    swapped: [],
  });
  expect(dueAt(working(1), at('2026-11-27T09:00'), closed)).toEqual({ ok: false, error: 'no-working-day' });
});

test.each([
  [{ week: [[], [], [], [], [], [], []] }, 'week'],
  [{ week: [[{ from: '11:00', to: '07:00' }], hours, hours, hours, hours, [], []] }, 'week'],
  [{ holidays: [named('2027-01-01', 'Tết'), named('2027-01-01', 'Tết')] }, 'holidays'],
  [{ swapped: [{ ...named('2027-01-01', 'Làm bù'), likeWeekday: 1 }] }, 'swapped'],
])('a calendar that contradicts itself is refused (%j)', (change, field) => {
  expect(workCalendar.safeParse({ ...calendar, ...change }).error?.issues[0]?.path[0]).toBe(field);
});

test('the calendar that comes with the kiosk can be read', () => {
  const text = readFileSync(new URL('../../../resources/work-calendar.json', import.meta.url), 'utf8');
  expect(workCalendar.safeParse(JSON.parse(text)).success).toBe(true);
});
