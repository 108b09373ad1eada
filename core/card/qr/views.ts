import type { Way } from '../read-qr.ts';
import { band, smooth } from './band.ts';
import { enlarge } from './enlarge.ts';
import type { Grey } from './grey.ts';

/** One way of looking at a part of the picture: what is done to it before the decoder sees it. */
export type View = {
  prepare: (part: Grey) => Grey;
  /** Pixels after for one before. */
  scale: number;
  way: Way;
};

const twoShades: Way = { threshold: 'fixed' };

/** For a part that likely holds a code, in the order of what each finds for its time. */
export const views: View[] = [
  { prepare: (part) => enlarge(smooth(part)), scale: 2, way: {} },
  { prepare: (part) => enlarge(band(smooth(part), 5)), scale: 2, way: twoShades },
  { prepare: (part) => band(part, 6), scale: 1, way: twoShades },
  { prepare: (part) => enlarge(band(part, 3)), scale: 2, way: twoShades },
  { prepare: enlarge, scale: 2, way: {} },
  { prepare: (part) => enlarge(band(part, 2)), scale: 2, way: twoShades },
];
