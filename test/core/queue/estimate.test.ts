import { expect, test } from 'vitest';
import { recentArrivals } from '../../../core/queue/arrivals.ts';
import type { Waiting } from '../../../core/queue/choose.ts';
import { estimate, mostWaiting, type Wait } from '../../../core/queue/estimate.ts';
import type { Hall, OpenCounter } from '../../../core/queue/hall.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { leastSamples, measureServiceTimes, type ServiceSample } from '../../../core/queue/service-times.ts';
import { waitingMinutes } from '../../../core/queue/waiting-minutes.ts';

const minute = 60_000;
const now = Date.parse('2026-11-24T09:00:00+07:00');

/** Services of 4 to 16 minutes, 10 in the middle. */
const measured = (line: string, count = 60): ServiceSample[] =>
  Array.from({ length: count }, (_, index) => ({
    line,
    at: now - (index + 1) * 10 * minute,
    ms: (4 + (index % 13)) * minute,
    served: true,
  }));
const quay = (id: string, more: Partial<OpenCounter> = {}): OpenCounter => ({
  id,
  lanes: ['A'],
  helps: [],
  streak: 0,
  present: { line: 'A', since: now, isServing: true },
  ...more,
});
const waiting = (count: number, more: Partial<Waiting> = {}): Waiting[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${more.line ?? 'A'}${index}`,
    label: '',
    lane: 'A',
    line: 'A',
    number: index + 1,
    rank: now - (count - index) * minute,
    priority: null,
    boundTo: null,
    ...more,
  }));
function hall(more: Partial<Hall> = {}): Hall {
  return {
    now,
    rules: usualRules,
    waiting: [],
    counters: [quay('quay-1')],
    streakOfLane: () => 0,
    serviceTimes: measureServiceTimes(measured('A'), now),
    arrivals: [],
    sessions: [],
    ...more,
  };
}
function nextOf(more: Partial<Hall>, line = 'A', isPriority = false): Wait {
  const wait = estimate(hall(more)).next(line, isPriority);
  if (wait === null) throw new Error('nothing was said');
  return wait;
}
const inMinutes = (ms: number) => ms / minute;

test('with a free counter nobody waits', () => {
  expect(nextOf({ counters: [quay('quay-1', { present: null })] })).toMatchObject({ from: 0, to: 0 });
});

test('ten people at one counter of ten minutes wait about a hundred, and the range holds that', () => {
  const wait = nextOf({ waiting: waiting(9) });
  expect(inMinutes(wait.likely)).toBeGreaterThan(80);
  expect(inMinutes(wait.likely)).toBeLessThan(120);
  expect(wait.from).toBeLessThan(wait.likely);
  expect(wait.to).toBeGreaterThan(wait.likely);
});

test('more people, fewer counters and a queue of priority make a wait longer', () => {
  const usual = nextOf({ waiting: waiting(6), counters: [quay('quay-1'), quay('quay-2')] });
  expect(nextOf({ waiting: waiting(12), counters: [quay('quay-1'), quay('quay-2')] }).likely).toBeGreaterThan(
    usual.likely,
  );
  expect(nextOf({ waiting: waiting(6) }).likely).toBeGreaterThan(usual.likely);
  const many = { line: 'A', isPriority: true, count: 6, spanMs: 60 * minute };
  expect(nextOf({ waiting: waiting(6), arrivals: [many] }).likely).toBeGreaterThan(
    nextOf({ waiting: waiting(6) }).likely,
  );
});

test('a holder of priority waits for those of priority, not for all who came before', () => {
  const busy = { waiting: waiting(8) };
  expect(inMinutes(nextOf(busy, 'A', true).to)).toBeLessThan(20);
  expect(inMinutes(nextOf(busy, 'A', false).from)).toBeGreaterThan(50);
});

test('one who waits already is told the own wait', () => {
  const estimated = estimate(hall({ waiting: waiting(5) }), ['A0', 'A4', 'nobody']);
  const first = estimated.ticket('A0');
  const last = estimated.ticket('A4');
  expect(first?.likely).toBeLessThan(last?.likely ?? 0);
  expect(estimated.ticket('nobody')).toBeNull();
});

test('the longer somebody is served, the sooner the counter is free, until that lasts longer than any did', () => {
  const passed = (minutes: number) =>
    nextOf({
      counters: [quay('quay-1', { present: { line: 'A', since: now - minutes * minute, isServing: true } })],
    });
  expect(passed(8).likely).toBeLessThan(passed(0).likely);
  expect(passed(60).to).toBeGreaterThan(passed(14).to);
});

test('people who were sent to a closed counter hold nobody up; those sent to this one do', () => {
  const free = nextOf({});
  expect(nextOf({ waiting: waiting(5, { boundTo: 'quay-9' }) })).toEqual(free);
  expect(nextOf({ waiting: waiting(5, { boundTo: 'quay-1' }) }).likely).toBeGreaterThan(free.likely);
});

test('a counter that helps out makes the wait of another lane shorter', () => {
  const lanes = { waiting: waiting(6, { line: 'B', lane: 'B' }) };
  const times = measureServiceTimes([...measured('A'), ...measured('B')], now);
  const alone = { ...lanes, serviceTimes: times, counters: [quay('quay-1', { lanes: ['B'] })] };
  const helped = { ...alone, counters: [...alone.counters, quay('quay-2', { helps: ['B'] })] };
  expect(nextOf(helped, 'B').likely).toBeLessThan(nextOf(alone, 'B').likely);
});

test('over noon nobody is told less than the end of the break', () => {
  const sessions = [
    { from: now - 2 * 60 * minute, to: now + minute },
    { from: now + 92 * minute, to: now + 300 * minute },
  ];
  const later = nextOf({ sessions, now: now + 2 * minute });
  expect(inMinutes(later.from)).toBeGreaterThanOrEqual(90);
  expect(waitingMinutes(later)?.from).toBeGreaterThanOrEqual(90);
  expect(inMinutes(nextOf({ sessions, waiting: waiting(3) }).from)).toBeGreaterThan(92);
  expect(inMinutes(nextOf({ waiting: waiting(3) }).from)).toBeLessThan(92);
});

test.each([
  ['no counter is open', { counters: [] }],
  ['the open counters serve other lanes', { counters: [quay('quay-1', { lanes: ['B'] })] }],
  ['too little was measured', { serviceTimes: measureServiceTimes(measured('A', leastSamples - 1), now) }],
  ['too many wait to play it through', { waiting: waiting(mostWaiting + 1) }],
])('nothing is said when %s', (_, more) => {
  expect(estimate(hall(more)).next('A', false)).toBeNull();
});

test('two looks at one hall say the same', () => {
  const busy = { waiting: waiting(20) };
  expect(nextOf(busy)).toEqual(nextOf(busy));
});

test('what was measured lately weighs more than weeks ago, and another lane fills up what is missing', () => {
  const old = measured('A').map((sample) => ({
    ...sample,
    ms: 30 * minute,
    at: now - 28 * 24 * 60 * minute,
  }));
  const middle = (samples: ServiceSample[], line = 'A') =>
    inMinutes(measureServiceTimes(samples, now)(line)?.times[100] ?? 0);
  expect(middle(old)).toBe(30);
  expect(middle([...old, ...measured('A')])).toBeLessThan(14);
  expect(middle(measured('A'), 'B')).toBeCloseTo(10, 0);
});

test('those who do not come are measured too', () => {
  const missed = measured('A', 30).map((sample) => ({ ...sample, ms: 2 * minute, served: false }));
  const times = measureServiceTimes([...measured('A'), ...missed], now)('A');
  expect(times?.missedShare).toBeCloseTo(0.31, 1);
  expect(times?.missedMs).toBe(2 * minute);
  const free = measureServiceTimes(measured('A'), now);
  const withMissed = measureServiceTimes([...measured('A'), ...missed], now);
  expect(nextOf({ waiting: waiting(9), serviceTimes: withMissed }).likely).toBeLessThan(
    nextOf({ waiting: waiting(9), serviceTimes: free }).likely,
  );
});

test('arrivals count over the last three quarters of an hour, early in the day over less', () => {
  const issued = [5, 20, 44, 46].map((ago) => ({ line: 'A', isPriority: false, at: now - ago * minute }));
  const of = (firstAgo: number) => recentArrivals(issued, ['A'], now - firstAgo * minute, now)[1];
  expect(of(120)).toEqual({ line: 'A', isPriority: false, count: 3, spanMs: 45 * minute });
  expect(of(20)?.spanMs).toBe(30 * minute);
});

const wait = (from: number, to: number, atLeast = 0): Wait => ({
  from: from * minute,
  likely: ((from + to) / 2) * minute,
  to: to * minute,
  atLeast: atLeast * minute,
});
test.each([
  [wait(0, 0), { from: 0, to: 5 }],
  [wait(1.2, 3.9), { from: 0, to: 5 }],
  [wait(11, 19), { from: 10, to: 20 }],
  [wait(14, 16), { from: 15, to: 20 }],
  [wait(91, 93, 91), { from: 95, to: 100 }],
  [wait(60, 400), null],
  [null, null],
])('people are told fives of minutes: %j', (given, told) => {
  expect(waitingMinutes(given)).toEqual(told);
});
