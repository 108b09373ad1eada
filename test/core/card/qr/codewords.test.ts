import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendModules } from '../../../../core/card/qr/codewords.ts';
import { layoutOf } from '../../../../core/card/qr/layout.ts';
import { codeOf, payload, softOf } from './draw-code.ts';

function layoutFor(dimension: number) {
  const layout = layoutOf(dimension);
  if (layout === null) throw new Error('no layout');
  return layout;
}
const levels = ['L', 'M', 'Q', 'H'] as const;

test('a code of any size and level is found as it was printed', () => {
  for (let version = 5; version <= 25; version++) {
    for (const level of levels) {
      const code = codeOf('A'.repeat(30), level, version);
      const soft = softOf(code);
      const mended = mendModules(soft, layoutFor(code.dimension));
      expect(mended?.modules).toEqual(Uint8Array.from(soft, (dark) => (dark > 0 ? 1 : 0)));
      expect(mended?.doubt).toBe(0);
    }
  }
});

test('under noise a code is found as it was printed or not at all', () => {
  const anything = fc.record({
    level: fc.constantFrom(...levels),
    noise: fc.double({ min: 0.5, max: 2.2, noNaN: true }),
    seed: fc.integer({ min: 1 }),
  });
  let read = 0;
  fc.assert(
    fc.property(anything, ({ level, noise, seed }) => {
      const soft = softOf(codeOf(payload, level));
      let state = seed;
      const noisy = soft.map((dark) => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        return dark + noise * ((state / 0x7fffffff) * 2 - 1);
      });
      const mended = mendModules(noisy, layoutFor(Math.sqrt(soft.length)));
      if (mended === null) return;
      read++;
      expect(mended.modules).toEqual(Uint8Array.from(soft, (dark) => (dark > 0 ? 1 : 0)));
    }),
  );
  expect(read).toBeGreaterThan(10);
});

test('what is known to be worthless may be twice as much as what is wrong', () => {
  const code = codeOf(payload, 'M');
  const layout = layoutFor(code.dimension);
  // Ten codewords in each of four blocks, which have sixteen check codewords each.
  const lost = Array.from(layout.data.slice(0, 40 * 8));
  const glared = softOf(code);
  for (const module of lost) glared[module] = -0.01;
  expect(mendModules(glared, layout)?.modules).toEqual(
    Uint8Array.from(softOf(code), (dark) => (dark > 0 ? 1 : 0)),
  );
  const scratched = softOf(code);
  for (const module of lost) scratched[module] = 2;
  expect(mendModules(scratched, layout)).toBeNull();
});

test('a code in a mirror is turned over', () => {
  const code = codeOf(payload);
  const mirrored = softOf({ ...code, isDark: (x, y) => code.isDark(y, x) });
  expect(mendModules(mirrored, layoutFor(code.dimension))?.modules).toEqual(
    Uint8Array.from(softOf(code), (dark) => (dark > 0 ? 1 : 0)),
  );
});
