import { sideOf } from './qr/fit.ts';
import { createGlance, type Glance } from './qr/glance.ts';
import { type Grey, type Rect, type RgbaImage, toGrey, wholeOf, within } from './qr/grey.ts';
import { boundsOf } from './qr/located.ts';
import type { Corners, Point } from './qr/projection.ts';
import { likelyRegions } from './qr/regions.ts';
import { type View, views } from './qr/views.ts';

export type { Point } from './qr/projection.ts';

/** A code that was seen, read or not: its corners in pixels of the picture, in the code's own order where known. */
export type Outline = { corners: [Point, Point, Point, Point] };

/** `text` is `null` when no code was read, `outline` when none was even seen. */
export type Look = { text: string | null; outline: Outline | null };

/** Looks at the frames of one camera, keeping what it learned from the last ones. */
export type Looker = { look(image: RgbaImage): Promise<Look> };

type Effort = {
  now: () => number;
  /** After this long nothing new is begun; `Infinity` for a still picture, where everything is tried. */
  budgetMs: number;
};

/** So many parts of the picture are looked at closely. */
const regionsTried = 3;
/** A code moves little from frame to frame: looked for within its own size and this share of it around. */
const roomToMove = 0.4;
/** Frames after which a code that is not seen again is forgotten. */
const forgottenAfter = 5;

/** `prepareQrReader` must have resolved before the first look. */
export function createLooker({ now = () => performance.now(), budgetMs = 40 }: Partial<Effort> = {}): Looker {
  let last: { corners: Corners; framesAgo: number } | null = null;
  let turn = 0;

  async function look(image: RgbaImage): Promise<Look> {
    const deadline = now() + budgetMs;
    let grey: Grey | null = null;
    const whole = () => (grey ??= toGrey(image));
    const glance = createGlance(whole);
    for (const step of steps(image, whole)) {
      step(glance);
      if (glance.text() !== null || now() >= deadline) break;
    }
    turn++;
    const corners = glance.corners();
    if (corners !== null) last = { corners, framesAgo: 0 };
    else if (last !== null && ++last.framesAgo > forgottenAfter) last = null;
    return { text: glance.text(), outline: corners === null ? null : { corners } };
  }

  /** What is done with a frame, the cheapest for what it finds first. */
  function* steps(image: RgbaImage, whole: () => Grey): Generator<(glance: Glance) => void> {
    if (last !== null) {
      const rect = within(boundsOf(last.corners, sideOf(last.corners) * roomToMove), image);
      yield (glance) => glance.plainly(toGrey(image, rect), rect, {});
    }
    yield (glance) => glance.plainly(whole(), wholeOf(image), { most: 8 });
    const regions = likelyRegions(whole(), regionsTried).map((rect) => widened(rect, image));
    for (const rect of regions) yield (glance) => glance.closely(rect, views[0]);
    yield (glance) => glance.plainly(whole(), wholeOf(image), { downscale: true, invert: true, most: 8 });
    for (const view of inTurn(views.slice(1))) {
      for (const rect of regions) yield (glance) => glance.closely(rect, view);
    }
  }

  /** Every frame begins with another one, so that a few frames together try everything. */
  function inTurn(all: View[]): View[] {
    const first = turn % all.length;
    return [...all.slice(first), ...all.slice(0, first)];
  }

  return { look };
}

/** With room for what was cut off, and for the quiet zone. */
function widened(rect: Rect, image: RgbaImage): Rect {
  const room = rect.width / 4 + 12;
  return within(
    {
      left: rect.left - room,
      top: rect.top - room,
      width: rect.width + 2 * room,
      height: rect.height + 2 * room,
    },
    image,
  );
}
