import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { prepareQrReader, type RgbaImage, readQr } from '../../core/card/read-qr.ts';

/** Reads the code in a picture; `null` when there is none that can be read whole. */
type ReadImage = (image: RgbaImage) => Promise<string | null>;

/** The share of each side that the first look covers: where the frame on the screen asks for the code. */
const centreShare = 0.6;

/** Looks at the middle of the frame in full resolution first, then at the whole of it. */
export async function createFrameReader(): Promise<(frame: ImageBitmap) => Promise<string | null>> {
  const readImage = await chooseReadImage();
  return async (frame) => (await readImage(cut(frame, centreShare))) ?? (await readImage(cut(frame, 1)));
}

async function chooseReadImage(): Promise<ReadImage> {
  try {
    await prepareQrReader({ wasmUrl });
    return readQr;
  } catch {
    // WebAssembly switched off by the machine's policy: slower and weaker, but a card held well is still read.
    const { default: jsQr } = await import('jsqr');
    return async (image) => jsQr(image.data, image.width, image.height)?.data || null;
  }
}

function cut(frame: ImageBitmap, share: number): RgbaImage {
  const width = Math.round(frame.width * share);
  const height = Math.round(frame.height * share);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context in the worker');
  context.drawImage(frame, (width - frame.width) / 2, (height - frame.height) / 2);
  return context.getImageData(0, 0, width, height);
}
