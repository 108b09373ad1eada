import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { measureLight } from '../../../core/card/light.ts';
import type { RgbaImage } from '../../../core/card/read-qr.ts';

function picture(width: number, height: number, draw: (pen: SKRSContext2D) => void): RgbaImage {
  const pen = createCanvas(width, height).getContext('2d');
  draw(pen);
  return { data: new Uint8ClampedArray(pen.getImageData(0, 0, width, height).data), width, height };
}

const overview = (draw: (pen: SKRSContext2D) => void) => picture(160, 90, draw);
const detail = (draw: (pen: SKRSContext2D) => void) => picture(144, 144, draw);
const plain = (colour: string) => (pen: SKRSContext2D) => {
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 999, 999);
};
/** Squares as in a code; `blurPx` as a lens out of focus draws them. */
const modules = (sidePx: number, blurPx: number) => (pen: SKRSContext2D) => {
  plain('#e8e8e8')(pen);
  pen.filter = blurPx === 0 ? 'none' : `blur(${blurPx}px)`;
  pen.fillStyle = '#202020';
  for (let y = 0; y < 144; y += sidePx) {
    for (let x = 0; x < 144; x += sidePx)
      if ((x + y) % (3 * sidePx) === 0) pen.fillRect(x, y, sidePx, sidePx);
  }
};
const print = (pen: SKRSContext2D) => {
  plain('#d7e6dc')(pen);
  pen.fillStyle = '#2b3a35';
  for (let y = 3; y < 90; y += 6) for (let x = 2; x < 160; x += 9) pen.fillRect(x, y, 6, 2);
};

test('an even picture has its luma, no contrast, and nothing to focus on', () => {
  const light = measureLight(overview(plain('#808080')), detail(plain('#808080')));
  expect(light.mean).toBeCloseTo(128, -0.5);
  expect(light).toMatchObject({ black: 0, blown: 0, sharpness: 0, glare: 0, cardLike: 0, codeLike: 0 });
  expect(light.contrast).toBeLessThan(0.001);
});

test('black and blown-out parts are told as shares of the picture', () => {
  const light = measureLight(
    overview((pen) => {
      plain('#808080')(pen);
      pen.fillStyle = '#000000';
      pen.fillRect(0, 0, 40, 90);
      pen.fillStyle = '#ffffff';
      pen.fillRect(144, 0, 16, 90);
    }),
    detail(plain('#808080')),
  );
  expect(light.black).toBeCloseTo(0.25);
  expect(light.blown).toBeCloseTo(0.1);
});

test('print in focus is far sharper than print out of focus, whatever its size', () => {
  const sharpness = (sidePx: number, blurPx: number) =>
    measureLight(overview(print), detail(modules(sidePx, blurPx))).sharpness;
  for (const sidePx of [4, 6, 12]) expect(sharpness(sidePx, 0)).toBeGreaterThan(0.5);
  for (const sidePx of [6, 12]) expect(sharpness(sidePx, 6)).toBeLessThan(0.2);
});

test('a bright spot is glare, the white modules of a code are not', () => {
  const white = (pen: SKRSContext2D) => {
    plain('#ffffff')(pen);
    pen.fillStyle = '#202020';
    for (let y = 0; y < 144; y += 6)
      for (let x = (y / 6) % 2 ? 6 : 0; x < 144; x += 12) pen.fillRect(x, y, 6, 6);
  };
  const spot = (pen: SKRSContext2D) => {
    white(pen);
    pen.fillStyle = '#ffffff';
    pen.fillRect(36, 36, 60, 60);
  };
  expect(measureLight(overview(print), detail(white)).glare).toBe(0);
  expect(measureLight(overview(print), detail(spot)).glare).toBeGreaterThan(0.1);
});

test('a pale printed thing in the middle is like a card; a wall or a dark jacket is not', () => {
  const cardLike = (draw: (pen: SKRSContext2D) => void) =>
    measureLight(overview(draw), detail(print)).cardLike;
  expect(cardLike(print)).toBeGreaterThan(0.8);
  expect(cardLike(plain('#e0ddd8'))).toBe(0);
  expect(cardLike(plain('#2a2d33'))).toBe(0);
});

test('a code that fills the picture is told from a card and from a room', () => {
  const codeLike = (draw: (pen: SKRSContext2D) => void) =>
    measureLight(overview(draw), detail(print)).codeLike;
  // Drawn from a few bits that look like chance.
  const code = (pen: SKRSContext2D) => {
    plain('#e8ece8')(pen);
    pen.fillStyle = '#1c1c1c';
    let bits = 0x2545f491;
    for (let y = 0; y < 90; y += 2) {
      for (let x = 0; x < 160; x += 2) {
        bits = (Math.imul(bits, 1664525) + 1013904223) >>> 0;
        if (bits >>> 31) pen.fillRect(x, y, 2, 2);
      }
    }
  };
  expect(codeLike(code)).toBeGreaterThan(0.6);
  expect(codeLike(print)).toBeLessThan(0.2);
  expect(codeLike(plain('#808080'))).toBe(0);
});

test('a picture without pixels is measured without falling over', () => {
  const none = { data: new Uint8ClampedArray(0), width: 0, height: 0 };
  expect(measureLight(none, none)).toMatchObject({ mean: 0, contrast: 0, cardLike: 0 });
});
