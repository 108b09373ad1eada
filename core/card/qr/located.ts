import { sight } from '../read-qr.ts';
import { type Mended, mendModules } from './codewords.ts';
import { equalise, middles, sampleModules } from './equalise.ts';
import { fit, sideOf } from './fit.ts';
import { crop, type Grey, within } from './grey.ts';
import { type Layout, layoutOf } from './layout.ts';
import { flatten } from './plane.ts';
import type { Corners } from './projection.ts';

export type Located = {
  corners: Corners;
  layout: Layout;
  /** How well the code's own patterns are seen: 1 is sharp, and below `leastScore` it is no code. */
  score: number;
  /** How dark each module looks, above 0 rather dark; what several frames can be added up in. */
  soft: Float32Array;
  text: string | null;
  /** See `Mended`; 1 without a text. */
  doubt: number;
};

/** Room around the code, in pixels: what lies beyond must not tell how dark the edge is. */
const room = 12;
/** Less is no code. Of thousands that were read none scored below 0.65, so below `readable` it is not even tried. */
const leastScore = 0.4;
const readable = 0.6;
/** More against a text than this, and it is not what was printed; of thousands that were right none had 0.03. */
const mostDoubt = 0.1;
/** The light is judged over so many modules to each side. */
const modulesAround = 4;

/**
 * Reads a code by its grey values where the decoder located one but could not read it: the grid is laid anew, the blur undone and
 * the doubtful parts left to the error correction. `null` when there is no code after all.
 */
export function readLocated(grey: Grey, seen: { corners: Corners; dimension: number }): Located | null {
  const layout = layoutOf(seen.dimension);
  const side = sideOf(seen.corners);
  if (layout === null || side < layout.dimension) return null;
  const rect = within(boundsOf(seen.corners, room), grey);
  const plane = flatten(crop(grey, rect), Math.round((modulesAround * side) / layout.dimension));
  const start = moved(seen.corners, -rect.left, -rect.top);
  const fitted = fit(plane, start, layout, leastScore);
  if (fitted === null) return null;
  const samples = sampleModules(plane, fitted.corners, layout);
  const sign = Math.sign(fitted.score);
  const plain = middles(samples, layout).map((dark) => sign * dark);
  const located = {
    corners: moved(fitted.corners, rect.left, rect.top),
    layout,
    score: Math.abs(fitted.score),
  };
  if (located.score < readable) return { ...located, soft: plain, text: null, doubt: 1 };
  const atOnce = read(mendModules(plain, layout), layout);
  if (atOnce !== null) return { ...located, ...atOnce, soft: plain };
  const soft = equalise(samples, layout, layout.fixed);
  const unblurred = read(mendModules(soft, layout), layout);
  if (unblurred !== null) return { ...located, ...unblurred, soft };
  // The modules as they seem now teach it the rest of the blur.
  const taught = equalise(
    samples,
    layout,
    soft.map((dark, module) => layout.fixed[module] || Math.sign(dark)),
  );
  return {
    ...located,
    soft: taught,
    ...(read(mendModules(taught, layout), layout) ?? { text: null, doubt: 1 }),
  };
}

/** The text of modules that were mended, by the decoder itself; `null` when it finds no text in them. */
export function read(mended: Mended | null, { dimension }: Layout): { text: string; doubt: number } | null {
  if (mended === null || mended.doubt > mostDoubt) return null;
  const width = dimension + 2 * quiet;
  const picture = { data: new Uint8Array(width * width).fill(255), width, height: width };
  for (const [module, isDark] of mended.modules.entries()) {
    const at = (Math.floor(module / dimension) + quiet) * width + (module % dimension) + quiet;
    if (isDark) picture.data[at] = 0;
  }
  const [found] = sight(picture, { isPure: true, threshold: 'fixed' });
  return found === undefined || found.text === null ? null : { text: found.text, doubt: mended.doubt };
}
const quiet = 4;

export function boundsOf(corners: Corners, margin: number) {
  const left = Math.min(...corners.map(({ x }) => x)) - margin;
  const top = Math.min(...corners.map(({ y }) => y)) - margin;
  return {
    left,
    top,
    width: Math.max(...corners.map(({ x }) => x)) + margin - left,
    height: Math.max(...corners.map(({ y }) => y)) + margin - top,
  };
}

function moved(corners: Corners, dx: number, dy: number): Corners {
  return corners.map(({ x, y }) => ({ x: x + dx, y: y + dy })) as Corners;
}
