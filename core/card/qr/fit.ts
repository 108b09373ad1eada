import type { Layout } from './layout.ts';
import { type Plane, valueAt } from './plane.ts';
import { type Corners, type Point, type Projection, project, sideOf } from './projection.ts';

export type Fit = {
  corners: Corners;
  /** How well the patterns that every code has are seen there, about 1 for a sharp picture; below 0 for an inverted code. */
  score: number;
};

/** Shifts of the corners that are tried, in modules, from coarse to fine. */
const steps = [0.6, 0.3, 0.15, 0.08];
const rounds = 3;

/**
 * Moves the corners until the code's own patterns are seen best: the decoder rounds them to whole pixels, and errs under blur.
 * `null` when the patterns are seen with less than `leastScore` even so.
 */
export function fit(plane: Plane, start: Corners, layout: Layout, leastScore: number): Fit | null {
  const sign = scoreOf(plane, start, layout) < 0 ? -1 : 1;
  const module = sideOf(start) / layout.dimension;
  let corners = start;
  let score = sign * scoreOf(plane, corners, layout);
  for (const step of steps) {
    for (let round = 0; round < rounds; round++) {
      const before = score;
      for (const move of moves(step * module)) {
        const moved = corners.map((corner, index) =>
          move.who & (1 << index) ? add(corner, move) : corner,
        ) as Corners;
        const movedScore = sign * scoreOf(plane, moved, layout);
        if (movedScore > score) {
          corners = moved;
          score = movedScore;
        }
      }
      if (score === before) break;
    }
  }
  return score < leastScore ? null : { corners, score: sign * score };
}

/** Each corner for itself and all together; `who` has a bit for each that moves. */
function moves(by: number): { who: number; x: number; y: number }[] {
  return [15, 1, 2, 4, 8].flatMap((who) => [
    { who, x: by, y: 0 },
    { who, x: -by, y: 0 },
    { who, x: 0, y: by },
    { who, x: 0, y: -by },
  ]);
}

function add(one: Point, other: Point): Point {
  return { x: one.x + other.x, y: one.y + other.y };
}

/** Three numbers a module: where its middle lies in the unit square, and 1 for dark or -1 for light. */
const knownByDimension = new Map<number, Float64Array>();

function knownModules({ dimension, fixed }: Layout): Float64Array {
  let known = knownByDimension.get(dimension);
  if (known === undefined) {
    const numbers: number[] = [];
    for (const [module, sign] of fixed.entries()) {
      if (sign === 0) continue;
      numbers.push(
        ((module % dimension) + 0.5) / dimension,
        (Math.floor(module / dimension) + 0.5) / dimension,
        sign,
      );
    }
    known = Float64Array.from(numbers);
    knownByDimension.set(dimension, known);
  }
  return known;
}

/** How well the patterns that every code has are seen with the corners there; below 0 for an inverted code. */
export function scoreOf(plane: Plane, corners: Corners, layout: Layout): number {
  const known = knownModules(layout);
  const { a, b, c, d, e, f, g, h }: Projection = project(corners);
  let sum = 0;
  for (let i = 0; i < known.length; i += 3) {
    const u = known[i] ?? 0;
    const v = known[i + 1] ?? 0;
    // Written out, since this is where the time goes.
    const w = g * u + h * v + 1;
    sum += (known[i + 2] ?? 0) * valueAt(plane, (a * u + b * v + c) / w, (d * u + e * v + f) / w);
  }
  return (3 * sum) / known.length;
}
