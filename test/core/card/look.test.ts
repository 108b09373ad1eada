import { create } from 'qrcode';
import { beforeAll, expect, test } from 'vitest';
import { createLooker, type Outline } from '../../../core/card/look.ts';
import type { RgbaImage } from '../../../core/card/qr/grey.ts';
import { prepareReader } from './prepare-reader.ts';
import { codeOf, inColour, payload, photograph, smear, squareAt } from './qr/draw-code.ts';

beforeAll(prepareReader);

/** `quietDots` of white around the modules, each `dots` wide. */
function picture(
  content: Uint8Array,
  dots: number,
  { dark = 0, light = 255, quietDots = 40 } = {},
): RgbaImage {
  const { modules } = create([{ data: content, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const width = modules.size * dots + 2 * quietDots;
  const data = new Uint8ClampedArray(width * width * 4).fill(light);
  for (let y = 0; y < modules.size * dots; y++) {
    for (let x = 0; x < modules.size * dots; x++) {
      if (!modules.get(Math.floor(y / dots), Math.floor(x / dots))) continue;
      data.fill(
        dark,
        4 * ((y + quietDots) * width + x + quietDots),
        4 * ((y + quietDots) * width + x + quietDots) + 3,
      );
    }
  }
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return { data, width, height: width };
}
const utf8 = (text: string) => new TextEncoder().encode(text);
const textIn = async (image: RgbaImage) => (await createLooker().look(image)).text;

test.each([2, 3, 8])('a card is read at %i pixels a module, letters and all', async (dots) => {
  expect(await textIn(picture(utf8(payload), dots))).toBe(payload);
});

test('a pale or an inverted code is read too', async () => {
  const still = createLooker({ budgetMs: Infinity });
  expect(await textIn(picture(utf8(payload), 4, { dark: 120, light: 170 }))).toBe(payload);
  expect((await still.look(picture(utf8(payload), 4, { dark: 255, light: 0 }))).text).toBe(payload);
});

test('control codes come through as they are, so that the card reader can refuse them', async () => {
  expect(await textIn(picture(utf8('Ngô\u0000Văn\u001b'), 4))).toBe('Ngô\u0000Văn\u001b');
});

test('a code that is not UTF-8 and a picture without a code give nothing', async () => {
  const still = createLooker({ budgetMs: Infinity });
  const foreign = picture(Uint8Array.of(0x4e, 0xe1, 0xff, 0x20, 0x80), 4);
  expect((await still.look(foreign)).text).toBeNull();
  const blank = { data: new Uint8ClampedArray(400 * 400 * 4).fill(255), width: 400, height: 400 };
  expect(await still.look(blank)).toEqual({ text: null, outline: null });
  const dot = { data: new Uint8ClampedArray(4), width: 1, height: 1 };
  expect(await still.look(dot)).toEqual({ text: null, outline: null });
});

const code = codeOf(payload);
const side = code.dimension * 4;
const frame = { width: 640, height: 480 };

function expectAt(outline: Outline | null, left: number, top: number) {
  const corners = outline?.corners ?? [];
  expect(corners).toHaveLength(4);
  for (const [index, { x, y }] of squareAt(left, top, side).entries()) {
    expect(Math.hypot((corners[index]?.x ?? 0) - x, (corners[index]?.y ?? 0) - y)).toBeLessThan(4);
  }
}

test('the outline lies where the code is, in the order in which the code begins', async () => {
  const looker = createLooker({ budgetMs: Infinity });
  const { outline } = await looker.look(inColour(photograph(code, squareAt(300, 200, side), frame)));
  expectAt(outline, 300, 200);
  // It is looked for there first, and found where it went.
  const moved = await looker.look(inColour(photograph(code, squareAt(280, 230, side), frame)));
  expect(moved.text).toBe(payload);
  expectAt(moved.outline, 280, 230);
});

test('a code smeared beyond reading is still outlined, and the text comes when the hand is still', async () => {
  const looker = createLooker({ budgetMs: Infinity });
  const sharp = photograph(code, squareAt(300, 200, side), frame);
  // A third of it is scratched out: more than any error correction forgives.
  const ruined = { ...sharp, data: sharp.data.slice() };
  for (let y = 235; y < 290; y++) ruined.data.fill(220, y * frame.width + 330, y * frame.width + 460);
  const lost = await looker.look(inColour(ruined));
  expect(lost.text).toBeNull();
  expectAt(lost.outline, 300, 200);
  expect((await looker.look(inColour(smear(sharp, 6)))).text).toBe(payload);
});

test('when the time of a frame is used up nothing new is begun, and the next frame goes on from there', async () => {
  // Too faint for the first glance: it takes one of the close looks.
  const faint = photograph(code, squareAt(300, 200, side), { ...frame, dark: 150, light: 168 });
  for (let y = 20; y < 120; y++) faint.data.fill(0, y * frame.width + 20, y * frame.width + 220);
  const hard = inColour(faint);
  let atMs = 0;
  const hurried = createLooker({ budgetMs: 40, now: () => (atMs += 41) });
  expect((await hurried.look(hard)).text).toBeNull();
  let steps = 0;
  const slow = createLooker({ budgetMs: 40, now: () => 20 * steps++ });
  const texts = [];
  for (let turn = 0; turn < 20; turn++) texts.push((await slow.look(hard)).text);
  expect(texts[0]).toBeNull();
  expect(texts).toContain(payload);
});
