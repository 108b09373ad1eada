import { prepareZXingModule, type ZXingReaderModule } from 'zxing-wasm/reader';
import type { Grey } from './qr/grey.ts';
import type { Corners } from './qr/projection.ts';

export type { RgbaImage } from './qr/grey.ts';

/**
 * Where the decoder's WebAssembly comes from: an address in a browser, the file's bytes in Node. Without one the package would
 * go to a public server, which a kiosk cannot reach and must not trust.
 */
export type QrReaderSource = { wasmUrl: string } | { wasmBinary: ArrayBuffer };

/** The memory that the package's types leave to types of Emscripten, which is not among our packages. */
type Memory = {
  /** Another array whenever the memory grew. */
  HEAPU8: Uint8Array;
  _malloc: (bytes: number) => number;
  _free: (address: number) => void;
};
type Reader = {
  module: ZXingReaderModule & Memory;
  allocate: (bytes: number) => number;
  release: (address: number) => void;
};

let reader: Reader | null = null;

/** To be called once before anything is looked at. Rejects when the WebAssembly cannot be loaded. */
export async function prepareQrReader(source: QrReaderSource): Promise<void> {
  const overrides =
    'wasmUrl' in source ? { locateFile: () => source.wasmUrl } : { wasmBinary: source.wasmBinary };
  const prepared = await prepareZXingModule({ overrides, equalityFn: () => true, fireImmediately: true });
  const module = prepared as ZXingReaderModule & Memory;
  const { _malloc: allocate, _free: release } = module;
  reader = { module, allocate, release };
}

/** What the decoder is asked to try, beyond one pass over the picture as it is. */
export type Way = {
  threshold?: 'local' | 'histogram' | 'fixed';
  downscale?: boolean;
  invert?: boolean;
  denoise?: boolean;
  /** Nothing but a straight code of whole pixels a module. */
  isPure?: boolean;
  /** After so many the decoder stops, read or not. */
  most?: number;
};

/** A code that was read, or only located. */
export type Sighting = {
  /** `null`: located only, or read and not UTF-8. */
  text: string | null;
  isValid: boolean;
  isMirrored: boolean;
  corners: Corners;
  /** Modules along a side. */
  dimension: number;
  /** The share of the error correction that was left over, 0 to 1. */
  unusedCorrection: number;
};

const thresholds = { local: 0, histogram: 1, fixed: 2 };

/**
 * One pass of the decoder. Its WebAssembly takes grey pixels, so it is called below the package's own function, which would
 * turn colours into grey once more every time. Texts are decoded here, because the decoder's own text shows control codes as
 * visible words and guesses when the bytes are not UTF-8.
 */
export function sight(grey: Grey, way: Way = {}): Sighting[] {
  if (reader === null) throw new Error('the QR reader was not prepared');
  const size = grey.width * grey.height;
  if (size === 0) return [];
  const { module, allocate, release } = reader;
  const pixels = allocate(size);
  try {
    module.HEAPU8.set(grey.data, pixels);
    const found = module.readBarcodesFromPixmap(pixels, grey.width, grey.height, {
      ...fixedOptions,
      // A Micro QR has so little error correction that noise can pass for one; in a pure picture there is no noise.
      formats: way.isPure === true ? 'QRCode' : 'QRCodeModel2',
      binarizer: thresholds[way.threshold ?? 'local'],
      tryDownscale: way.downscale ?? false,
      tryInvert: way.invert ?? false,
      tryDenoise: way.denoise ?? false,
      isPure: way.isPure ?? false,
      maxNumberOfSymbols: way.most ?? 4,
    });
    const sightings: Sighting[] = [];
    for (let i = 0; i < found.size(); i++) {
      const one = found.get(i);
      if (one === undefined || one.format === 'None' || one.format === '') continue;
      const { topLeft, topRight, bottomRight, bottomLeft } = one.position;
      sightings.push({
        text: one.isValid ? decodeStrictly(one.bytes) : null,
        isValid: one.isValid,
        isMirrored: one.isMirrored,
        corners: [topLeft, topRight, bottomRight, bottomLeft],
        dimension: one.symbol.width,
        unusedCorrection: unusedIn(one.extra),
      });
    }
    return sightings;
  } finally {
    release(pixels);
  }
}

const fixedOptions = {
  tryHarder: true,
  tryRotate: true,
  downscaleFactor: 3,
  downscaleThreshold: 500,
  minLineCount: 2,
  validateOptionalChecksum: false,
  returnErrors: true,
  eanAddOnSymbol: 0,
  textMode: 0,
  characterSet: 0,
  tryCode39ExtendedMode: true,
};

function unusedIn(extra: string): number {
  return Number(/"UEC":([\d.]+)/.exec(extra)?.[1] ?? 0);
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
