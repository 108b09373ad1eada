/** One call: how long it kept the counter, in milliseconds, from the call until the counter was free again. */
export type ServiceSample = { line: string; at: number; ms: number; served: boolean };

/** What calls in one lane take, as measured. */
export type ServiceTimes = {
  /** Of those who were served: equally likely times, ascending. */
  times: Float64Array;
  /** Of those called, how many did not come; and how long the counter waited for them. */
  missedShare: number;
  missedMs: number;
};

const points = 200;
/** With fewer in the whole hall the ends of a range would be single people's times. */
export const leastSamples = 20;
/** Officers and procedures change over weeks: what was a week ago counts half. */
const halfLifeMs = 7 * 24 * 60 * 60 * 1000;
/** A lane that has measured so many stands on its own; below, the hall's times fill up what is missing. */
const enoughOfLane = 30;
/** Where nobody was missed yet: how long officers wait before they give up, and how many calls that guess weighs. */
const usualMissedMs = 90_000;
const missedGuess = { share: 0.1, weight: 10 };

type Weighted = { ms: number; weight: number };
type Lane = { served: Weighted[]; servedWeight: number; missedWeight: number };

/** `null` for every lane when there is too little to say anything honest. */
export function measureServiceTimes(
  samples: readonly ServiceSample[],
  now: number,
): (line: string) => ServiceTimes | null {
  const whole: Lane = { served: [], servedWeight: 0, missedWeight: 0 };
  const lanes = new Map<string, Lane>();
  const missed: number[] = [];
  for (const { line, at, ms, served } of samples) {
    const weight = 0.5 ** (Math.max(0, now - at) / halfLifeMs);
    const lane = lanes.get(line) ?? { served: [], servedWeight: 0, missedWeight: 0 };
    lanes.set(line, lane);
    for (const each of [lane, whole]) {
      if (served) each.served.push({ ms, weight });
      each[served ? 'servedWeight' : 'missedWeight'] += weight;
    }
    if (!served) missed.push(ms);
  }
  const missedMs = middle(missed) ?? usualMissedMs;
  const known = new Map<string, ServiceTimes>();

  function measure(line: string): ServiceTimes {
    const own = lanes.get(line) ?? { served: [], servedWeight: 0, missedWeight: 0 };
    const share = Math.max(0, enoughOfLane - own.servedWeight) / whole.servedWeight;
    const filled =
      share === 0
        ? own.served
        : [...own.served, ...whole.served.map(({ ms, weight }) => ({ ms, weight: weight * share }))];
    const called = own.servedWeight + own.missedWeight;
    return {
      times: quantiles(filled),
      missedShare:
        (own.missedWeight + missedGuess.share * missedGuess.weight) / (called + missedGuess.weight),
      missedMs,
    };
  }

  return (line) => {
    if (whole.served.length < leastSamples) return null;
    const times = known.get(line) ?? measure(line);
    known.set(line, times);
    return times;
  };
}

/** How long a counter is kept by somebody called now. */
export function drawService({ times, missedShare, missedMs }: ServiceTimes, random: () => number): number {
  return random() < missedShare ? missedMs : valueAt(times, random() * (points - 1));
}

/** How much longer it is kept by somebody called `passed` ms ago; `isServing` when the holder has come. */
export function drawRemaining(
  { times, missedShare, missedMs }: ServiceTimes,
  passed: number,
  isServing: boolean,
  random: () => number,
): number {
  if (!isServing && passed < missedMs && random() < missedShare) return missedMs - passed;
  const longer = firstAbove(times, passed);
  // Longer than any measured: those that last long go on for long.
  if (longer >= points - 1) return -Math.log(1 - random()) * (passed / 3);
  return Math.max(0, valueAt(times, longer + random() * (points - 1 - longer)) - passed);
}

function valueAt(times: Float64Array, position: number): number {
  const index = Math.floor(position);
  const below = times[index] ?? 0;
  return below + ((times[index + 1] ?? below) - below) * (position - index);
}

function firstAbove(times: Float64Array, ms: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((times[half] ?? 0) > ms) high = half;
    else low = half + 1;
  }
  return low;
}

function quantiles(samples: Weighted[]): Float64Array {
  const sorted = samples.toSorted((a, b) => a.ms - b.ms);
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const result = new Float64Array(points);
  let index = 0;
  let below = 0;
  for (let point = 0; point < points; point += 1) {
    const wanted = ((point + 0.5) / points) * whole;
    while (index < sorted.length - 1 && below + (sorted[index]?.weight ?? 0) < wanted) {
      below += sorted[index]?.weight ?? 0;
      index += 1;
    }
    result[point] = sorted[index]?.ms ?? 0;
  }
  return result;
}

function middle(values: number[]): number | null {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;
}
