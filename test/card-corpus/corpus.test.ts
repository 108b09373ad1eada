import { readBarcodes } from 'zxing-wasm/reader';
import { beforeAll, expect, test } from 'vitest';
import { readerWasm } from '../../core/cli/reader-wasm.ts';
import { prepareQrReader, type RgbaImage } from '../../core/card/read-qr.ts';
import { drawBackdrop } from './backdrop.ts';
import { corpusFrames, printCard } from './corpus.ts';
import { inventCard, payloadBytes } from './invent-card.ts';
import { kinds, levels } from './kinds.ts';
import { photograph } from './photograph.ts';
import { createRandom } from './random.ts';
import { corpusSequences } from './sequences.ts';
import type { Shot } from './shot.ts';

beforeAll(() => prepareQrReader({ wasmBinary: readerWasm() }));

const only = { kind: 'mixture', level: 'hard' } as const;
const bytesOf = (image: RgbaImage | undefined) => Buffer.from(image?.data.buffer ?? new ArrayBuffer(0));
const differ = (a: RgbaImage | undefined, b: RgbaImage | undefined) => !bytesOf(a).equals(bytesOf(b));

test('a seed gives the same frames every time, and another seed gives others', () => {
  const [first, second] = corpusFrames({ seed: 7, perCell: 2, only });
  const [again] = corpusFrames({ seed: 7, perCell: 1, only });
  const [other] = corpusFrames({ seed: 8, perCell: 1, only });
  expect(bytesOf(first?.image).byteLength).toBe(1280 * 720 * 4);
  expect(differ(first?.image, again?.image)).toBe(false);
  expect(again?.payload).toBe(first?.payload);
  expect(differ(first?.image, second?.image)).toBe(true);
  expect(differ(first?.image, other?.image)).toBe(true);
  expect(other?.payload).not.toBe(first?.payload);
});

test('every kind is there at every level, with a text unless it has no code', () => {
  const seen = Array.from(corpusFrames({ seed: 1, perCell: 1 }), ({ kind, level, payload }) => {
    expect(payload === null).toBe(kind === 'no-code');
    return `${kind} ${level}`;
  });
  expect(seen.toSorted()).toEqual(
    kinds.flatMap((kind) => levels.map((level) => `${kind} ${level}`)).toSorted(),
  );
}, 90_000);

test('every sixth frame is a small one', () => {
  const wish = { seed: 1, perCell: 6, only: { kind: 'jpeg', level: 'easy' } } as const;
  expect(Array.from(corpusFrames(wish), ({ image }) => image.width)).toEqual([
    1280, 1280, 1280, 1280, 1280, 640,
  ]);
});

/** A card that lies straight under a perfect camera. */
const perfect: Shot = {
  width: 640,
  height: 480,
  pixelsPerModule: 4,
  at: { x: 320, y: 240 },
  rollDegrees: 0,
  pitchDegrees: 0,
  yawDegrees: 0,
  mirrored: false,
  barrel: 0,
  fingers: [],
  softness: 0.3,
  defocus: 0,
  motion: [],
  exposure: 0.9,
  falloff: { share: 0, degrees: 0 },
  shade: null,
  glare: [],
  noise: { bright: 0, dark: 0 },
  gamma: 2.2,
  sharpening: 0,
  jpegQuality: 100,
};

test('a card that nothing was done to says its payload, also turned, tilted and mirrored', async () => {
  for (const [seed, change] of [
    {},
    { rollDegrees: 200 },
    { yawDegrees: 20, pitchDegrees: -15 },
    { mirrored: true, barrel: 0.1 },
  ].entries()) {
    const random = createRandom(seed, 'perfect');
    const invented = inventCard(random);
    const card = printCard(random, invented);
    const image = photograph(card, drawBackdrop(random), { ...perfect, ...change }, random);
    const [found] = await readBarcodes({ ...image, colorSpace: 'srgb' }, { formats: ['QRCode'] });
    expect(new TextDecoder().decode(found?.bytes)).toBe(invented.payload);
    expect(found?.isMirrored).toBe(change.mirrored ?? false);
  }
});

test('payloads are as long as those of real cards, with letters of both alphabets', () => {
  const payloads = Array.from({ length: 200 }, (_, seed) => inventCard(createRandom(seed)).payload);
  const lengths = payloads.map((payload) => Buffer.byteLength(payload));
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(payloadBytes.least);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(payloadBytes.most);
  expect(new Set(payloads.map((payload) => payload.split('|').length))).toEqual(new Set([7, 11]));
  expect(new Set(payloads).size).toBe(payloads.length);
});

test('a frame of a sequence is the same whenever it is asked for, and the next one is another', () => {
  const [sequence] = corpusSequences({ seed: 3, count: 1 });
  const later = sequence?.frameAt(9);
  const first = sequence?.frameAt(0);
  expect(sequence?.frames).toBe(30);
  expect(differ(sequence?.frameAt(9), later)).toBe(false);
  expect(differ(first, later)).toBe(true);
});
