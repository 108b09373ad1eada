import { expect, test } from 'vitest';
import { takeToken } from '../../renderer/station-token.ts';

function page(hash: string, stored: Record<string, string> = {}) {
  const kept = new Map(Object.entries(stored));
  let cleared = 0;
  return {
    kept,
    cleared: () => cleared,
    take: () =>
      takeToken({
        hash,
        storage: {
          getItem: (key) => kept.get(key) ?? null,
          setItem: (key, value) => void kept.set(key, value),
        },
        clearHash: () => (cleared += 1),
      }),
  };
}

test('the token leaves the address and is found again after a reload', () => {
  const first = page('#token=abc-123_XYZ');
  expect(first.take()).toBe('abc-123_XYZ');
  expect(first.cleared()).toBe(1);
  const reloaded = page('', Object.fromEntries(first.kept));
  expect(reloaded.take()).toBe('abc-123_XYZ');
  expect(reloaded.cleared()).toBe(0);
});

test('a new address wins over what was kept', () => {
  expect(page('#token=new', { 'station-token': 'old' }).take()).toBe('new');
});

test('signs that mean something in an address survive', () => {
  expect(page('#token=a+b%2Fc%3D').take()).toBe('a+b/c=');
});

test('a screen that never got one has none', () => {
  expect(page('').take()).toBeNull();
  expect(page('#token=').take()).toBeNull();
  expect(page('#nottoken=abc').take()).toBeNull();
});
