import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCommand } from '../../core/border.ts';
import { centreConfig } from '../../core/centre-config.ts';
import type { CentreConfig } from '../../core/contract.ts';

const sample = centreConfig.parse(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../resources/sample-centre.json'), 'utf8')),
);
const session = { from: '07:30', to: '11:30' };
const hours = { week: [[session], [], [], [], [], [], []], closedDays: [], lastTicketMinutes: 15 };

function asked(centre: unknown) {
  return parseCommand('admin', { type: 'change-centre', revision: 'r', centre });
}
const lanes = (change: (lane: CentreConfig['lanes'][number]) => object) =>
  sample.lanes.map((lane) => ({ ...lane, ...change(lane) }));
const counters = (change: (id: string) => object) =>
  sample.counters.map((counter) => ({ ...counter, ...change(counter.id) }));

test('the centre as it is may be saved', () => {
  expect(asked(sample)).toMatchObject({ ok: true });
  expect(asked({ ...sample, hours })).toMatchObject({ ok: true });
});

test.each<[string, object, string, object]>([
  [
    'two lanes of one letter',
    { lanes: lanes(({ letter }) => (letter === 'B' ? { letter: 'A' } : {})) },
    'centre.lanes.1.letter',
    { why: 'letter-twice', name: 'A' },
  ],
  [
    'a lane no counter serves',
    { lanes: [...sample.lanes, { letter: 'G', name: 'Thuế', fields: [] }] },
    'centre.lanes.6',
    { why: 'lane-without-counter', name: 'G' },
  ],
  [
    'a field in two lanes',
    { lanes: lanes(({ letter, fields }) => (letter === 'C' ? { fields: [...fields, 'Hộ tịch'] } : {})) },
    'centre.lanes.2.fields',
    { why: 'field-in-two-lanes', name: 'Hộ tịch' },
  ],
  ['a lane without a name', { lanes: lanes(() => ({ name: '' })) }, 'centre.lanes.0.name', { why: 'blank' }],
  [
    'a counter without a lane of its own',
    { counters: counters((id) => (id === 'quay-1' ? { lanes: [] } : {})) },
    'centre.counters.0.lanes',
    { why: 'counter-without-lane', name: 'Quầy 1' },
  ],
  [
    'two counters of one name',
    { counters: counters((id) => (id === 'quay-2' ? { name: 'Quầy 1' } : {})) },
    'centre.counters.1.name',
    { why: 'name-twice', name: 'Quầy 1' },
  ],
  [
    'a counter that helps in its own lane',
    { counters: counters((id) => (id === 'quay-1' ? { helps: ['A'] } : {})) },
    'centre.counters.0.helps',
    { why: 'helps-in-own-lane', name: 'A' },
  ],
  [
    'a kind that goes to a lane that is not there',
    { lanesOfKind: { result: 'G' } },
    'centre.lanesOfKind.result',
    { why: 'no-such-lane', name: 'G' },
  ],
  [
    'a rule out of its range',
    { queue: { ...sample.queue, priorityInARow: 0 } },
    'centre.queue.priorityInARow',
    { why: 'too-small', n: 1 },
  ],
  [
    'a counter whose name is only a space',
    { counters: counters((id) => (id === 'quay-2' ? { name: ' ' } : {})) },
    'centre.counters.1.name',
    { why: 'blank' },
  ],
  [
    'a name that no screen has room for',
    { lanes: lanes(({ letter }) => (letter === 'B' ? { name: 'a'.repeat(81) } : {})) },
    'centre.lanes.1.name',
    { why: 'too-long', n: 80 },
  ],
  [
    'waits that nobody would wait',
    { queue: { ...sample.queue, missAfterSeconds: 999 } },
    'centre.queue.missAfterSeconds',
    { why: 'too-big', n: 120 },
  ],
  [
    'hours that overlap',
    { hours: { ...hours, week: [[session, { from: '11:00', to: '17:00' }], [], [], [], [], [], []] } },
    'centre.hours.week.0.1',
    { why: 'sessions-overlap' },
  ],
  [
    'hours that end before they begin',
    { hours: { ...hours, week: [[{ from: '11:30', to: '07:30' }], [], [], [], [], [], []] } },
    'centre.hours.week.0.0',
    { why: 'ends-before-it-begins' },
  ],
  [
    'a time that is none',
    { hours: { ...hours, week: [[{ from: '7h30', to: '11:30' }], [], [], [], [], [], []] } },
    'centre.hours.week.0.0.from',
    { why: 'wrong-form' },
  ],
  [
    'a closed day that stands there twice',
    {
      hours: {
        ...hours,
        closedDays: [
          { day: '2027-01-01', name: 'Tết' },
          { day: '2027-01-01', name: 'Tết' },
        ],
      },
    },
    'centre.hours.closedDays.1',
    { why: 'day-twice', name: '2027-01-01' },
  ],
])('%s is refused by the name of the field', (_, part, field, fault) => {
  expect(asked({ ...sample, ...part })).toMatchObject({
    ok: false,
    error: { code: 'invalid', field, fault },
  });
});

test('the other commands of an administrator are parsed as strictly', () => {
  for (const wrong of [
    { type: 'look', page: 'secrets', day: null },
    { type: 'look', page: 'figures', day: '2026-02-30' },
    { type: 'close-day', day: 'today', carry: false },
    { type: 'close-day', day: '2026-11-24' },
    { type: 'make-appointment', day: '2026-11-24', time: '24:00', lane: 'A', procedure: null },
    { type: 'make-appointment', day: '2026-11-24', time: '09:00', lane: 'Z', procedure: null },
    { type: 'cancel-appointment', code: '12' },
    { type: 'restore-centre' },
  ])
    expect(parseCommand('admin', wrong)).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('whatever comes as a document, it is one the centre can work with or it is refused', () => {
  fc.assert(
    fc.property(
      fc.record({
        letters: fc.array(fc.constantFrom('A', 'B', 'C', 'I'), { maxLength: 4 }),
        served: fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 3 }),
        general: fc.constantFrom('A', 'B'),
      }),
      ({ letters, served, general }) => {
        const parsed = asked({
          ...sample,
          lanes: letters.map((letter) => ({ letter, name: letter, fields: [] })),
          counters: [{ id: 'quay-1', name: 'Quầy 1', lanes: served, helps: [] }],
          generalLane: general,
        });
        const isSound =
          letters.length > 0 &&
          new Set(letters).size === letters.length &&
          !letters.includes('I') &&
          letters.includes(general) &&
          served.every((lane) => letters.some((letter) => letter === lane)) &&
          letters.every((letter) => served.some((lane) => lane === letter));
        expect(parsed.ok).toBe(isSound);
      },
    ),
  );
});
