import { sight } from '../read-qr.ts';
import { mendModules } from './codewords.ts';
import { equalise, middles, sampleModules, type Samples } from './equalise.ts';
import { fit } from './fit.ts';
import { crop, type Grey, within } from './grey.ts';
import { type Layout, layoutOf } from './layout.ts';
import { flatten } from './plane.ts';
import { boundsOf, type Corners, sideOf } from './projection.ts';

export type Located = {
  corners: Corners;
  /** How well the code's own patterns are seen: 1 is sharp, and below `leastScore` it is no code. */
  score: number;
  text: string | null;
};

/** Room around the code, in pixels: what lies beyond must not tell how dark the edge is. */
const room = 12;
/** Less is no code. The worst of thousands that were read scored 0.68, so below `readable` it is not even tried. */
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
  const located = {
    corners: moved(fitted.corners, rect.left, rect.top),
    score: Math.abs(fitted.score),
  };
  if (located.score < readable) return { ...located, text: null };
  const samples = sampleModules(plane, fitted.corners, layout);
  const sign = Math.sign(fitted.score);
  const plain = middles(samples, layout).map((dark) => sign * dark);
  return { ...located, text: read(plain, layout) ?? readUnblurred(samples, layout) };
}

function readUnblurred(samples: Samples, layout: Layout): string | null {
  const soft = equalise(samples, layout, layout.fixed);
  const text = read(soft, layout);
  if (text !== null) return text;
  // What the other modules seem to be now teaches it the rest of the blur.
  const seeming = soft.map((dark, module) => layout.fixed[module] || Math.sign(dark));
  return read(equalise(samples, layout, seeming), layout);
}

/** The modules are mended here, and what they say is left to the decoder. */
function read(soft: Float32Array, layout: Layout): string | null {
  const mended = mendModules(soft, layout);
  if (mended === null || mended.doubt > mostDoubt) return null;
  const { dimension } = layout;
  const width = dimension + 2 * quiet;
  const picture = { data: new Uint8Array(width * width).fill(255), width, height: width };
  for (const [module, isDark] of mended.modules.entries()) {
    const at = (Math.floor(module / dimension) + quiet) * width + (module % dimension) + quiet;
    if (isDark) picture.data[at] = 0;
  }
  const [found] = sight(picture, { isPure: true, threshold: 'fixed' });
  return found?.text ?? null;
}
const quiet = 4;

function moved(corners: Corners, dx: number, dy: number): Corners {
  return corners.map(({ x, y }) => ({ x: x + dx, y: y + dy })) as Corners;
}
