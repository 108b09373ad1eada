import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { createLooker, type Look, type Looker, type Outline } from '../../core/card/look.ts';
import { prepareQrReader, type RgbaImage } from '../../core/card/read-qr.ts';

/** The share of each side that the first look covers: where the frame on the screen asks for the code. */
const centreShare = 0.6;

/** Looks at the middle of the frame in full resolution first, then at the whole of it. */
export async function createFrameReader(): Promise<(frame: ImageBitmap) => Promise<Look>> {
  const looker = await chooseLooker();
  return async (frame) => {
    const centre = await looker.look(cut(frame, centreShare));
    if (centre.text !== null) return inFrame(centre, frame);
    const whole = await looker.look(cut(frame, 1));
    return whole.outline === null ? inFrame(centre, frame) : whole;
  };
}

async function chooseLooker(): Promise<Looker> {
  try {
    await prepareQrReader({ wasmUrl });
    return createLooker();
  } catch {
    // WebAssembly switched off by the machine's policy: slower and weaker, but a card held well is still read.
    const { default: jsQr } = await import('jsqr');
    return {
      async look(image) {
        const found = jsQr(image.data, image.width, image.height);
        if (!found?.data) return { text: null, outline: null };
        const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
        const corners: Outline['corners'] = [
          topLeftCorner,
          topRightCorner,
          bottomRightCorner,
          bottomLeftCorner,
        ];
        return { text: found.data, outline: { corners } };
      },
    };
  }
}

/** From the pixels of the centre cut to those of the frame. */
function inFrame(look: Look, frame: ImageBitmap): Look {
  if (look.outline === null) return look;
  const left = (frame.width - Math.round(frame.width * centreShare)) / 2;
  const top = (frame.height - Math.round(frame.height * centreShare)) / 2;
  const move = ({ x, y }: { x: number; y: number }) => ({ x: x + left, y: y + top });
  const [a, b, c, d] = look.outline.corners;
  return { text: look.text, outline: { corners: [move(a), move(b), move(c), move(d)] } };
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
