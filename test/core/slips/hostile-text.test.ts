import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperWidths } from '../../../core/slips/bitmap.ts';
import { drawSlip } from '../../../core/slips/draw.ts';
import { bitmapToEscpos } from '../../../core/slips/escpos.ts';
import { linesOfSlip } from '../../../core/slips/lines-of-slip.ts';
import { readEscpos } from '../../../core/slips/read-escpos.ts';
import { slip as anySlip } from '../../../core/slips/slip.ts';
import type { SlipLine } from '../../../core/slips/slip-lines.ts';
import { readJob } from '../../oracle/read-job.ts';
import { sampleSlips, slipKinds } from './sample-slips.ts';

/** Reset, drawer, cut, text on, status in real time, NULs, a right-to-left override, markup, marks, halves of letters. */
const pieces = [
  '\u001b@',
  '\u001bp\u0000\u0019\u00fa',
  '\u001dV\u0000',
  '\u001dv0\u0000\u0001\u0000\u0001\u0000\u00ff',
  '\u0010\u0004\u0001',
  '\u0010\u0014\u0001\u0000\u0001',
  '\u001b=\u0001',
  '\u0000\u0000\u0000',
  '\n\r\t\f',
  '\u202e',
  '{code:x}|',
  'ẫ\u0301\u0323',
  '\ud800',
  '😀',
  'ស្ត្រី',
  'Nguyễn Thị Ướt ',
];
/** Short enough for every field, and never blank: none of it is refused for its length alone. */
const hostile = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 })
  .map((each) => `${each.join('')}Ẫ`);
const ourCommands = ['ESC @', 'ESC d', 'GS V', 'GS v0'];

/** The places of all texts in a slip, such as `documents.0.name`. */
function textsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function withText<Value>(value: Value, path: string[], text: string): Value {
  const changed = structuredClone(value);
  let at: Record<string, unknown> = changed as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = text;
  return changed;
}

async function expectOnlyPictures(lines: SlipLine[], dots: (typeof paperWidths)[number]): Promise<void> {
  const bytes = bitmapToEscpos(await drawSlip(lines, dots));
  expect(readEscpos(bytes)).toMatchObject({ ok: true, value: { cuts: 1, fedLines: 4 } });
  const { commands, kinds } = await readJob(bytes, dots);
  expect([...new Set(commands)].toSorted()).toEqual(ourCommands);
  expect(new Set(kinds)).toEqual(new Set(['raster']));
  expect(Buffer.from(bytes).toString('hex').match(/../g)?.join(' ')).not.toMatch(/10 (04|05|14)/);
}

test.each(slipKinds)(
  'commands in any text of a %s slip reach the wire as dots or not at all',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...paperWidths), async (text, dots) => {
        let slip = sampleSlips[kind] as unknown;
        let taken = 0;
        for (const path of textsIn(slip)) {
          const parsed = anySlip.safeParse(withText(slip, path, text));
          // Refused by the name of the field, or taken as it is.
          if (parsed.success) {
            slip = parsed.data;
            taken++;
          } else {
            expect(parsed.error.issues[0]?.path.join('.')).toBe(path.join('.'));
          }
        }
        expect(taken).toBeGreaterThan(1);
        await expectOnlyPictures(linesOfSlip(anySlip.parse(slip)), dots);
      }),
      { numRuns: 6 },
    );
  },
  60_000,
);

test.each(slipKinds)(
  'ten thousand letters in a text of a %s slip are refused by the name of the field',
  (kind) => {
    const slip = sampleSlips[kind];
    for (const path of textsIn(slip)) {
      const parsed = anySlip.safeParse(withText(slip, path, 'Ẫ\u001b@'.repeat(3334)));
      expect(parsed.error?.issues[0]?.path.join('.')).toBe(path.join('.'));
    }
  },
);

test('and should they come to be drawn, they have an end and hold no command', async () => {
  const text = `${pieces.join(' ')} `.repeat(120);
  expect(text.length).toBeGreaterThan(10_000);
  const lines: SlipLine[] = [
    { kind: 'text', text, size: 'note', weight: 'medium', align: 'left' },
    { kind: 'row', label: text, value: text },
    { kind: 'item', mark: 'box', text, details: [text] },
    { kind: 'columns', columns: [[{ kind: 'bar', text }], [{ kind: 'giant', text }]] },
    { kind: 'table', heads: [text], rows: [{ title: text, cells: [text] }] },
  ];
  for (const dots of paperWidths) await expectOnlyPictures(lines, dots);
});
