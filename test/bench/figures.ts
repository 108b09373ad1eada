export type BenchReport = {
  rows: Record<string, string | number>[];
  result: Record<string, unknown> & { met: boolean };
};

/** The value below which `share` of the sorted samples lie. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('no samples');
  return value;
}

export function median(samples: number[]): number {
  return percentile(samples, 0.5);
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function summary(samples: number[]): { n: number; p50: number; p99: number; max: number } {
  return {
    n: samples.length,
    p50: round(median(samples)),
    p99: round(percentile(samples, 0.99)),
    max: round(Math.max(...samples)),
  };
}

/** Milliseconds a piece of work took. */
export async function timedMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
