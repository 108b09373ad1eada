import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameCard, readsCardsWell } from '../../../core/card/framing.ts';
import { isCutOff, isSquarish, sideOf, spansFrame } from '../../../core/card/outline.ts';
import { frame, square } from './sightings.ts';

test('in full HD the whole card is in view and the code has five pixels a module', () => {
  const { code, card } = frameCard(frame);
  expect(code.width).toBeCloseTo(5 * 49);
  expect(card.x).toBeGreaterThanOrEqual(0);
  expect(card.y).toBeGreaterThanOrEqual(0);
  expect(card.x + card.width).toBeLessThanOrEqual(frame.width);
  expect(card.y + card.height).toBeLessThanOrEqual(frame.height);
});

test('whatever the camera: four to five pixels a module, the code whole and in the middle, on the card where it is printed', () => {
  const size = fc.record({
    width: fc.integer({ min: 640, max: 4096 }),
    height: fc.integer({ min: 480, max: 3072 }),
  });
  fc.assert(
    fc.property(size, (given) => {
      const { code, card } = frameCard(given);
      expect(code.width / 49).toBeGreaterThanOrEqual(3.999);
      expect(code.width / 49).toBeLessThanOrEqual(5.001);
      expect(code.height).toBe(code.width);
      expect(Math.abs(code.x + code.width / 2 - given.width / 2)).toBeLessThanOrEqual(given.width * 0.3);
      expect(Math.abs(code.y + code.height / 2 - given.height / 2)).toBeLessThanOrEqual(given.height * 0.3);
      // 15 of 85.6 millimetres, at the upper right.
      expect(code.width / card.width).toBeCloseTo(15 / 85.6);
      expect((card.x + card.width - code.x - code.width) / card.width).toBeCloseTo(4.5 / 85.6);
      expect((code.y - card.y) / card.height).toBeCloseTo(4 / 53.98);
    }),
  );
});

test.each([
  [1920, 1080, true],
  [1280, 720, true],
  [1280, 640, false],
  [640, 480, false],
])('a camera that gives %i × %i can read cards: %s', (width, height, is) => {
  expect(readsCardsWell({ width, height })).toBe(is);
});

test('a code near an edge is cut off there; one over two facing edges spans the frame', () => {
  expect(isCutOff(square(960, 540, 300), frame)).toBe(false);
  expect(isCutOff(square(100, 540, 220), frame)).toBe(true);
  expect(spansFrame(square(100, 540, 220), frame)).toBe(false);
  expect(spansFrame(square(960, 540, 1090), frame)).toBe(true);
  expect(sideOf(square(500, 500, 222))).toBeCloseTo(222);
});

test('a square at an angle is squarish; a strip or a crossed shape is not', () => {
  const at = (...points: [number, number][]) => {
    const [a, b, c, d] = points.map(([x, y]) => ({ x, y }));
    if (!a || !b || !c || !d) throw new Error('four corners');
    return { corners: [a, b, c, d] as [typeof a, typeof b, typeof c, typeof d] };
  };
  expect(isSquarish(square(300, 300, 200))).toBe(true);
  expect(isSquarish(at([0, 0], [200, 30], [190, 170], [10, 200]))).toBe(true);
  expect(isSquarish(at([0, 0], [0, 560], [44, 560], [44, 0]))).toBe(false);
  expect(isSquarish(at([0, 0], [200, 200], [200, 0], [0, 200]))).toBe(false);
});
