import type { RgbaImage } from './read-qr.ts';

/** How well lit and how sharp a frame is. Luma goes from 0 to 255, shares from 0 to 1. */
export type Light = {
  mean: number;
  black: number;
  blown: number;
  /** The spread of the luma: its standard deviation. */
  contrast: number;
  /** How steep the steepest edges are: about 0.6 in focus, below 0.2 blurred; 0 where there is nothing to focus on. */
  sharpness: number;
  /** The share of spots without any drawing left in them, where the code is or, while none is seen, in the middle. */
  glare: number;
  /** The share of the middle that is pale and printed, as a card held close is. */
  cardLike: number;
  /** The share of the middle that is half dark and half pale, as a code held far too close is. */
  codeLike: number;
};

const blackBelow = 16;
const blownFrom = 250;
/** Below this range of luma the edges are noise. */
const leastRange = 32;
/** Larger than a module of a code that can be read, so that its white modules are not taken for glare. */
const spotPx = 12;
const cellPx = 8;

/**
 * @param overview the whole frame, reduced by leaving pixels out (not by averaging, which would hide glare)
 * @param detail a piece of the frame in full resolution: around the code, or else its middle
 */
export function measureLight(overview: RgbaImage, detail: RgbaImage): Light {
  const luma = lumaOf(overview);
  let sum = 0;
  let squares = 0;
  let black = 0;
  let blown = 0;
  for (const value of luma) {
    sum += value;
    squares += value * value;
    if (value < blackBelow) black += 1;
    else if (value >= blownFrom) blown += 1;
  }
  const n = Math.max(1, luma.length);
  const mean = sum / n;
  const detailLuma = lumaOf(detail);
  const middle = middleOf(luma, overview);
  return {
    mean,
    black: black / n,
    blown: blown / n,
    contrast: Math.sqrt(Math.max(0, squares / n - mean * mean)),
    sharpness: sharpnessOf(detailLuma, detail.width),
    glare: shareOfCells(detailLuma, detail.width, spotPx, (cell) => cell.min >= blownFrom),
    cardLike: shareOfCells(...middle, cellPx, isPalePrint),
    codeLike: shareOfCells(...middle, cellPx, isHalfDark),
  };
}

function lumaOf({ data, width, height }: RgbaImage): Uint8Array {
  const luma = new Uint8Array(width * height);
  for (let at = 0; at < luma.length; at += 1) {
    const rgba = at * 4;
    luma[at] = ((data[rgba] ?? 0) * 77 + (data[rgba + 1] ?? 0) * 150 + (data[rgba + 2] ?? 0) * 29) >> 8;
  }
  return luma;
}

/** The steepest one percent of the steps between neighbours, against the whole range from dark to light. */
function sharpnessOf(luma: Uint8Array, width: number): number {
  const steps = new Uint32Array(256);
  let min = 255;
  let max = 0;
  for (let at = 0; at < luma.length; at += 1) {
    const value = luma[at] ?? 0;
    if (value < min) min = value;
    if (value > max) max = value;
    const left = at % width === 0 ? value : (luma[at - 1] ?? value);
    const above = luma[at - width] ?? value;
    const step = Math.max(Math.abs(value - left), Math.abs(value - above));
    steps[step] = (steps[step] ?? 0) + 1;
  }
  if (max - min < leastRange) return 0;
  let rest = luma.length / 100;
  let step = 255;
  while (step > 0 && (rest -= steps[step] ?? 0) > 0) step -= 1;
  return Math.min(1, step / (max - min));
}

type Cell = { min: number; max: number; mean: number };

function shareOfCells(
  luma: Uint8Array,
  width: number,
  sidePx: number,
  counts: (cell: Cell) => boolean,
): number {
  const height = width === 0 ? 0 : luma.length / width;
  let cells = 0;
  let counted = 0;
  for (let top = 0; top + sidePx <= height; top += sidePx) {
    for (let left = 0; left + sidePx <= width; left += sidePx) {
      cells += 1;
      if (counts(cellOf(luma, width, left, top, sidePx))) counted += 1;
    }
  }
  return cells === 0 ? 0 : counted / cells;
}

function cellOf(luma: Uint8Array, width: number, left: number, top: number, sidePx: number): Cell {
  let min = 255;
  let max = 0;
  let sum = 0;
  for (let y = top; y < top + sidePx; y += 1) {
    for (let x = left; x < left + sidePx; x += 1) {
      const value = luma[y * width + x] ?? 0;
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
    }
  }
  return { min, max, mean: sum / (sidePx * sidePx) };
}

function isPalePrint({ min, max, mean }: Cell): boolean {
  return mean >= 120 && mean < blownFrom && max - min >= 30;
}

function isHalfDark({ min, max, mean }: Cell): boolean {
  const dark = max - min < 90 ? 0 : (max - mean) / (max - min);
  return dark >= 0.35 && dark <= 0.65;
}

/** Its inner three fifths, as rows of its own. */
function middleOf(luma: Uint8Array, { width, height }: RgbaImage): [Uint8Array, number] {
  const left = Math.round(width * 0.2);
  const top = Math.round(height * 0.2);
  const across = width - 2 * left;
  const middle = new Uint8Array(across * (height - 2 * top));
  for (let row = 0; row < height - 2 * top; row += 1) {
    const start = (top + row) * width + left;
    middle.set(luma.subarray(start, start + across), row * across);
  }
  return [middle, across];
}
