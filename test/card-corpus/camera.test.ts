import { expect, test } from 'vitest';
import { loseAsJpeg } from './jpeg.ts';
import { disc, path, soften, spread } from './lens.ts';
import { createPlane, type Plane } from './plane.ts';
import { createRandom } from './random.ts';

function noisy(width: number, height: number, most: number): Plane {
  const random = createRandom('noisy');
  const plane = createPlane(width, height);
  plane.data.forEach((_, at) => {
    plane.data[at] = random.between(0, most);
  });
  return plane;
}

function furthest(a: Plane, b: Plane): number {
  return a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (b.data[at] ?? 0))), 0);
}

test('JPEG loses little at its best quality and most of the detail at its worst', () => {
  const before = noisy(32, 24, 255);
  const best = { ...before, data: before.data.slice() };
  const worst = { ...before, data: before.data.slice() };
  loseAsJpeg(best, 'luma', 100);
  loseAsJpeg(worst, 'luma', 3);
  expect(furthest(best, before)).toBeLessThan(4);
  expect(furthest(worst, before)).toBeGreaterThan(60);
});

test.each([
  ['out of focus', disc(2.6)],
  ['shaken', path([0, 1, 2, 3, 4].map((step) => ({ x: 1.3 * step, y: -0.7 * step })))],
])('a point of light that is %s is spread around its place, and none of it is lost', (_, kernel) => {
  const before = createPlane(41, 41);
  before.data[20 * 41 + 20] = 1;
  const after = createPlane(41, 41);
  spread(before, after, kernel);
  let sum = 0;
  let [x, y] = [0, 0];
  after.data.forEach((value, at) => {
    sum += value;
    x += value * (at % 41);
    y += value * Math.floor(at / 41);
  });
  expect(sum).toBeCloseTo(1, 4);
  expect(x).toBeCloseTo(20, 1);
  expect(y).toBeCloseTo(20, 1);
  expect(Math.max(...after.data)).toBeLessThan(0.5);
});

test('a soft lens leaves an even surface as it is and takes the edge off noise', () => {
  const even = createPlane(20, 20);
  even.data.fill(0.4);
  const rough = noisy(20, 20, 1);
  for (const [before, isEven] of [
    [even, true],
    [rough, false],
  ] as const) {
    const rows = createPlane(20, 20);
    const after = createPlane(20, 20);
    soften(before, rows, 0.8, 1);
    soften(rows, after, 0.8, 20);
    if (isEven) expect(furthest(after, even)).toBeLessThan(1e-6);
    else expect(furthest(after, rough)).toBeGreaterThan(0.2);
  }
});
