import { expect, test } from 'vitest';
import { band, smooth } from '../../../../core/card/qr/band.ts';
import { enlarge } from '../../../../core/card/qr/enlarge.ts';
import { crop, type Grey, toGrey, within } from '../../../../core/card/qr/grey.ts';
import { flatten, valueAt } from '../../../../core/card/qr/plane.ts';

function drawn(width: number, height: number, shade: (x: number, y: number) => number): Grey {
  const data = Uint8Array.from({ length: width * height }, (_, at) =>
    shade(at % width, Math.floor(at / width)),
  );
  return { data, width, height };
}

test('grey is as bright as the colour looks, in the part that is asked for', () => {
  const data = Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255);
  expect(Array.from(toGrey({ data, width: 2, height: 2 }).data)).toEqual([76, 150, 29, 255]);
  const right = { left: 1, top: 0, width: 1, height: 2 };
  expect(Array.from(toGrey({ data, width: 2, height: 2 }, right).data)).toEqual([150, 255]);
});

test('a part is cut out where it lies, and never beyond the picture', () => {
  const grey = drawn(4, 3, (x, y) => 10 * y + x);
  expect(Array.from(crop(grey, { left: 1, top: 1, width: 2, height: 2 }).data)).toEqual([11, 12, 21, 22]);
  expect(within({ left: -2.5, top: 1.2, width: 4, height: 9 }, grey)).toEqual({
    left: 0,
    top: 1,
    width: 2,
    height: 2,
  });
  expect(within({ left: 9, top: 9, width: 4, height: 4 }, grey)).toMatchObject({ width: 0, height: 0 });
});

test('enlarging keeps even grey even, an edge where it was, and a slope smooth', () => {
  const even = enlarge(drawn(5, 4, () => 93));
  expect([even.width, even.height]).toEqual([10, 8]);
  expect(new Set(even.data)).toEqual(new Set([93]));
  const edge = enlarge(drawn(8, 1, (x) => (x < 4 ? 0 : 200)));
  expect(Array.from(edge.data.slice(0, 16), (shade) => (shade > 100 ? 1 : 0))).toEqual([
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1,
  ]);
  const slope = Array.from(enlarge(drawn(8, 1, (x) => 20 * x)).data.slice(4, 12));
  expect(slope).toEqual(slope.toSorted((one, other) => one - other));
  expect(new Set(slope).size).toBe(slope.length);
});

test('a slope of light disappears and a dark dot on it stays dark', () => {
  const lit = band(
    drawn(60, 60, (x, y) => 60 + 2 * x - (x === 30 && y === 30 ? 25 : 0)),
    3,
  );
  const inside = [20, 25, 35, 40].map((x) => lit.data[20 * 60 + x] ?? 0);
  for (const shade of inside) expect(Math.abs(shade - 128)).toBeLessThan(4);
  expect(lit.data[30 * 60 + 30]).toBeLessThan(60);
});

test('a single grain is spread over nine pixels', () => {
  const { data } = smooth(drawn(9, 9, (x, y) => (x === 4 && y === 4 ? 190 : 100)));
  expect([data[4 * 9 + 4], data[3 * 9 + 3], data[4 * 9 + 2]]).toEqual([110, 110, 100]);
});

test('ink is as dark in the shade as in the light once the light is taken out', () => {
  const striped = drawn(120, 40, (x) => (x < 60 ? 1 : 0.2) * ((x >> 2) % 2 === 0 ? 200 : 60));
  const plane = flatten(striped, 10);
  const inLight = valueAt(plane, 30, 20) - valueAt(plane, 26, 20);
  const inShade = valueAt(plane, 94, 20) - valueAt(plane, 90, 20);
  expect(Math.abs(inLight)).toBeGreaterThan(1.5);
  expect(inShade / inLight).toBeCloseTo(1, 1);
});
