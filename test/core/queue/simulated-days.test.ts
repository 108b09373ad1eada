import { expect, test } from 'vitest';
import { waitingMinutes } from '../../../core/queue/waiting-minutes.ts';
import { study } from '../../simulation/study.ts';
import { towns } from '../../simulation/town.ts';

const minute = 60_000;
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const late = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0;

// A few days with wide bounds; `npm run bench -- queue` measures many.
test.each(towns)('on simulated days of a $name priority helps and nobody pays too dearly for it', (town) => {
  const days = study(town, { seed: 7, days: 12, before: 0, askEvery: Infinity });
  expect(middle(days.priorityWaits)).toBeLessThan(middle(days.normalWaits) * 0.6);
  expect(days.mostPriorityInARow).toBe(3);
  expect(late(days.normalWaits)).toBeLessThan(late(days.normalFirstCome) * 1.8);
});

test.each(towns)('on simulated days of a $name people are told how long they wait', (town) => {
  const { told } = study(town, { seed: 8, days: 4, before: 4, askEvery: 4 });
  const error = (of: (each: (typeof told)[number]) => number) =>
    told.reduce((sum, each) => sum + Math.abs(of(each) - each.truth), 0) / told.length;
  expect(told.length).toBeGreaterThan(50);
  expect(error(({ wait }) => wait.likely)).toBeLessThan(error(({ simple }) => simple ?? 0) * 0.9);
  const held = told.filter(({ wait, truth }) => {
    const range = waitingMinutes(wait);
    return range !== null && truth >= range.from * minute && truth <= range.to * minute;
  });
  expect(held.length / told.length).toBeGreaterThan(0.68);
  expect(held.length / told.length).toBeLessThan(0.92);
});
