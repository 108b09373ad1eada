import type { Rect } from './grey.ts';

export type Point = { x: number; y: number };

/** Clockwise from the corner that the code itself calls the upper left. */
export type Corners = [Point, Point, Point, Point];

/** Takes a point of the unit square to a picture seen in perspective. */
export type Projection = {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
  g: number;
  h: number;
};

/** The projection that takes the corners of the unit square to `corners`. */
export function project([p0, p1, p2, p3]: Corners): Projection {
  const dx1 = p1.x - p2.x;
  const dx2 = p3.x - p2.x;
  const dy1 = p1.y - p2.y;
  const dy2 = p3.y - p2.y;
  const sx = p0.x - p1.x + p2.x - p3.x;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const area = dx1 * dy2 - dx2 * dy1 || 1e-9;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  return {
    a: p1.x - p0.x + g * p1.x,
    b: p3.x - p0.x + h * p3.x,
    c: p0.x,
    d: p1.y - p0.y + g * p1.y,
    e: p3.y - p0.y + h * p3.y,
    f: p0.y,
    g,
    h,
  };
}

export function apply({ a, b, c, d, e, f, g, h }: Projection, u: number, v: number): Point {
  const w = g * u + h * v + 1;
  return { x: (a * u + b * v + c) / w, y: (d * u + e * v + f) / w };
}

/** The mean length of a side. */
export function sideOf(corners: Corners): number {
  return (
    corners.reduce((sum, corner, index) => {
      const next = corners[(index + 1) % 4] ?? corner;
      return sum + Math.hypot(next.x - corner.x, next.y - corner.y);
    }, 0) / 4
  );
}

/** The upright rectangle around the corners, with `margin` on every side. */
export function boundsOf(corners: Corners, margin: number): Rect {
  const left = Math.min(...corners.map(({ x }) => x)) - margin;
  const top = Math.min(...corners.map(({ y }) => y)) - margin;
  return {
    left,
    top,
    width: Math.max(...corners.map(({ x }) => x)) + margin - left,
    height: Math.max(...corners.map(({ y }) => y)) + margin - top,
  };
}
