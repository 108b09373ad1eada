import type { Sighting } from '../../../core/card/guidance.ts';
import type { Light } from '../../../core/card/light.ts';
import type { Outline } from '../../../core/card/look.ts';

/** What frames give in the situations of a hall, without pictures. */

export const frame = { width: 1920, height: 1080 };

export const roomLight: Light = {
  mean: 105,
  black: 0.02,
  blown: 0.01,
  contrast: 45,
  sharpness: 0.6,
  glare: 0,
  cardLike: 0.05,
  codeLike: 0.02,
};

export function square(centreX: number, centreY: number, side: number): Outline {
  const half = side / 2;
  return {
    corners: [
      { x: centreX - half, y: centreY - half },
      { x: centreX + half, y: centreY - half },
      { x: centreX + half, y: centreY + half },
      { x: centreX - half, y: centreY + half },
    ],
  };
}

export function sighting(
  atMs: number,
  seen: { text?: string; outline?: Outline; light?: Partial<Light> } = {},
): Sighting {
  return {
    atMs,
    frame,
    look: { text: seen.text ?? null, outline: seen.outline ?? null },
    light: { ...roomLight, ...seen.light },
  };
}
