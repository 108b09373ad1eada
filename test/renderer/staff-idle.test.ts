import { expect, test } from 'vitest';
import { createIdleWatch, lockAfterMs, noticeMs } from '../../renderer/screens/counter/idle-watch.ts';
import { copyText } from '../../renderer/screens/counter/copy-text.ts';
import { createHandClock } from '../core/hand-clock.ts';

function setup() {
  const clock = createHandClock();
  const notices: (number | null)[] = [];
  let locks = 0;
  const watch = createIdleWatch({
    clock,
    notice: (secondsLeft) => notices.push(secondsLeft),
    lock: () => (locks += 1),
  });
  return { clock, watch, notices, locks: () => locks };
}

test('a counter nobody touches says so for half a minute, second by second, and locks', () => {
  const { clock, notices, locks } = setup();
  clock.advance(lockAfterMs - noticeMs - 1);
  expect(notices).toEqual([]);
  clock.advance(noticeMs);
  expect(notices).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index));
  expect(locks()).toBe(0);
  clock.advance(1);
  expect(locks()).toBe(1);
});

test('a touch starts the time anew, and during the notice does nothing but end it', () => {
  const { clock, watch, notices, locks } = setup();
  clock.advance(lockAfterMs - noticeMs - 5000);
  expect(watch.touch()).toBe(false);
  clock.advance(lockAfterMs - 10_000);
  expect(notices.at(-1)).toBe(10);
  expect(watch.touch()).toBe(true);
  expect(notices.at(-1)).toBeNull();
  clock.advance(lockAfterMs - noticeMs - 1000);
  expect(notices.at(-1)).toBeNull();
  expect(locks()).toBe(0);
});

test('a machine that slept through the notice locks as soon as it wakes', () => {
  const { clock, locks } = setup();
  clock.set(clock.now() + 8 * 60 * 60 * 1000);
  clock.advance(1000);
  expect(locks()).toBeGreaterThanOrEqual(1);
});

test('a wall clock set back does not keep the counter open for a day', () => {
  const clock = createHandClock();
  let setBackMs = 0;
  let locks = 0;
  createIdleWatch({
    clock: { now: () => clock.now() - setBackMs, after: (ms, callback) => clock.after(ms, callback) },
    notice: () => {},
    lock: () => (locks += 1),
  });
  clock.advance(60_000);
  setBackMs = 24 * 60 * 60 * 1000;
  clock.advance(lockAfterMs + 1000);
  expect(locks).toBeGreaterThan(0);
});

test('a watch that was stopped neither speaks nor locks', () => {
  const { clock, watch, notices, locks } = setup();
  watch.stop();
  clock.advance(2 * lockAfterMs);
  expect(notices).toEqual([null]);
  expect(locks()).toBe(0);
});

test.each([
  ['the browser’s clipboard', { writeText: async () => {} }, false, true],
  ['the old way where there is none', undefined, true, true],
  [
    'the old way where the browser forbids it',
    { writeText: () => Promise.reject(new Error('no')) },
    true,
    true,
  ],
  ['neither, and says so', undefined, false, false],
])('a field is copied by %s', async (_how, modern, oldWorks, isCopied) => {
  expect(await copyText('095183990015', { modern, old: () => oldWorks })).toBe(isCopied);
});
