import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guide, type Hint, type Sighting, startGuidance, times } from '../../../core/card/guidance.ts';
import { frame, sighting, square } from './sightings.ts';

const frameMs = 100;

/** Every hint that came up while `frames` frames were seen, in order, without repeats. */
function hintsOf(frames: number, see: (index: number) => Parameters<typeof sighting>[1]): Hint[] {
  let guidance = startGuidance(0);
  const hints: Hint[] = [guidance.hint];
  for (let index = 0; index < frames; index += 1) {
    guidance = guide(guidance, sighting(index * frameMs, see(index)));
    if (hints.at(-1) !== guidance.hint) hints.push(guidance.hint);
  }
  return hints;
}
const middle = (side: number) => square(frame.width / 2, frame.height / 2, side);

test('while nothing is seen it is shown where to hold the card', () => {
  expect(hintsOf(60, () => ({}))).toEqual(['looking']);
});

test('a text is good news at once', () => {
  const outline = middle(220);
  expect(hintsOf(4, (index) => (index < 3 ? {} : { text: 'card', outline }))).toEqual(['looking', 'reading']);
});

test.each<[Hint, string, (index: number) => Parameters<typeof sighting>[1]]>([
  ['nearer', 'a small code', () => ({ outline: middle(90) })],
  ['farther', 'a code as high as the picture', () => ({ outline: middle(900) })],
  [
    'farther',
    'a code beyond two facing edges',
    () => ({ outline: square(frame.width / 2, frame.height / 2, frame.height + 100) }),
  ],
  ['farther', 'a large code out of focus', () => ({ outline: middle(420), light: { sharpness: 0.1 } })],
  [
    'farther',
    'nothing but black and white, without a whole code',
    () => ({ light: { codeLike: 0.6, cardLike: 0.5 } }),
  ],
  ['wrong-place', 'a code at the edge', () => ({ outline: square(90, 500, 220) })],
  ['too-dark', 'a dark picture', () => ({ light: { mean: 20, contrast: 8 } })],
  ['too-dark', 'a code in the dark', () => ({ outline: middle(220), light: { mean: 30 } })],
  ['glare', 'glare on a code', () => ({ outline: middle(220), light: { glare: 0.2 } })],
  ['glare', 'glare on a card', () => ({ light: { glare: 0.3, cardLike: 0.3 } })],
  ['hold-still', 'a code that moves', (index) => ({ outline: square(600 + (index % 2) * 120, 500, 220) })],
  ['hold-still', 'a good code not read yet', () => ({ outline: middle(220) })],
])('%s is said of %s', (hint, _of, see) => {
  expect(hintsOf(20, see)).toEqual(['looking', hint]);
});

test('a card without a code is turned over after some seconds, and then the frame is shown again', () => {
  const hints = hintsOf(120, () => ({ light: { cardLike: 0.6 } }));
  expect(hints).toEqual(['looking', 'turn-card', 'looking', 'turn-card']);
  const tooShort = hintsOf(60, (index) => ({ light: { cardLike: index % 25 < 12 ? 0.6 : 0.05 } }));
  expect(tooShort).toEqual(['looking']);
});

test('a hand that trembles about the limit of size does not make the words flicker', () => {
  expect(hintsOf(80, (index) => ({ outline: middle(index % 3 === 0 ? 136 : 146) }))).toHaveLength(2);
  expect(hintsOf(80, (index) => ({ outline: middle(index % 3 === 0 ? 146 : 136) }))).toHaveLength(2);
  expect(hintsOf(80, (index) => ({ outline: middle(index % 2 === 0 ? 125 : 160) }))).toHaveLength(2);
});

test('one bad frame among good ones changes nothing', () => {
  const hints = hintsOf(60, (index) =>
    index % 10 === 5 ? { light: { mean: 10 } } : { outline: middle(90) },
  );
  expect(hints).toEqual(['looking', 'nearer']);
});

const anyOutline = fc
  .tuple(
    fc.integer({ min: -200, max: 2200 }),
    fc.integer({ min: -200, max: 1300 }),
    fc.integer({ min: 1, max: 1500 }),
  )
  .map(([x, y, side]) => square(x, y, side));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anySighting = fc.record({
  afterMs: fc.integer({ min: 20, max: 700 }),
  text: fc.option(fc.constantFrom('one', 'two'), { nil: undefined, freq: 8 }),
  outline: fc.option(anyOutline, { nil: undefined }),
  light: fc.record({
    mean: fc.double({ min: 0, max: 255, noNaN: true }),
    contrast: fc.double({ min: 0, max: 127, noNaN: true }),
    sharpness: share,
    glare: share,
    cardLike: share,
    codeLike: share,
  }),
});

function sightings(made: (typeof anySighting extends fc.Arbitrary<infer One> ? One : never)[]): Sighting[] {
  let atMs = 0;
  return made.map(({ afterMs, text, outline, light }) => {
    atMs += afterMs;
    return sighting(atMs, { ...(text && { text }), ...(outline && { outline }), light });
  });
}

test('whatever is seen: words stand long enough to be read, unless a code is read', () => {
  fc.assert(
    fc.property(fc.array(anySighting, { maxLength: 80 }), (made) => {
      let guidance = startGuidance(0);
      let changedAt = Number.NEGATIVE_INFINITY;
      for (const seen of sightings(made)) {
        const next = guide(guidance, seen);
        if (next.hint !== guidance.hint) {
          if (next.hint !== 'reading') expect(seen.atMs - changedAt).toBeGreaterThanOrEqual(times.standsMs);
          changedAt = seen.atMs;
        }
        guidance = next;
      }
    }),
  );
});

test('whatever is seen: a text in the frame means reading, and only the last second is kept', () => {
  fc.assert(
    fc.property(fc.array(anySighting, { maxLength: 80 }), (made) => {
      let guidance = startGuidance(0);
      for (const seen of sightings(made)) {
        guidance = guide(guidance, seen);
        if (seen.look.text !== null) expect(guidance.hint).toBe('reading');
        for (const { atMs } of guidance.recent) expect(seen.atMs - atMs).toBeLessThan(times.windowMs);
      }
    }),
  );
});

test('whatever went before, nothing to see leads back to where to hold the card', () => {
  fc.assert(
    fc.property(fc.array(anySighting, { maxLength: 40 }), (made) => {
      const seen = sightings(made);
      let guidance = startGuidance(0);
      for (const one of seen) guidance = guide(guidance, one);
      const last = seen.at(-1)?.atMs ?? 0;
      for (let index = 1; index <= 40; index += 1) {
        guidance = guide(guidance, sighting(last + index * frameMs));
      }
      expect(guidance.hint).toBe('looking');
    }),
  );
});
