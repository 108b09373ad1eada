import type { Finder } from './finders.ts';
import { scoreOf } from './fit.ts';
import { layoutOf } from './layout.ts';
import type { Plane } from './plane.ts';
import type { Corners, Point } from './projection.ts';

export type Guess = { corners: Corners; dimension: number };

/** Pairs of finder patterns that are thought about, and guesses that are worth a closer look. */
const mostFinders = 6;
const mostGuesses = 3;
/** Less than this even two good finder patterns give. */
const leastScore = 0.4;

/**
 * Where a code may lie of which only two finder patterns are seen, the third being under a finger or a lamp's reflection. Every size
 * and turn that would put two of them there is judged by the patterns that it should show.
 */
export function guessCodes(finders: Finder[], plane: Plane): Guess[] {
  const guesses: (Guess & { score: number })[] = [];
  const likely = finders.slice(0, mostFinders);
  for (const [index, one] of likely.entries()) {
    for (const other of likely.slice(index + 1)) {
      const ratio = one.module / other.module;
      if (ratio < 0.6 || ratio > 1.7) continue;
      for (const guess of guessesFrom(one, other)) {
        const layout = layoutOf(guess.dimension);
        if (layout === null) continue;
        const score = Math.abs(scoreOf(plane, guess.corners, layout));
        if (score > leastScore) guesses.push({ ...guess, score });
      }
    }
  }
  return guesses.toSorted((one, other) => other.score - one.score).slice(0, mostGuesses);
}

function guessesFrom(one: Finder, other: Finder): Guess[] {
  const module = (one.module + other.module) / 2;
  const across = { x: other.x - one.x, y: other.y - one.y };
  const modules = Math.hypot(across.x, across.y) / module;
  const guesses: Guess[] = [];
  for (const dimension of dimensionsNear(modules + 7)) {
    const unit = { x: across.x / (dimension - 7), y: across.y / (dimension - 7) };
    for (const side of [1, -1]) {
      const square = squareFrom(one, unit, { x: -unit.y * side, y: unit.x * side }, dimension);
      const [p0, p1, p2, p3] = square;
      guesses.push({ corners: square, dimension }, { corners: [p1, p2, p3, p0], dimension });
    }
  }
  for (const dimension of dimensionsNear(modules / Math.SQRT2 + 7)) {
    for (const side of [1, -1]) {
      const half = 2 * (dimension - 7);
      const unit = { x: (across.x - side * across.y) / half, y: (across.y + side * across.x) / half };
      const [p0, p1, p2, p3] = squareFrom(one, unit, { x: unit.y * side, y: -unit.x * side }, dimension);
      // The two lie at p0 and p2; what is hidden is the corner that the code begins in.
      guesses.push({ corners: [p1, p2, p3, p0], dimension });
    }
  }
  return guesses;
}

/** The code's corners when a finder pattern lies at `finder` and the sides run along `u` and `v`, a module long each. */
function squareFrom(finder: Point, u: Point, v: Point, dimension: number): Corners {
  const at = (across: number, down: number) => ({
    x: finder.x + u.x * across + v.x * down,
    y: finder.y + u.y * across + v.y * down,
  });
  const far = dimension - 3.5;
  return [at(-3.5, -3.5), at(far, -3.5), at(far, far), at(-3.5, far)];
}

function dimensionsNear(modules: number): number[] {
  const dimensions: number[] = [];
  const least = Math.max(21, modules * 0.82);
  for (let version = Math.ceil((least - 17) / 4); 17 + 4 * version <= modules * 1.22; version++) {
    dimensions.push(17 + 4 * version);
  }
  return dimensions;
}
