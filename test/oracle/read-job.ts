import { createRequire } from 'node:module';
import type { Bitmap, PaperWidth } from '../../core/slips/bitmap.ts';

type Command = { ascii?: string; fn?: string };
type Image = { getWidth(): number; getHeight(): number; getPixel(x: number, y: number): number };
type Npos = {
  parser(): { parse(job: Buffer): Promise<{ tree: Command[]; entries: { type: string }[] }> };
  codecs: { raster: { decode(job: Buffer, picture: Command): Image } };
};

/** What an interpreter nobody here wrote makes of a print job. It stops at bytes that are no command it knows. */
export async function readJob(
  job: Uint8Array,
  widthDots: PaperWidth,
): Promise<{ commands: string[]; kinds: string[]; bitmap: Bitmap }> {
  const reader = npos();
  const raw = Buffer.from(job);
  const { tree, entries } = await reader.parser().parse(raw);
  // One by one: it takes pictures that follow each other for one, and all of its rows for equally wide.
  const pictures = tree.filter(({ ascii, fn }) => ascii === 'GS' && fn === 'v0');
  return {
    commands: tree.map(({ ascii = '?', fn = '' }) => `${ascii} ${fn}`),
    kinds: entries.map(({ type }) => type),
    bitmap: onPaper(
      pictures.map((picture) => reader.codecs.raster.decode(raw, picture)),
      widthDots,
    ),
  };
}

function npos(): Npos {
  const load: NodeJS.Require = createRequire(import.meta.url);
  try {
    return load('npos');
  } catch {
    throw new Error('These tests need npos: npm test installs it, or: npm ci --omit=optional in test/oracle');
  }
}

function onPaper(images: Image[], widthDots: PaperWidth): Bitmap {
  const heightDots = images.reduce((sum, image) => sum + image.getHeight(), 0);
  const bits = new Uint8Array((widthDots / 8) * heightDots);
  let top = 0;
  for (const image of images) {
    for (let y = 0; y < image.getHeight(); y++, top++) {
      for (let x = 0; x < image.getWidth(); x++) {
        if (image.getPixel(x, y) !== 0) continue;
        const byte = top * (widthDots / 8) + (x >> 3);
        bits[byte] = (bits[byte] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return { widthDots, heightDots, bits };
}
