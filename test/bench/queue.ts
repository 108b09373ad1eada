import type { BenchReport } from './figures.ts';
import { benchCalls } from './queue/calls.ts';
import { benchDays } from './queue/days.ts';
import { benchNumbers } from './queue/numbers.ts';
import { benchViews } from './queue/views.ts';

/** The queue of a whole centre: nobody called twice, no number lost, quick screens, fair days and true waiting times. */
export async function bench(): Promise<BenchReport> {
  const days = benchDays();
  const calls = await benchCalls();
  const views = await benchViews();
  const numbers = await benchNumbers();
  const parts = { calls, numbers, views, days };
  const met = Object.values(parts).every(({ result }) => result.met);
  const rows = Object.values(parts).flatMap((part): BenchReport['rows'] => part.rows);
  return {
    rows,
    result: {
      calls: calls.result,
      numbers: numbers.result,
      views: views.result,
      days: days.result,
      met,
    },
  };
}
