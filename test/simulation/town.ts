import type { CounterLanes } from '../../core/queue/choose.ts';
import { createChance } from './chance.ts';

/** A centre to simulate. The rules under test are told none of these figures. */
export type Town = {
  name: string;
  lanes: { letter: string; meanMinutes: number; perHour: number }[];
  counters: CounterLanes[];
  /** How many counters are left at noon. */
  atNoon: number;
};
export type Person = {
  id: string;
  line: string;
  priority: string | null;
  arrivesAt: number;
  /** From the call to the beginning, and from there to the end with the officer's notes. */
  walkMs: number;
  serviceMs: number;
  /** Not there when called the first time; `null`: never comes back. */
  absent: { returnsAfterMs: number | null; waitedForMs: number } | null;
};
export type Pause = { counter: string; from: number; to: number };
export type Day = { town: Town; date: string; people: Person[]; pauses: Pause[] };

const minute = 60_000;
const hour = 60 * minute;
/** How busy each hour is beside the mean: a peak in the morning, a quiet noon, a smaller peak after it. */
const busyness: [hour: number, factor: number][] = [
  [7.5, 1.1],
  [8, 1.4],
  [9, 1.4],
  [10, 1.1],
  [11, 0.7],
  [12, 0.4],
  [13, 1],
  [14, 1.25],
  [15, 0.9],
  [16, 0.5],
];
const closes = 16.5;
const serviceVariation = 0.8;
const absentShare = 0.1;
const backShare = 0.5;
const priorityShare = 0.3;

export const towns: Town[] = [
  {
    name: 'ward',
    lanes: [
      { letter: 'A', meanMinutes: 6, perHour: 15 },
      { letter: 'B', meanMinutes: 9, perHour: 8 },
      { letter: 'C', meanMinutes: 15, perHour: 4.5 },
      { letter: 'D', meanMinutes: 11, perHour: 4 },
      { letter: 'E', meanMinutes: 5, perHour: 7 },
    ],
    counters: [
      { id: 'quay-1', lanes: ['A'], helps: ['E'] },
      { id: 'quay-2', lanes: ['A'], helps: ['B'] },
      { id: 'quay-3', lanes: ['B'], helps: ['A'] },
      { id: 'quay-4', lanes: ['C'], helps: ['D'] },
      { id: 'quay-5', lanes: ['D', 'C'], helps: [] },
      { id: 'quay-6', lanes: ['E'], helps: ['D', 'B'] },
    ],
    atNoon: 3,
  },
  {
    name: 'commune',
    lanes: [
      { letter: 'A', meanMinutes: 8, perHour: 12 },
      { letter: 'B', meanMinutes: 10, perHour: 7 },
    ],
    counters: [
      { id: 'quay-1', lanes: ['A'], helps: ['B'] },
      { id: 'quay-2', lanes: ['A', 'B'], helps: [] },
      { id: 'quay-3', lanes: ['B'], helps: ['A'] },
    ],
    atNoon: 2,
  },
];

/** One day of a town: who comes, when, for what, and when counters are away. */
export function makeDay(town: Town, date: string, seed: number): Day {
  const chance = createChance(seed);
  const midnight = Date.parse(`${date}T00:00:00+07:00`);
  // Some days are busier than others.
  const load = chance.between(0.75, 0.95);
  const people: Person[] = [];
  for (const { letter, meanMinutes, perHour } of town.lanes) {
    for (const [index, [from, factor]] of busyness.entries()) {
      const until = midnight + (busyness[index + 1]?.[0] ?? closes) * hour;
      const mean = hour / (perHour * factor * load);
      let at = midnight + from * hour + chance.exponential(mean);
      while (at < until) {
        people.push({
          id: `${date}-${letter}-${people.length}`,
          line: letter,
          priority: chance.happens(priorityShare) ? 'elderly' : null,
          arrivesAt: Math.round(at),
          walkMs: Math.round(chance.between(15_000, 45_000)),
          serviceMs: Math.round(chance.lognormal(meanMinutes * minute, serviceVariation)),
          absent: chance.happens(absentShare)
            ? {
                returnsAfterMs: chance.happens(backShare) ? Math.round(chance.between(5, 25) * minute) : null,
                waitedForMs: Math.round(chance.between(60_000, 120_000)),
              }
            : null,
        });
        at += chance.exponential(mean);
      }
    }
  }
  const pauses = town.counters.slice(0, town.counters.length - town.atNoon).map(({ id }) => ({
    counter: id,
    from: Math.round(midnight + 11.5 * hour + chance.between(-10, 10) * minute),
    to: Math.round(midnight + 13 * hour + chance.between(-10, 10) * minute),
  }));
  return { town, date, people: people.toSorted((a, b) => a.arrivesAt - b.arrivesAt), pauses };
}
