import { createGlance, type Glance } from './qr/glance.ts';
import { type Grey, type Rect, type RgbaImage, toGrey, wholeOf, within } from './qr/grey.ts';
import { boundsOf, type Corners, type Point, sideOf } from './qr/projection.ts';
import { likelyRegions } from './qr/regions.ts';
import { views } from './qr/views.ts';

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
/** The whole as it is comes before everything; small, large and inverted it comes after so many close looks. */
const closeLooksFirst = 4;
/** A code moves little from frame to frame: looked for within its own size and this share of it around. */
const roomToMove = 0.4;
/** Frames after which a code that is not seen again is forgotten. */
const forgottenAfter = 5;

type Step = (glance: Glance) => void;

/** `prepareQrReader` must have resolved before the first look. */
export function createLooker({ now = () => performance.now(), budgetMs = 45 }: Partial<Effort> = {}): Looker {
  let last: { corners: Corners; framesAgo: number } | null = null;
  /** How far the close looks of the last frames came: the next frame goes on there, so that a few together try everything. */
  let closeLooks = 0;

  async function look(image: RgbaImage): Promise<Look> {
    const deadline = now() + budgetMs;
    const isOver = () => now() >= deadline;
    let grey: Grey | null = null;
    const glance = createGlance(() => (grey ??= toGrey(image)), isOver);
    for (const step of steps(image, glance.whole)) {
      step(glance);
      if (glance.text() !== null || isOver()) break;
    }
    const corners = glance.corners();
    if (corners !== null) last = { corners, framesAgo: 0 };
    else if (last !== null && ++last.framesAgo > forgottenAfter) last = null;
    return { text: glance.text(), outline: corners === null ? null : { corners } };
  }

  /** What is done with a frame, the cheapest for what it finds first. */
  function* steps(image: RgbaImage, whole: () => Grey): Generator<Step> {
    if (last !== null) {
      const rect = within(boundsOf(last.corners, sideOf(last.corners) * roomToMove), image);
      yield (glance) => glance.plainly(toGrey(image, rect), rect, {});
    }
    yield (glance) => glance.plainly(whole(), wholeOf(image), { most: 8 });
    const close = closeSteps(image, whole());
    const first = closeLooks;
    for (let i = 0; i < close.length; i++) {
      const step = close[(first + i) % close.length];
      closeLooks++;
      if (step !== undefined) yield step;
    }
  }

  return { look };
}

/** The likeliest part in every way, then the others. */
function closeSteps(image: RgbaImage, whole: Grey): Step[] {
  const regions = likelyRegions(whole, regionsTried).map((rect) => widened(rect, image));
  const close = regions.flatMap((rect) =>
    views.map(
      (view): Step =>
        (glance) =>
          glance.closely(rect, view),
    ),
  );
  const everySize: Step = (glance) =>
    glance.plainly(whole, wholeOf(image), { downscale: true, invert: true, most: 8 });
  return close.toSpliced(closeLooksFirst, 0, everySize);
}

/** With room for what was cut off, and for the quiet zone. */
function widened(rect: Rect, image: RgbaImage): Rect {
  const room = Math.max(40, rect.width / 4 + 12);
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
