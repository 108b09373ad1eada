import type { Arrivals } from './hall.ts';

export type Issued = { line: string; isPriority: boolean; at: number };

/** The rate of half an hour ago is another hour's already; of fewer minutes it is chance. */
export const arrivalWindowMs = 45 * 60_000;
/** Before the first number of a day people came too: the doors were open. */
const earlierMs = 10 * 60_000;

/** How many came to each lane of late. `firstAt`: of the day. */
export function recentArrivals(
  issued: readonly Issued[],
  lines: readonly string[],
  firstAt: number,
  now: number,
): Arrivals[] {
  const spanMs = Math.min(arrivalWindowMs, Math.max(0, now - firstAt) + earlierMs);
  return lines.flatMap((line) =>
    [true, false].map((isPriority) => ({
      line,
      isPriority,
      count: issued.filter(
        (one) => one.line === line && one.isPriority === isPriority && one.at > now - arrivalWindowMs,
      ).length,
      spanMs,
    })),
  );
}
