import { readFileSync } from 'node:fs';
import { create } from 'qrcode';
import { beforeAll, expect, test } from 'vitest';
import { prepareQrReader, readQr, type RgbaImage } from '../../../core/card/read-qr.ts';

beforeAll(async () => {
  const file = new URL('../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url);
  const bytes = readFileSync(file);
  await prepareQrReader({ wasmBinary: new Uint8Array(bytes).buffer });
});

const payload = '096088990039|000000039|Trương Ngọc Nghĩa|07041988|Nam|Khóm 4, Ấp Trại, Cà Mau|15092023';

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

test.each([2, 3, 8])('a card is read at %i pixels a module, letters and all', async (dots) => {
  expect(await readQr(picture(utf8(payload), dots))).toBe(payload);
});

test('a pale or an inverted code is read too', async () => {
  expect(await readQr(picture(utf8(payload), 4, { dark: 120, light: 170 }))).toBe(payload);
  expect(await readQr(picture(utf8(payload), 4, { dark: 255, light: 0 }))).toBe(payload);
});

test('control codes come through as they are, so that the card reader can refuse them', async () => {
  expect(await readQr(picture(utf8('Ngô\u0000Văn\u001b'), 4))).toBe('Ngô\u0000Văn\u001b');
});

test('a code that is not UTF-8 and a picture without a code give nothing', async () => {
  expect(await readQr(picture(Uint8Array.of(0x4e, 0xe1, 0xff, 0x20, 0x80), 4))).toBeNull();
  expect(
    await readQr({ data: new Uint8ClampedArray(400 * 400 * 4).fill(255), width: 400, height: 400 }),
  ).toBeNull();
  expect(await readQr({ data: new Uint8ClampedArray(4), width: 1, height: 1 })).toBeNull();
});
