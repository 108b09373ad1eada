import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

/** Pixels as a canvas gives them: four bytes a pixel, red first. */
export type RgbaImage = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };

/**
 * Where the decoder's WebAssembly comes from: an address in a browser, the file's bytes in Node. Without one the package would
 * go to a public server, which a kiosk cannot reach and must not trust.
 */
export type QrReaderSource = { wasmUrl: string } | { wasmBinary: ArrayBuffer };

/** To be called once before `readQr`. Rejects when the WebAssembly cannot be loaded. */
export async function prepareQrReader(source: QrReaderSource): Promise<void> {
  const overrides =
    'wasmUrl' in source ? { locateFile: () => source.wasmUrl } : { wasmBinary: source.wasmBinary };
  await prepareZXingModule({ overrides, equalityFn: () => true, fireImmediately: true });
}

/** A `frame` of a camera is looked at quickly, since the next one follows; a `still` picture is the only chance. */
export type Effort = 'frame' | 'still';

/**
 * The text of the QR code in the picture, or `null` when there is none, or none in UTF-8. The bytes are decoded here, because
 * the decoder's own text shows control codes as visible words and guesses when the bytes are not UTF-8.
 */
export async function readQr(image: RgbaImage, effort: Effort = 'frame'): Promise<string | null> {
  const { data, width, height } = image;
  // The colour space only makes it an ImageData; the decoder never looks at it.
  const pixels = { data, width, height, colorSpace: 'srgb' as const };
  for (const way of effort === 'frame' ? ways.slice(0, 1) : ways) {
    const [found] = await readBarcodes(pixels, { ...options, ...way });
    if (found?.isValid) return decodeStrictly(found.bytes);
  }
  return null;
}

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 1,
};
/** In the order of what each finds alone; together they find more than the best. */
const ways: ReaderOptions[] = [{}, { tryDenoise: true }, { binarizer: 'GlobalHistogram' }];

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
