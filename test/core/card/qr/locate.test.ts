import { beforeAll, expect, test } from 'vitest';
import { band } from '../../../../core/card/qr/band.ts';
import { equalise, middles, sampleModules } from '../../../../core/card/qr/equalise.ts';
import { enlarge } from '../../../../core/card/qr/enlarge.ts';
import { findFinders } from '../../../../core/card/qr/finders.ts';
import { fit, scoreOf } from '../../../../core/card/qr/fit.ts';
import { guessCodes } from '../../../../core/card/qr/guess.ts';
import { layoutOf } from '../../../../core/card/qr/layout.ts';
import { readLocated } from '../../../../core/card/qr/located.ts';
import { flatten } from '../../../../core/card/qr/plane.ts';
import type { Corners } from '../../../../core/card/qr/projection.ts';
import { likelyRegions } from '../../../../core/card/qr/regions.ts';
import { sight } from '../../../../core/card/read-qr.ts';
import { prepareReader } from '../prepare-reader.ts';
import { codeOf, grain, payload, photograph, smear, softOf, squareAt } from './draw-code.ts';

beforeAll(prepareReader);

const code = codeOf(payload);
const layout = layoutOf(code.dimension) ?? raise();
function raise(): never {
  throw new Error('no layout');
}
const side = code.dimension * 4;
/** Held at a slant. */
const corners: Corners = [
  { x: 40, y: 32 },
  { x: 40 + side, y: 44 },
  { x: 30 + side, y: 40 + side },
  { x: 34, y: 20 + side },
];
const size = { width: side + 80, height: side + 80 };

/** Turned by some twenty degrees, and hardly at a slant. */
const turned: Corners = [
  { x: 84, y: 22 },
  { x: 226, y: 77 },
  { x: 173, y: 220 },
  { x: 29, y: 164 },
];

function shifted(by: number): Corners {
  return corners.map(({ x, y }, index) => ({
    x: x + (index % 2 === 0 ? by : -by),
    y: y + (index < 2 ? by : -by / 2),
  })) as Corners;
}

test('the grid is laid where the code is, from corners that are more than half a module off', () => {
  const plane = flatten(grain(photograph(code, corners, size), 20), 16);
  const fitted = fit(plane, shifted(2.5), layout, 0.3);
  expect(scoreOf(plane, shifted(2.5), layout)).toBeLessThan(0.75 * (fitted?.score ?? 0));
  for (const [index, corner] of (fitted?.corners ?? []).entries()) {
    expect(Math.hypot(corner.x - (corners[index]?.x ?? 0), corner.y - (corners[index]?.y ?? 0))).toBeLessThan(
      1.5,
    );
  }
});

test('where there is no code no grid is laid', () => {
  const plane = flatten(
    grain({ data: new Uint8Array(200 * 200).fill(128), width: 200, height: 200 }, 60),
    16,
  );
  expect(fit(plane, squareAt(20, 20, 160), layout, 0.3)).toBeNull();
});

test('the blur of a moving hand is undone by what is known of every code', () => {
  const blurred = smear(photograph(code, squareAt(30, 30, side), size), 9);
  const plane = flatten(blurred, 16);
  const samples = sampleModules(plane, squareAt(30, 30, side), layout);
  const printed = softOf(code);
  const wrong = (soft: Float32Array) =>
    soft.filter((dark, module) => dark > 0 !== (printed[module] ?? 0) > 0).length;
  const before = wrong(middles(samples, layout));
  const after = wrong(equalise(samples, layout, layout.fixed));
  expect(before).toBeGreaterThan(200);
  expect(after).toBeLessThan(before / 10);
});

test('a code that the decoder locates and cannot read is read by its grey values', () => {
  const picture = smear(photograph(code, corners, size), 8);
  const texts = sight(picture, { downscale: true, invert: true }).map(({ text }) => text);
  expect(texts.some((text) => text !== null)).toBe(false);
  const located = readLocated(picture, { corners: shifted(1), dimension: code.dimension });
  expect(located?.text).toBe(payload);
});

test('no text is made of a code of another size, or of none', () => {
  const picture = photograph(code, corners, size);
  for (const dimension of [code.dimension - 4, code.dimension + 4]) {
    expect(readLocated(picture, { corners, dimension })?.text ?? null).toBeNull();
  }
  const noise = grain({ data: new Uint8Array(200 * 200).fill(128), width: 200, height: 200 }, 100);
  expect(readLocated(noise, { corners: squareAt(20, 20, 160), dimension: 41 })?.text ?? null).toBeNull();
});

test('with a thumb on one finder pattern the code is guessed from the other two', () => {
  for (const covered of [0, 1, 3] as const) {
    const picture = photograph(code, turned, size);
    const { x, y } = turned[covered];
    for (let dy = -28; dy < 28; dy++) {
      for (let dx = -28; dx < 28; dx++) {
        picture.data[Math.round(y + dy) * size.width + Math.round(x + dx)] = 90;
      }
    }
    const finders = findFinders(enlarge(band(picture, 3))).map((one) => ({
      x: one.x / 2,
      y: one.y / 2,
      module: one.module / 2,
    }));
    const guesses = guessCodes(finders, flatten(picture, 14));
    expect(guesses.map((guess) => readLocated(picture, guess)?.text)).toContain(payload);
  }
});

test('a code is what is dense all over, not lines of writing', () => {
  const picture = photograph(code, squareAt(300, 120, 150), { width: 640, height: 480 });
  for (let line = 40; line < 440; line += 30) {
    for (let x = 20; x < 250; x++) {
      for (let y = line; y < line + 12; y++) {
        if ((x * 7 + y * 3) % 11 < 4) picture.data[y * 640 + x] = 20;
      }
    }
  }
  const [first] = likelyRegions(picture, 3);
  const middle = {
    x: (first?.left ?? 0) + (first?.width ?? 0) / 2,
    y: (first?.top ?? 0) + (first?.height ?? 0) / 2,
  };
  expect(Math.hypot(middle.x - 375, middle.y - 195)).toBeLessThan(40);
  expect(likelyRegions({ data: new Uint8Array(100), width: 10, height: 10 }, 3)).toEqual([]);
});
