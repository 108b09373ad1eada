import type { PaperWidth } from '../bitmap.ts';
import { fontNames, type SlipCanvas } from '../canvas.ts';
import type { TextWeight } from '../slip-lines.ts';
import type { Sizes } from './sizes.ts';

export type Pen = SlipCanvas['context'];

/** A slip while its lines are being placed. What is placed is drawn once the length of the slip is known. */
export type Sheet = { widthDots: PaperWidth; sizes: Sizes; pen: Pen; drawings: ((pen: Pen) => void)[] };

/** Where a line may stand: its top and its left edge, and how wide it may be. */
export type Box = { x: number; y: number; width: number };

export function fontOf(size: number, weight: TextWeight | 'giant'): string {
  return `${size}px "${fontNames[weight]}", "${weight === 'medium' ? fontNames.khmer : fontNames.khmerBold}"`;
}
