import { expect, test } from 'vitest';
import { createAcceptance } from '../../renderer/scan/acceptance.ts';

test('a text counts when it was read twice in a row, and is sent once', () => {
  const isWorthSending = createAcceptance();
  expect(isWorthSending('card', 0)).toBe(false);
  expect(isWorthSending('card', 80)).toBe(true);
  expect(isWorthSending('card', 160)).toBe(false);
  expect(isWorthSending('card', 240)).toBe(false);
});

test('one misread frame between two good ones starts the count again', () => {
  const isWorthSending = createAcceptance();
  expect(isWorthSending('card', 0)).toBe(false);
  expect(isWorthSending('cord', 80)).toBe(false);
  expect(isWorthSending('card', 160)).toBe(false);
  expect(isWorthSending('card', 240)).toBe(true);
});

test('two readings long apart do not confirm each other', () => {
  const isWorthSending = createAcceptance();
  expect(isWorthSending('card', 0)).toBe(false);
  expect(isWorthSending('card', 4000)).toBe(false);
  expect(isWorthSending('card', 4080)).toBe(true);
});

test('a card held on after a refusal is asked about again only after a while', () => {
  const isWorthSending = createAcceptance();
  const sentAt = [];
  for (let atMs = 0; atMs <= 12_000; atMs += 100) if (isWorthSending('card', atMs)) sentAt.push(atMs);
  expect(sentAt).toEqual([100, 5100, 10_100]);
});

test('another card is sent at once', () => {
  const isWorthSending = createAcceptance();
  isWorthSending('wrong', 0);
  expect(isWorthSending('wrong', 80)).toBe(true);
  isWorthSending('right', 160);
  expect(isWorthSending('right', 240)).toBe(true);
});
