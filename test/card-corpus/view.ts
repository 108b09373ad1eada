import type { Shot } from './shot.ts';

/** Nine numbers, row by row: millimetres from the middle of the code -> pixels of the frame. */
export type Homography = [number, number, number, number, number, number, number, number, number];

/** How the card's plane falls on the sensor of a pinhole camera; at the middle of the code the third coordinate is 1. */
export function cardToFrame(shot: Shot, moduleMm: number): Homography {
  const focalPixels = shot.width * 1.1;
  const pixelsPerMm = shot.pixelsPerModule / moduleMm;
  const distanceMm = focalPixels / pixelsPerMm;
  const [roll, pitch, yaw] = [shot.rollDegrees, shot.pitchDegrees, shot.yawDegrees].map(
    (degrees) => (degrees * Math.PI) / 180,
  ) as [number, number, number];
  const flip = shot.mirrored ? -1 : 1;
  // Of the rotation only what it does to the card's two axes matters.
  const spun = [
    [Math.cos(roll) * flip, -Math.sin(roll)],
    [Math.sin(roll) * flip, Math.cos(roll)],
  ] as const;
  const axes = [0, 1].map((axis) => {
    const across = spun[0][axis]!;
    const down = spun[1][axis]!;
    const x = Math.cos(yaw) * across;
    const depth = -Math.sin(yaw) * across;
    const y = Math.cos(pitch) * down - Math.sin(pitch) * depth;
    const z = Math.sin(pitch) * down + Math.cos(pitch) * depth;
    return { x: x * pixelsPerMm, y: y * pixelsPerMm, w: z / distanceMm };
  });
  const [u, v] = axes as [Axis, Axis];
  const { x, y } = shot.at;
  return [u.x + x * u.w, v.x + x * v.w, x, u.y + y * u.w, v.y + y * v.w, y, u.w, v.w, 1];
}

type Axis = { x: number; y: number; w: number };

/** Scaled so that a point in front of the camera keeps a positive third coordinate. */
export function invert(m: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = m;
  const cofactors: Homography = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  const determinant = a * cofactors[0] + b * cofactors[3] + c * cofactors[6];
  return cofactors.map((value) => value / determinant) as Homography;
}

export function project(m: Homography, u: number, v: number): { x: number; y: number } {
  const w = m[6] * u + m[7] * v + m[8];
  return { x: (m[0] * u + m[1] * v + m[2]) / w, y: (m[3] * u + m[4] * v + m[5]) / w };
}
