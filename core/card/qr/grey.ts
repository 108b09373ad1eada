/** Pixels as a canvas gives them: four bytes a pixel, red first. */
export type RgbaImage = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };

/** One byte a pixel, 255 is white; rows follow each other without padding. */
export type Grey = { data: Uint8Array<ArrayBuffer>; width: number; height: number };

/** In pixels. */
export type Rect = { left: number; top: number; width: number; height: number };

/** The brightness of the pixels within `rect`, which must lie in the image; without one, of all. */
export function toGrey(image: RgbaImage, rect: Rect = wholeOf(image)): Grey {
  const { left, top, width, height } = rect;
  const data = new Uint8Array(width * height);
  // Signed, since an opaque pixel as an unsigned number is more than the engine counts in whole numbers.
  const pixels = new Int32Array(image.data.buffer, image.data.byteOffset, image.width * image.height);
  let to = 0;
  for (let y = top; y < top + height; y++) {
    const start = y * image.width + left;
    for (let from = start; from < start + width; from++) {
      const pixel = pixels[from] ?? 0;
      data[to++] =
        (306 * (pixel & 255) + 601 * ((pixel >>> 8) & 255) + 117 * ((pixel >>> 16) & 255) + 512) >> 10;
    }
  }
  return { data, width, height };
}

export function wholeOf({ width, height }: { width: number; height: number }): Rect {
  return { left: 0, top: 0, width, height };
}

/** `rect` must lie in the picture. */
export function crop(grey: Grey, { left, top, width, height }: Rect): Grey {
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (top + row) * grey.width + left;
    data.set(grey.data.subarray(start, start + width), row * width);
  }
  return { data, width, height };
}

/** The part of `rect` that lies in a picture of this size. */
export function within(rect: Rect, size: { width: number; height: number }): Rect {
  const left = Math.max(0, Math.floor(rect.left));
  const top = Math.max(0, Math.floor(rect.top));
  const right = Math.min(size.width, Math.ceil(rect.left + rect.width));
  const bottom = Math.min(size.height, Math.ceil(rect.top + rect.height));
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
