import jsQr from 'jsqr';
import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { createAcceptance } from '../../core/card/acceptance.ts';
import { createLooker } from '../../core/card/look.ts';
import type { RgbaImage } from '../../core/card/read-qr.ts';

export const decoderNames = ['pipeline', 'zxing-wasm', 'jsqr'] as const;
export type DecoderName = (typeof decoderNames)[number];

type Decoder = {
  /** For the frames of one camera; what it learned from earlier ones it may use. */
  open(): (image: RgbaImage) => Promise<string | null>;
  /** For one camera: whether a text is taken for read. */
  acceptance(): (text: string, atMs: number) => boolean;
};

/** `prepareQrReader` must have resolved before the first frame. */
export const decoders: Record<DecoderName, Decoder> = {
  pipeline: {
    open() {
      const looker = createLooker();
      return async (image) => (await looker.look(image)).text;
    },
    acceptance: createAcceptance,
  },
  'zxing-wasm': { open: () => readByZxing, acceptance: () => () => true },
  jsqr: {
    open: () => async (image) => jsQr(image.data, image.width, image.height)?.data || null,
    acceptance: () => () => true,
  },
};

/** Of all its options those that read the most of a corpus like this one. */
const zxingOptions: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 1,
};

async function readByZxing({ data, width, height }: RgbaImage): Promise<string | null> {
  const [found] = await readBarcodes({ data, width, height, colorSpace: 'srgb' }, zxingOptions);
  if (!found?.isValid) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(found.bytes);
  } catch {
    return null;
  }
}
