import { assert, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterWrongCode,
  afterWrongPin,
  codesForgottenMs,
  freshGuard,
  longestBlockMs,
  secondsBlocked,
} from '../../../core/flows/sign-in.ts';

const noon = Date.parse('2026-11-24T12:00:00+07:00');

test('three wrong PINs are free, then each next try waits twice as long, up to five minutes', () => {
  let guard = freshGuard;
  const waits = Array.from({ length: 10 }, () => {
    guard = afterWrongPin(guard, noon);
    return secondsBlocked(guard, noon);
  });
  expect(waits).toEqual([0, 0, 10, 20, 40, 80, 160, 300, 300, 300]);
});

test('five wrong codes are free, then each next one waits twice as long; those of an hour ago do not count', () => {
  let guard = freshGuard;
  const waits = Array.from({ length: 11 }, () => {
    guard = afterWrongCode(guard, noon);
    return secondsBlocked(guard, noon);
  });
  expect(waits).toEqual([0, 0, 0, 0, 20, 40, 80, 160, 300, 300, 300]);
  const later = afterWrongCode(guard, noon + 300_000 + codesForgottenMs + 1);
  expect(later.wrong).toBe(1);
});

test('a thousand wrong PINs at the first moment each is allowed take more than three days', () => {
  let guard = freshGuard;
  let now = noon;
  for (let tries = 0; tries < 1000; tries += 1) {
    now += secondsBlocked(guard, now) * 1000;
    guard = afterWrongPin(guard, now);
  }
  expect(now - noon).toBeGreaterThan(3 * 24 * 60 * 60 * 1000);
});

test('nobody is ever held up for longer than the longest block, whatever becomes of the clock', () => {
  assert(
    property(nat(2000), integer({ min: -1e12, max: 1e12 }), (wrong, jump) => {
      const guard = afterWrongPin({ wrong, blockedUntil: 0 }, noon);
      const seconds = secondsBlocked(guard, noon + jump);
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(seconds * 1000).toBeLessThanOrEqual(longestBlockMs);
      expect(secondsBlocked(guard, noon + longestBlockMs)).toBe(0);
    }),
  );
});
