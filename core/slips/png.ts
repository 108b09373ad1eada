import { type Bitmap, isBlack } from './bitmap.ts';

/** The bitmap as the bytes of a PNG file, black on white. */
export async function bitmapToPng(bitmap: Bitmap): Promise<Uint8Array> {
  // A canvas of its own size: the shared one may be in use for the next slip while this one is being compressed.
  const { createCanvas } = await import('@napi-rs/canvas');
  const { widthDots, heightDots } = bitmap;
  const canvas = createCanvas(widthDots, heightDots);
  const context = canvas.getContext('2d');
  const image = context.createImageData(widthDots, heightDots);
  const pixels = new Uint32Array(image.data.buffer).fill(0xffffffff);
  for (let y = 0; y < heightDots; y++) {
    for (let x = 0; x < widthDots; x++) {
      if (isBlack(bitmap, x, y)) pixels[y * widthDots + x] = 0xff000000;
    }
  }
  context.putImageData(image, 0, 0);
  return canvas.encode('png');
}
