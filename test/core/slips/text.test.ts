import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../core/slips/printable.ts';
import { wrap } from '../../../core/slips/wrap.ts';

test.each([
  ['Ngô \u202enẩuhC năV', 'Ngô nẩuhC năV', 'a right-to-left override'],
  ['a\u001bpb\u0000c\u200bd\ufeff', 'apbcd', 'control and zero-width signs'],
  ['Vă\u0301\u0301\u0301\u0301n', 'V\u1eaf\u0301n', 'piled marks'],
  ['Nguye\u0302\u0303n', 'Nguyễn', 'decomposed letters'],
  ['Y-Brŏ Mlô Ơ\u0306n', 'Y-Brŏ Mlô Ơ\u0306n', 'letters of minority peoples'],
  ['số 5 \ud83d\ude00 漢 a\u0651', 'số 5 · · a·', 'signs the fonts have not'],
  ['ស្ត្រី ខ្មែរ', 'ស្ត្រី ខ្មែរ', 'Khmer, with its letters below letters'],
  [`ក${'ិ'.repeat(40)}`, `ក${'ិ'.repeat(5)}`, 'piled Khmer marks'],
  ['một\r\nhai\tba  bốn', 'một hai ba bốn', 'line ends'],
  ['\u0301\u0301', '', 'marks without a letter'],
])('%j is drawn as %j: %s', (text, drawn) => {
  expect(printable(text)).toBe(drawn);
});

test('a text that has no end gets one', () => {
  expect(printable('x'.repeat(1000))).toBe(`${'x'.repeat(399)}…`);
});

test('whatever the text, what is drawn holds no control, surrogate or format sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      expect(printable(text)).not.toMatch(/\p{C}/u);
      expect(Array.from(printable(text)).length).toBeLessThanOrEqual(400);
    }),
    { numRuns: 300 },
  );
});

const bare = (text: string) => text.replace(/[ \u00a0]/g, '');
const letters = (text: string) => text.length;

test.each([
  ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', 28, ['TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG']],
  ['Đất đai – Xây dựng – Môi trường', 24, ['Đất đai\u00a0– Xây dựng\u00a0–', 'Môi trường']],
  ['Mời đến Quầy\u00a01 hoặc\u00a0Quầy\u00a02', 20, ['Mời đến Quầy\u00a01', 'hoặc\u00a0Quầy\u00a02']],
  ['ngắn', 20, ['ngắn']],
  ['', 20, ['']],
])('%j is set evenly', (text, width, lines) => {
  expect(wrap(text, width, letters)).toEqual(lines);
});

test('Khmer, which has no spaces, is broken between words and never inside a syllable', () => {
  const text = 'សូមរក្សាទុកសំបុត្រនេះ';
  const lines = wrap(text, 14, letters);
  expect(lines).toEqual(['សូមរក្សាទុក', 'សំបុត្រនេះ']);
  expect(wrap(`${text} A012`, 100, letters)).toEqual([`${text} A012`]);
});

test('no line is too wide and no letter is lost, even in a word that is wider than the paper', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ố', ' ', '-', ',', 'ក', 'ទ'), maxLength: 120 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (words, width) => {
      const lines = wrap(words, width, letters);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      expect(bare(lines.join(''))).toBe(bare(words));
    }),
  );
});
