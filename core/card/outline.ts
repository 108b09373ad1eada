import type { FrameSize } from './framing.ts';
import type { Outline, Point } from './look.ts';

/** So near to the edge of the picture the code may go on beyond it; as a share of the picture's height. */
const edge = 0.015;

export function centreOf({ corners }: Outline): Point {
  return {
    x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
    y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
  };
}

/** The mean length of its four sides, in pixels; at least 1. */
export function sideOf({ corners: [a, b, c, d] }: Outline): number {
  const length = (from: Point, to: Point) => Math.hypot(from.x - to.x, from.y - to.y);
  return Math.max(1, (length(a, b) + length(b, c) + length(c, d) + length(d, a)) / 4);
}

export function isCutOff(outline: Outline, frame: FrameSize): boolean {
  return edgesTouched(outline, frame).length > 0;
}

/** Touches two edges that face each other. */
export function spansFrame(outline: Outline, frame: FrameSize): boolean {
  const touched = edgesTouched(outline, frame);
  return (
    (touched.includes('left') && touched.includes('right')) ||
    (touched.includes('top') && touched.includes('bottom'))
  );
}

/** By the figure of `Light`: print in focus is steeper. */
export function lessSharpThanPrint(sharpness: number): boolean {
  return sharpness > 0 && sharpness < 0.2;
}

/** Whether this can be a square seen at an angle. What merely looks like a corner of a code gives long, thin shapes. */
export function isSquarish({ corners }: Outline): boolean {
  const turns = corners.map((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner;
    const after = corners[(at + 2) % 4] ?? corner;
    return (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x);
  });
  const isConvex = turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0);
  const sides = corners.map((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  });
  return isConvex && Math.max(...sides) <= 2.2 * Math.min(...sides);
}

type Edge = 'left' | 'right' | 'top' | 'bottom';

function edgesTouched({ corners }: Outline, { width, height }: FrameSize): Edge[] {
  const near = height * edge;
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const touched: Edge[] = [];
  if (Math.min(...xs) < near) touched.push('left');
  if (Math.max(...xs) > width - near) touched.push('right');
  if (Math.min(...ys) < near) touched.push('top');
  if (Math.max(...ys) > height - near) touched.push('bottom');
  return touched;
}
