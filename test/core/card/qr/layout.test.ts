import { expect, test } from 'vitest';
import { layoutOf } from '../../../../core/card/qr/layout.ts';
import { codeOf } from './draw-code.ts';

test('the fixed patterns of every size are where another program prints them', () => {
  for (let version = 1; version <= 25; version++) {
    const { dimension, isDark } = codeOf('x', 'L', version);
    const layout = layoutOf(dimension);
    expect(layout?.version).toBe(version);
    const wrong = Array.from(layout?.fixed ?? []).filter(
      (sign, module) =>
        sign !== 0 && isDark(module % dimension, Math.floor(module / dimension)) !== (sign === 1),
    );
    expect(wrong).toEqual([]);
  }
});

test('every module is fixed, format or data', () => {
  for (const dimension of [21, 41, 61, 117]) {
    const layout = layoutOf(dimension);
    if (layout === null) throw new Error('no layout');
    const counted = new Uint8Array(dimension * dimension);
    for (const module of [...layout.data, ...layout.format.flat()])
      counted[module] = (counted[module] ?? 0) + 1;
    expect(counted).toEqual(Uint8Array.from(layout.fixed, (sign) => (sign === 0 ? 1 : 0)));
  }
});

test('there is no code of another size', () => {
  for (const dimension of [0, 17, 20, 42, 121]) expect(layoutOf(dimension)).toBeNull();
});
