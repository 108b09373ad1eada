import type { FrameSize } from './framing.ts';
import type { Light } from './light.ts';
import type { Look, Outline } from './look.ts';
import { centreOf, isCutOff, lessSharpThanPrint, sideOf, spansFrame } from './outline.ts';

/** What to tell the person who holds the card. One at a time, the one that helps most. */
export type Hint =
  /** Nothing seen: show where to hold it. */
  | 'looking'
  | 'nearer'
  | 'farther'
  | 'too-dark'
  | 'glare'
  | 'hold-still'
  /** Something like a card, but no code: it is on the other side. */
  | 'turn-card'
  /** The code leaves the picture at an edge. */
  | 'wrong-place'
  | 'reading';

/** What one frame gave. `light` is `null` where it was not measured. */
export type Sighting = { atMs: number; frame: FrameSize; look: Look; light: Light | null };

export type Guidance = {
  hint: Hint;
  sinceMs: number;
  /** What each of the last frames alone would have said. */
  asked: { hint: Hint; atMs: number }[];
  /** Since when something like a card has been seen without a code. */
  cardSinceMs: number | null;
  /** The last second, oldest first. */
  recent: Sighting[];
};

export const times = {
  windowMs: 1000,
  /** A hint stands at least as long as it takes to read; only good news comes sooner. */
  standsMs: 1200,
  /** So long a look back decides: one odd frame must not change the words. */
  settlesMs: 600,
  /** A text read this long ago is still being read, as far as the person is concerned. */
  readMs: 500,
  /** A card without a code is turned after so long, and then the other hints get their turn as well. */
  turnAfterMs: 3000,
  turnForMs: 4000,
};

/** Sides and distances in pixels of the frame or as shares of its height; see the tests for what each is worth. */
const limits = {
  nearerBelowPx: 140,
  /** Once asked nearer, a little past the limit. */
  nearEnoughPx: 165,
  fartherFrom: 0.72,
  blurredFrom: 0.34,
  darkMean: 42,
  glare: 0.06,
  glareOnCard: 0.15,
  cardLike: 0.35,
  /** A picture full of a code; once asked farther, or before a card is turned over, less of it is enough. */
  codeLike: 0.4,
  someCodeLike: 0.2,
  sidesPerSecond: 0.9,
};

export function startGuidance(atMs: number): Guidance {
  return {
    hint: 'looking',
    // The page itself says where to hold the card, so this need not be read out in full.
    sinceMs: atMs - times.standsMs + times.settlesMs,
    asked: [],
    cardSinceMs: null,
    recent: [],
  };
}

/** The guidance after one more frame. Times must not run backwards. */
export function guide(before: Guidance, seen: Sighting): Guidance {
  const { atMs } = seen;
  const recent = [...before.recent.filter((one) => atMs - one.atMs < times.windowMs), seen];
  const cardSinceMs = isCardWithoutCode(recent) ? (before.cardSinceMs ?? atMs) : null;
  const fitting = fittingHint(recent, before.hint, cardSinceMs);
  const asked = [...before.asked.filter((one) => atMs - one.atMs < times.settlesMs), { hint: fitting, atMs }];
  const hint = fitting === 'reading' ? fitting : mostAsked(asked, before.hint);
  const isRead = hint === 'reading' || atMs - before.sinceMs >= times.standsMs;
  return hint !== before.hint && isRead
    ? { hint, sinceMs: atMs, asked, cardSinceMs, recent }
    : { hint: before.hint, sinceMs: before.sinceMs, asked, cardSinceMs, recent };
}

/** Between equals the present one stays. */
function mostAsked(asked: Guidance['asked'], present: Hint): Hint {
  const votes = (hint: Hint) => asked.filter((one) => one.hint === hint).length;
  return asked.reduce((most, { hint }) => (votes(hint) > votes(most) ? hint : most), present);
}

/** Which hint the last second asks for, without regard to how long the present one has stood. */
function fittingHint(recent: Sighting[], present: Hint, cardSinceMs: number | null): Hint {
  const now = recent.at(-1);
  if (now === undefined) return 'looking';
  if (recent.some(({ look, atMs }) => look.text !== null && now.atMs - atMs <= times.readMs))
    return 'reading';
  const light = recent.findLast((one) => one.light !== null)?.light ?? null;
  const code = recent.flatMap(({ look, atMs, frame }) =>
    look.outline === null ? [] : [{ outline: look.outline, atMs, frame }],
  );
  const last = code.at(-1);
  const isSeen = last !== undefined && code.length * 3 >= recent.length;
  if (isSeen) return hintForCode(code, last, light, present);
  if (light === null) return 'looking';
  if (light.mean < limits.darkMean) return 'too-dark';
  if (light.codeLike >= (present === 'farther' ? limits.someCodeLike : limits.codeLike)) return 'farther';
  if (light.cardLike >= limits.cardLike / 2 && light.glare >= limits.glareOnCard) return 'glare';
  return cardSinceMs !== null && isTimeToTurn(now.atMs - cardSinceMs) ? 'turn-card' : 'looking';
}

type Code = { outline: Outline; atMs: number; frame: FrameSize };

function hintForCode(code: Code[], last: Code, light: Light | null, present: Hint): Hint {
  const { outline, frame } = last;
  const side = middleOf(code.map((one) => sideOf(one.outline)));
  const isBlurred = light !== null && lessSharpThanPrint(light.sharpness);
  if (spansFrame(outline, frame) || side >= frame.height * limits.fartherFrom) return 'farther';
  if (isCutOff(outline, frame)) return 'wrong-place';
  if (light !== null && light.mean < limits.darkMean) return 'too-dark';
  if (isMoving(code)) return 'hold-still';
  if (side < (present === 'nearer' ? limits.nearEnoughPx : limits.nearerBelowPx)) return 'nearer';
  if (light !== null && light.glare >= limits.glare) return 'glare';
  if (isBlurred && side >= frame.height * limits.blurredFrom) return 'farther';
  return 'hold-still';
}

/** Measured in sides of the code, so that a near card may move more pixels than a far one. */
function isMoving(code: Code[]): boolean {
  const first = code[0];
  const last = code.at(-1);
  if (first === undefined || last === undefined || first === last) return false;
  let way = 0;
  for (const [at, { outline }] of code.entries()) {
    const before = code[at - 1];
    if (before !== undefined) way += distance(centreOf(before.outline), centreOf(outline)) / sideOf(outline);
  }
  return (way * 1000) / Math.max(100, last.atMs - first.atMs) > limits.sidesPerSecond;
}

function middleOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function isCardWithoutCode(recent: Sighting[]): boolean {
  const cards = recent.filter(
    ({ light }) =>
      light !== null && light.cardLike >= limits.cardLike && light.codeLike < limits.someCodeLike,
  );
  return recent.every(({ look }) => look.outline === null) && cards.length * 2 > recent.length;
}

function isTimeToTurn(cardForMs: number): boolean {
  const sinceFirst = cardForMs - times.turnAfterMs;
  return sinceFirst >= 0 && sinceFirst % (2 * times.turnForMs) < times.turnForMs;
}
