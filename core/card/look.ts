import { readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader';
import type { RgbaImage } from './read-qr.ts';

export type Point = { x: number; y: number };
/** The code as it lies in the picture, in its pixels, in the order it is printed: top left, top right, bottom right, bottom left. */
export type Outline = { corners: [Point, Point, Point, Point] };
/** `text` is `null` when no code could be read whole; the outline may still say where one is. */
export type Look = { text: string | null; outline: Outline | null };
export type Looker = { look(image: RgbaImage): Promise<Look> };

/** Looks at pictures one by one, once `prepareQrReader` has resolved. */
export function createLooker(): Looker {
  return {
    async look({ data, width, height }) {
      const pixels = { data, width, height, colorSpace: 'srgb' as const };
      const [read] = await readBarcodes(pixels, options);
      if (read?.isValid) return { text: decodeStrictly(read.bytes), outline: outlineOf(read) };
      // Asked for apart: a code that is only found must not take the place of one that can be read.
      const [found] = await readBarcodes(pixels, { ...options, returnErrors: true });
      return { text: null, outline: found === undefined ? null : outlineOf(found) };
    },
  };
}

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 1,
};

function outlineOf({ position }: ReadResult): Outline {
  return { corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft] };
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
