import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { createLooker, type Look, type Looker } from '../../core/card/look.ts';
import { prepareQrReader, type RgbaImage } from '../../core/card/read-qr.ts';

/** Looks at the frames of one camera, one after the other. */
export async function createFrameReader(): Promise<(frame: ImageBitmap) => Promise<Look>> {
  const looker = await chooseLooker(() => prepareQrReader({ wasmUrl }));
  const pixelsOf = createPixelReader();
  return (frame) => looker.look(pixelsOf(frame));
}

/** `prepare` rejects where WebAssembly is switched off by the machine's policy: then a weaker looker takes its place. */
export async function chooseLooker(prepare: () => Promise<void>): Promise<Looker> {
  try {
    await prepare();
    return createLooker();
  } catch {
    const { default: jsQr } = await import('jsqr');
    return {
      async look({ data, width, height }) {
        const found = jsQr(data, width, height);
        // A text that is not UTF-8 comes out empty.
        if (!found?.data) return { text: null, outline: null };
        const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
        return {
          text: found.data,
          outline: { corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner] },
        };
      },
    };
  }
}

/** One canvas for all frames, kept in main memory: each new one would be taken from the graphics card and read back. */
function createPixelReader(): (frame: ImageBitmap) => RgbaImage {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context in the worker');
  return (frame) => {
    if (canvas.width !== frame.width || canvas.height !== frame.height) {
      canvas.width = frame.width;
      canvas.height = frame.height;
    }
    context.drawImage(frame, 0, 0);
    return context.getImageData(0, 0, frame.width, frame.height);
  };
}
