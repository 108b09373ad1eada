import { type Light, measureLight } from '../../core/card/light.ts';
import type { Outline } from '../../core/card/look.ts';
import { centreOf } from '../../core/card/outline.ts';
import type { RgbaImage } from '../../core/card/read-qr.ts';

const overviewWidth = 160;
const detailSide = 144;

/** Measures the light of frames; its two small canvases are kept from frame to frame. */
export function createLightReader(): (frame: ImageBitmap, outline: Outline | null) => Light {
  const overview = pen();
  const detail = pen();
  return (frame, outline) => {
    const { width, height } = frame;
    const centre = outline === null ? { x: width / 2, y: height / 2 } : centreOf(outline);
    const side = Math.min(detailSide, width, height);
    const left = Math.max(0, Math.min(width - side, Math.round(centre.x - side / 2)));
    const top = Math.max(0, Math.min(height - side, Math.round(centre.y - side / 2)));
    return measureLight(
      drawn(overview, overviewWidth, Math.round((overviewWidth * height) / width), (context, to) =>
        context.drawImage(frame, 0, 0, to.width, to.height),
      ),
      drawn(detail, side, side, (context) => context.drawImage(frame, -left, -top)),
    );
  };
}

function pen(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context in the worker');
  return context;
}

function drawn(
  context: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D, to: OffscreenCanvas) => void,
): RgbaImage {
  const { canvas } = context;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  // Leaves pixels out instead of averaging them.
  context.imageSmoothingEnabled = false;
  draw(context, canvas);
  const image = context.getImageData(0, 0, width, height);
  // Nothing of a card stays behind in the canvas.
  context.clearRect(0, 0, width, height);
  return image;
}
