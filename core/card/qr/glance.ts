import { sight, type Way } from '../read-qr.ts';
import { findFinders } from './finders.ts';
import { crop, type Grey, type Rect } from './grey.ts';
import { type Guess, guessCodes } from './guess.ts';
import { type Located, readLocated } from './located.ts';
import { flatten, type Plane } from './plane.ts';
import { type Corners, sideOf } from './projection.ts';
import type { View } from './views.ts';

/** Everything that is seen in one picture. */
export type Glance = {
  whole: () => Grey;
  text: () => string | null;
  /** The code that was read; else the one that is seen best. */
  corners: () => Corners | null;
  /** Looks at a part of the picture as it is. */
  plainly: (part: Grey, rect: Rect, way: Way) => void;
  /** Looks at a part in one of the ways for faint codes. */
  closely: (rect: Rect, view: View) => void;
};

/** Pixels over which light is judged where nothing is known of the code's size. */
const usualReach = 14;

/** Between one code and the next `isOver` is asked whether there is time for it. */
export function createGlance(whole: () => Grey, isOver: () => boolean): Glance {
  let text: string | null = null;
  let read: Corners | null = null;
  let best: Located | null = null;
  const tried: Guess[] = [];
  const planes = new Map<Rect, Plane>();

  function sightings(picture: Grey, rect: Rect, scale: number, way: Way): Guess[] {
    const unread: Guess[] = [];
    for (const seen of sight(picture, way)) {
      const corners = place(seen.corners, rect, scale);
      if (seen.text !== null) {
        text = seen.text;
        read = corners;
        return [];
      }
      unread.push({ corners, dimension: seen.dimension });
    }
    return unread;
  }

  function readAll(unread: Guess[]) {
    for (const one of unread) {
      if (text !== null || isOver()) return;
      if (tried.some((other) => isSame(one, other))) continue;
      tried.push(one);
      const located = readLocated(whole(), one);
      if (located === null) continue;
      if (best === null || located.score > best.score) best = located;
      if (located.text === null) continue;
      text = located.text;
      read = located.corners;
    }
  }

  return {
    whole,
    text: () => text,
    corners: () => read ?? best?.corners ?? null,
    plainly(part, rect, way) {
      readAll(sightings(part, rect, 1, way));
    },
    closely(rect, { prepare, scale, way }) {
      const part = crop(whole(), rect);
      const picture = prepare(part);
      readAll(sightings(picture, rect, scale, way));
      if (text !== null || way.threshold !== 'fixed' || isOver()) return;
      const finders = findFinders(picture).map((one) => ({
        x: one.x / scale,
        y: one.y / scale,
        module: one.module / scale,
      }));
      if (finders.length < 2) return;
      let plane = planes.get(rect);
      if (plane === undefined) planes.set(rect, (plane = flatten(part, usualReach)));
      readAll(
        guessCodes(finders, plane).map((guess) => ({ ...guess, corners: place(guess.corners, rect, 1) })),
      );
    },
  };
}

/** From a part of the picture, `scale` times enlarged, to the whole. */
function place(corners: Corners, rect: Rect, scale: number): Corners {
  return corners.map(({ x, y }) => ({ x: x / scale + rect.left, y: y / scale + rect.top })) as Corners;
}

function isSame(one: Guess, other: Guess): boolean {
  const near = sideOf(one.corners) / one.dimension;
  return (
    one.dimension === other.dimension &&
    one.corners.every((corner, index) => {
      const twin = other.corners[index] ?? corner;
      return Math.hypot(corner.x - twin.x, corner.y - twin.y) < near;
    })
  );
}
