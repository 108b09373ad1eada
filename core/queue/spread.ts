/** How long it took, in milliseconds. `null`: nothing was measured, so there is no time to tell. */
export type Spread = { n: number; median: number | null; p90: number | null };

/** Fewer than this and the longest of them decides the p90: shown, but marked. */
export const enoughMeasured = 10;

/** The median is the middle one, or the mean of the two in the middle; nine of ten took at most `p90` (nearest rank). */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const n = sorted.length;
  const low = sorted[Math.floor((n - 1) / 2)];
  const high = sorted[Math.floor(n / 2)];
  const ninth = sorted[Math.ceil(n * 0.9) - 1];
  if (low === undefined || high === undefined || ninth === undefined) return { n, median: null, p90: null };
  return { n, median: (low + high) / 2, p90: ninth };
}
