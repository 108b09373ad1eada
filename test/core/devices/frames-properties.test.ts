import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCard } from '../../../core/card/parse-card.ts';
import { createFramer, frameLimitBytes } from '../../../core/devices/frames.ts';
import { inventCard } from '../../card-corpus/invent-card.ts';
import { createRandom } from '../../card-corpus/random.ts';
import { createHandClock } from '../hand-clock.ts';

const encoder = new TextEncoder();
const today = '2026-12-31';

const piece = fc.oneof(
  fc.integer().map((seed) => encoder.encode(inventCard(createRandom(seed)).payload)),
  fc
    .constantFrom('\r', '\n', '\r\n', '\t', '|', '\u0000', '<script>', '\u202e', ']Q1')
    .map((text) => encoder.encode(text)),
  // Printer commands, half a letter, a surrogate in UTF-8, an overlong slash, a byte that is never UTF-8.
  fc
    .constantFrom([0x1b, 0x40], [0x1d, 0x56, 0], [0xe1, 0xbb], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xff])
    .map((bytes) => Uint8Array.from(bytes)),
  fc.uint8Array({ maxLength: 60 }),
);
const stream = fc
  .array(piece, { maxLength: 12 })
  .map((pieces) => Uint8Array.from(pieces.flatMap((bytes) => [...bytes])));
const cuts = fc.array(fc.nat(2000), { maxLength: 20 });

function read(bytes: Uint8Array, at: number[]): string[] {
  const texts: string[] = [];
  const framer = createFramer(createHandClock(), (text) => texts.push(text));
  const edges = [0, ...at.map((cut) => Math.min(cut, bytes.length)).toSorted((a, b) => a - b), bytes.length];
  for (let index = 1; index < edges.length; index += 1)
    framer.push(bytes.subarray(edges[index - 1], edges[index]));
  framer.flush();
  return texts;
}

test('the same bytes give the same texts however they are cut into chunks', () => {
  fc.assert(
    fc.property(stream, cuts, (bytes, at) => {
      expect(read(bytes, at)).toEqual(read(bytes, []));
      expect(read(bytes, at)).toEqual(read(bytes, Array.from(bytes.keys())));
    }),
    { numRuns: 500 },
  );
});

test('no bytes make a text that is empty, has an end in it or was not sent, nor a card with a control code', () => {
  fc.assert(
    fc.property(stream, cuts, (bytes, at) => {
      for (const text of read(bytes, at)) {
        expect(text).toMatch(/^[^\r\n\t]+$/);
        expect(Buffer.from(bytes).includes(Buffer.from(text))).toBe(true);
        const reading = parseCard(text, today);
        if (reading.outcome === 'not-a-card') continue;
        for (const field of Object.values(reading.card)) expect(field ?? '').not.toMatch(/\p{C}/u);
      }
    }),
    { numRuns: 1000 },
  );
});

test('cards between garbage are all read', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer(), stream), { minLength: 1, maxLength: 4 }),
      cuts,
      (turns, at) => {
        const payloads = turns.map(([seed]) => inventCard(createRandom(seed)).payload);
        const bytes = turns.flatMap(([, garbage], index) => [
          ...garbage,
          13,
          ...encoder.encode(payloads[index]),
          13,
        ]);
        const texts = read(Uint8Array.from(bytes), at);
        expect(payloads.filter((payload) => !texts.includes(payload))).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('a megabyte without an end is dropped, and the card after it is read', () => {
  const { payload } = inventCard(createRandom(2));
  const flood = new Uint8Array(2 ** 20).fill(0x30);
  const bytes = Uint8Array.from([...flood, 13, ...encoder.encode(payload), 13]);
  expect(read(bytes, [])).toEqual([payload]);
  expect(read(bytes, [frameLimitBytes, frameLimitBytes + 1, 2 ** 19])).toEqual([payload]);
});
