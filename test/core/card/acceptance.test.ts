import { expect, test } from 'vitest';
import { createAcceptance } from '../../../core/card/acceptance.ts';

test('a text is sent when it is first read, and only once', () => {
  const isWorthSending = createAcceptance();
  expect(isWorthSending('card', 0)).toBe(true);
  expect(isWorthSending('card', 80)).toBe(false);
  expect(isWorthSending('card', 160)).toBe(false);
});

test('a card held on after a refusal is asked about again only after a while', () => {
  const isWorthSending = createAcceptance();
  const sentAt = [];
  for (let atMs = 0; atMs <= 12_000; atMs += 100) if (isWorthSending('card', atMs)) sentAt.push(atMs);
  expect(sentAt).toEqual([0, 5000, 10_000]);
});

test('another card is sent at once', () => {
  const isWorthSending = createAcceptance();
  expect(isWorthSending('wrong', 0)).toBe(true);
  expect(isWorthSending('right', 80)).toBe(true);
});
