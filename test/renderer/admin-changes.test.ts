import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centreConfig } from '../../core/centre-config.ts';
import type { CentreConfig } from '../../core/contract.ts';
import { dayTyped } from '../../renderer/screens/admin/form/day-typed.ts';
import {
  usualHours,
  withMondayCopied,
  withSession,
} from '../../renderer/screens/admin/hours/week-changes.ts';
import {
  freeLetters,
  partOf,
  withField,
  withLetter,
  withNewClass,
  withNewCounter,
  withNewLane,
  withNextPart,
  withoutLane,
} from '../../renderer/screens/admin/lanes/lane-changes.ts';

const sample = centreConfig.parse(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../resources/sample-centre.json'), 'utf8')),
);
const after = (change: Partial<CentreConfig>) => ({ ...sample, ...change });

test('another letter for a lane goes with it to its counters and kinds', () => {
  const centre = after(withLetter({ ...sample, lanesOfKind: { result: 'H' } }, 'H', 'G'));
  expect(centre.generalLane).toBe('G');
  expect(centre.lanesOfKind).toEqual({ result: 'G' });
  expect(centre.counters.at(-1)?.lanes).toEqual(['E', 'G']);
  expect(centreConfig.safeParse(centre).success).toBe(true);
});

test('a lane that goes leaves no counter and no kind that names it', () => {
  const centre = after(withoutLane({ ...sample, lanesOfKind: { question: 'C' } }, 'C'));
  expect(JSON.stringify([centre.counters, centre.lanesOfKind])).not.toContain('"C"');
  expect(centreConfig.safeParse(centre).success).toBe(true);
});

test('a field given to one lane leaves the other', () => {
  const centre = after(withField(sample, 'Hộ tịch', 'B'));
  const laneOf = (one: CentreConfig, field: string) =>
    one.lanes.filter(({ fields }) => fields.includes(field)).map(({ letter }) => letter);
  expect(laneOf(centre, 'Hộ tịch')).toEqual(['B']);
  expect(laneOf(after(withField(centre, 'Hộ tịch', null)), 'Hộ tịch')).toEqual([]);
});

test('a cell goes from no to main to helped and back, and never stands in both', () => {
  let centre: CentreConfig = sample;
  const seen = [1, 2, 3].map(() => {
    centre = { ...centre, ...withNextPart(centre, 0, 'D') };
    const [counter] = centre.counters;
    return counter && partOf(counter, 'D');
  });
  expect(seen).toEqual(['own', 'helps', 'none']);
  expect(centre.counters).toEqual(sample.counters);
});

test('new lanes, counters and groups get what nobody else has', () => {
  expect(freeLetters(sample)).toEqual(['F', 'G']);
  expect(withNewLane(sample, 'Thuế').lanes?.at(-1)).toEqual({ letter: 'F', name: 'Thuế', fields: [] });
  const [, second, ...rest] = sample.counters;
  const gap = { ...sample, counters: second === undefined ? rest : [...rest, second] };
  expect(withNewCounter(gap, (number) => `Quầy ${number}`).counters?.at(-1)).toMatchObject({
    id: 'quay-5',
    name: 'Quầy 5',
  });
  const twice = after(withNewClass(after(withNewClass(sample, 'Một', 'One')), 'Hai', 'Two'));
  expect(new Set(twice.priorityClasses.map(({ id }) => id)).size).toBe(twice.priorityClasses.length);
  expect(
    withNewLane(
      { ...sample, lanes: 'ABCDEFGH'.split('').map((letter) => ({ letter, name: letter, fields: [] })) },
      'x',
    ),
  ).toEqual({});
});

test('the usual hours are hours, and Monday is copied to the working week only', () => {
  expect(centreConfig.safeParse({ ...sample, hours: usualHours }).success).toBe(true);
  const week = withMondayCopied(withSession(usualHours.week, 0, 1, { to: '16:30' }));
  expect(week.map((sessions) => sessions.at(-1)?.to ?? null)).toEqual([
    '16:30',
    '16:30',
    '16:30',
    '16:30',
    '16:30',
    null,
    null,
  ]);
});

test('a day is typed as it is written here', () => {
  expect(dayTyped('5/9/2027')).toBe('2027-09-05');
  expect(dayTyped(' 05.09.2027 ')).toBe('2027-09-05');
  for (const none of ['', '5/9', '31/02/2027', '5/13/2027', '2027-09-05', '5/9/27'])
    expect(dayTyped(none)).toBeNull();
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(dayTyped(iso.split('-').toReversed().join('/'))).toBe(iso);
      },
    ),
  );
});
