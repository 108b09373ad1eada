import type { Grey } from './grey.ts';
import type { Point } from './projection.ts';

/** One of the three squares in a code's corners: its middle, and the pixels of a module. */
export type Finder = Point & { module: number };

/** Below this a pixel is ink. */
const middleGrey = 128;
/** How far each of the five stripes may be from its share, in modules. */
const slack = 0.75;
const leastModule = 1.2;

/** The finder patterns in a picture of two shades: dark, light, three dark, light and dark again, across and down. */
export function findFinders(picture: Grey): Finder[] {
  const found: (Finder & { votes: number })[] = [];
  for (let y = 1; y < picture.height; y += 2) {
    for (const { at, module } of stripesIn(picture, y)) {
      const down = stripeAt(picture, at, y, false, module);
      if (down === null) continue;
      const across = stripeAt(picture, at, down.at, true, down.module);
      if (across === null) continue;
      const one = { x: across.at, y: down.at, module: (across.module + down.module) / 2 };
      const known = found.find((other) => Math.hypot(one.x - other.x, one.y - other.y) < 2 * other.module);
      if (known === undefined) found.push({ ...one, votes: 1 });
      else merge(known, one);
    }
  }
  return found.toSorted((one, other) => other.votes * other.module - one.votes * one.module);
}

function merge(known: Finder & { votes: number }, one: Finder) {
  const votes = known.votes + 1;
  known.x += (one.x - known.x) / votes;
  known.y += (one.y - known.y) / votes;
  known.module += (one.module - known.module) / votes;
  known.votes = votes;
}

/** Five runs of a row that are striped as a finder pattern is. */
function stripesIn({ data, width }: Grey, y: number): { at: number; module: number }[] {
  const stripes: { at: number; module: number }[] = [];
  const row = y * width;
  const runs = [0, 0, 0, 0, 0];
  let isDark = false;
  let length = 0;
  for (let x = 0; x <= width; x++) {
    const isInk = x < width && (data[row + x] ?? 0) < middleGrey;
    if (isInk === isDark && x < width) {
      length++;
      continue;
    }
    runs.shift();
    runs.push(length);
    if (isDark) {
      const module = moduleOf(runs);
      if (module !== null) stripes.push({ at: x - runs[4]! - runs[3]! - runs[2]! / 2, module });
    }
    isDark = isInk;
    length = 1;
  }
  return stripes;
}

function moduleOf(runs: number[]): number | null {
  const module = runs.reduce((sum, one) => sum + one, 0) / 7;
  if (module < leastModule) return null;
  const fits = runs.every((run, index) => {
    const share = index === 2 ? 3 : 1;
    return Math.abs(run - share * module) <= slack * module * (index === 2 ? 1.4 : 1);
  });
  return fits ? module : null;
}

/** The same stripes through a point, across or down, from the middle outwards. */
function stripeAt(
  picture: Grey,
  x: number,
  y: number,
  isAcross: boolean,
  module: number,
): { at: number; module: number } | null {
  const start = Math.floor(isAcross ? x : y);
  const beside = Math.floor(isAcross ? y : x);
  const before = runsFrom(picture, start, beside, isAcross, -1, module);
  const after = runsFrom(picture, start + 1, beside, isAcross, 1, module);
  if (before === null || after === null) return null;
  const runs = [before[2], before[1], before[0] + after[0], after[1], after[2]] as number[];
  const size = moduleOf(runs);
  if (size === null || Math.abs(size - module) > 0.6 * module) return null;
  return { at: start + 1 + (after[0] - before[0]) / 2, module: size };
}

/** How long it is dark, light and dark again from a point on; `null` where a stripe does not end. */
function runsFrom(
  { data, width, height }: Grey,
  start: number,
  beside: number,
  isAcross: boolean,
  step: number,
  module: number,
): [number, number, number] | null {
  const end = isAcross ? width : height;
  const runs: [number, number, number] = [0, 0, 0];
  let stripe = 0;
  for (let at = start; ; at += step) {
    const isOut = at < 0 || at >= end;
    const isInk = !isOut && (data[isAcross ? beside * width + at : at * width + beside] ?? 0) < middleGrey;
    if (!isOut && isInk === (stripe !== 1)) {
      runs[stripe] = (runs[stripe] ?? 0) + 1;
      if ((runs[stripe] ?? 0) > 4 * module) return null;
      continue;
    }
    if (isOut && stripe < 2) return null;
    stripe++;
    if (stripe === 3) return runs;
    at -= step;
  }
}
