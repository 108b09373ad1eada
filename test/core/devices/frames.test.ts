import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFramer, frameLimitBytes, idleGapMs } from '../../../core/devices/frames.ts';
import type { Scan } from '../../../core/devices/scanner.ts';
import { createHandClock } from '../hand-clock.ts';

const textOf = (scan: Scan) => (scan.at === 'text' ? scan.text : scan.at);
const encoder = new TextEncoder();
const codeText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  .filter((text) => !/[\r\n\t]/.test(text) && !text.startsWith('\uFEFF'));

function chunked(bytes: Uint8Array, cuts: number[]): Uint8Array[] {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return edges.slice(1).map((end, index) => bytes.slice(edges[index], end));
}

test('several codes in a row come out whole, whatever the suffix and the chunks', () => {
  fc.assert(
    fc.property(
      fc.array(codeText, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\r', '\n', '\r\n', '\t'),
      fc.array(fc.nat(1000), { maxLength: 12 }),
      (texts, suffix, cuts) => {
        const read: string[] = [];
        const framer = createFramer(createHandClock(), (scan) => read.push(textOf(scan)));
        for (const chunk of chunked(encoder.encode(texts.map((text) => text + suffix).join('')), cuts))
          framer.push(chunk);
        expect(read).toEqual(texts);
      },
    ),
  );
});

test('a scanner without a suffix ends a code by its pause, and a short pause inside a code cuts nothing', () => {
  const clock = createHandClock();
  const read: string[] = [];
  const framer = createFramer(clock, (scan) => read.push(textOf(scan)));
  framer.push(encoder.encode('0790859|Trần Văn '));
  clock.advance(idleGapMs - 1);
  framer.push(encoder.encode('Mẫu'));
  expect(read).toEqual([]);
  clock.advance(idleGapMs);
  expect(read).toEqual(['0790859|Trần Văn Mẫu']);
});

test('what was held of a code when the scanner was unplugged is not joined to the next one, nor read alone', () => {
  const clock = createHandClock();
  const read: string[] = [];
  const framer = createFramer(clock, (scan) => read.push(textOf(scan)));
  framer.push(encoder.encode('0790859|Trần'));
  framer.drop();
  clock.advance(idleGapMs);
  framer.push(encoder.encode('sau đó\r'));
  expect(read).toEqual(['sau đó']);
});

test('bytes that are not UTF-8 and codes without end are only said to have come, and the next code is read', () => {
  const read: string[] = [];
  const framer = createFramer(createHandClock(), (scan) => read.push(textOf(scan)));
  framer.push(Uint8Array.of(0x4e, 0x67, 0xff, 0x0d));
  framer.push(new Uint8Array(frameLimitBytes + 1).fill(0x41));
  framer.push(encoder.encode('\rsau đó\r'));
  expect(read).toEqual(['not-utf8', 'too-long', 'sau đó']);
});

test('any bytes in any chunks never throw and never give a text with a suffix in it', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 10 }), (chunks) => {
      const read: string[] = [];
      const framer = createFramer(createHandClock(), (scan) => read.push(textOf(scan)));
      for (const chunk of chunks) framer.push(chunk);
      framer.flush();
      expect(read.filter((text) => /[\r\n\t]/.test(text) || text === '')).toEqual([]);
    }),
  );
});
