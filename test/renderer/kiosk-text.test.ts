import { expect, test } from 'vitest';
import { formatTime, formatVnd } from '../../renderer/text/format.ts';
import { kioskEn } from '../../renderer/text/kiosk.en.ts';
import { kioskVi } from '../../renderer/text/kiosk.vi.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] satisfies [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

const blanks = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => String(name))
    .toSorted((one, other) => one.localeCompare(other));

test('money is written with dots and the đồng sign', () => {
  expect(formatVnd(20000)).toBe('20.000 đ');
  expect(formatVnd(500)).toBe('500 đ');
  expect(formatVnd(1250000)).toBe('1.250.000 đ');
});

test('times are those of the centre, on a 24-hour clock', () => {
  expect(formatTime(Date.UTC(2026, 2, 16, 2, 5))).toBe('09:05');
  expect(formatTime(Date.UTC(2026, 2, 16, 17, 0))).toBe('00:00');
});

test('both languages fill the same blanks', () => {
  const english = new Map(leaves(kioskEn));
  for (const [path, text] of leaves(kioskVi))
    expect([path, blanks(english.get(path) ?? '')]).toEqual([path, blanks(text)]);
});

test('no text is empty, and all of it is composed Unicode', () => {
  for (const [path, text] of [...leaves(kioskVi), ...leaves(kioskEn)]) {
    expect([path, text.trim()]).not.toEqual([path, '']);
    expect(text).toBe(text.normalize('NFC'));
  }
});
