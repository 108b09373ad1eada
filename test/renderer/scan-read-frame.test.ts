import { expect, test } from 'vitest';
import { chooseLooker } from '../../renderer/scan/read-frame.ts';
import { prepareReader } from '../core/card/prepare-reader.ts';
import { codeOf, inColour, payload, photograph, squareAt } from '../core/card/qr/draw-code.ts';

const frame = inColour(photograph(codeOf(payload), squareAt(200, 100, 205), { width: 640, height: 480 }));
const empty = inColour({ data: new Uint8Array(640 * 480).fill(200), width: 640, height: 480 });

test.each([
  ['without WebAssembly', () => Promise.reject(new Error('switched off'))],
  ['with WebAssembly', prepareReader],
])('a card held well is read and outlined %s', async (_, prepare) => {
  const looker = await chooseLooker(prepare);
  const { text, outline } = await looker.look(frame);
  expect(text).toBe(payload);
  const [first, , third] = outline?.corners ?? [];
  expect(Math.hypot((first?.x ?? 0) - 200, (first?.y ?? 0) - 100)).toBeLessThan(4);
  expect(Math.hypot((third?.x ?? 0) - 405, (third?.y ?? 0) - 305)).toBeLessThan(4);
  expect(await looker.look(empty)).toEqual({ text: null, outline: null });
});
