import { expect, test } from 'vitest';
import fc from 'fast-check';
import { plain, searchProcedures } from '../../renderer/screens/kiosk/search.ts';
import { plainWordsFor, topicsOf } from '../../renderer/screens/kiosk/topics.ts';
import { summaries } from './fixtures.ts';

const namesFor = (typed: string) => searchProcedures(summaries, typed, plainWordsFor).map(({ name }) => name);

test('marks, case and punctuation do not matter', () => {
  expect(plain('  Cấp ĐỔI: Giấy phép   lái xe ')).toBe('cap doi giay phep lai xe');
  expect(plain('Trường'.normalize('NFD'))).toBe(plain('Trường'.normalize('NFC')));
  expect(namesFor('KHAI SINH')).toEqual(namesFor('khai sinh'));
  expect(namesFor('khai sinh')).toEqual(namesFor('khái sình'));
});

test('a name is found by its words in any order, the last one unfinished', () => {
  expect(namesFor('khai sin')).toContain('Đăng ký khai sinh');
  expect(namesFor('sinh khai')).toContain('Đăng ký khai sinh');
  expect(namesFor('hai sinh')).not.toContain('Đăng ký khai sinh');
});

test('an everyday word finds what the official name calls otherwise', () => {
  expect(namesFor('so do')).toContain('Tách thửa hoặc hợp thửa đất');
  expect(namesFor('bang lai')).toContain('Đổi giấy phép lái xe');
  expect(searchProcedures(summaries, 'bang lai')).toEqual([]);
});

test('procedures named so come before those only found so', () => {
  const found = namesFor('khai sinh');
  const firstElsewhere = found.findIndex((name) => !plain(name).includes('khai sinh'));
  expect(firstElsewhere).toBeGreaterThan(0);
  expect(found.slice(firstElsewhere).some((name) => plain(name).includes('khai sinh'))).toBe(false);
});

test('nothing typed, or something unheard of, finds nothing', () => {
  expect(namesFor('   ')).toEqual([]);
  expect(namesFor('xyzzy')).toEqual([]);
});

test('every procedure is found by its own name, whatever part of it is typed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...summaries), fc.nat(), (procedure, cut) => {
      const typed = plain(procedure.name);
      const part = typed.slice(0, 1 + (cut % typed.length));
      expect(searchProcedures(summaries, part)).toContain(procedure);
    }),
  );
});

test('every procedure stands behind exactly one topic, also one of a field nobody has heard of', () => {
  const stranger = { ...summaries[0]!, code: '9.999999', field: 'Lĩnh vực mới' };
  const all = [...summaries, stranger];
  const shown = topicsOf(all).flatMap((topic) => topic.procedures);
  expect(shown).toHaveLength(all.length);
  expect(new Set(shown.map(({ code }) => code)).size).toBe(all.length);
  expect(topicsOf(all).at(-1)).toMatchObject({ id: 'other', procedures: [stranger] });
});

test('no topic is shown with nothing behind it, and the whole catalogue fits on one page', () => {
  const topics = topicsOf(summaries);
  expect(topics.every((topic) => topic.procedures.length > 0)).toBe(true);
  expect(topics.length).toBeLessThanOrEqual(11);
  expect(topicsOf([])).toEqual([]);
});
