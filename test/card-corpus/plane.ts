/** One channel of a picture. Light is linear, 0 to 1, until the sensor has taken it; colour is Cb or Cr, 0 when there is none. */
export type Plane = { data: Float32Array; width: number; height: number };

export function createPlane(width: number, height: number): Plane {
  return { data: new Float32Array(width * height), width, height };
}

const linearOf = Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** 2.2);

/** Light of each pixel, and the colours at half the size, as cameras keep them. */
export function splitRgba(rgba: Uint8ClampedArray, width: number, height: number) {
  const luma = createPlane(width, height);
  for (let index = 0, at = 0; index < luma.data.length; index += 1, at += 4) {
    const r = linearOf[rgba[at] ?? 0] ?? 0;
    const g = linearOf[rgba[at + 1] ?? 0] ?? 0;
    const b = linearOf[rgba[at + 2] ?? 0] ?? 0;
    luma.data[index] = 0.299 * r + 0.587 * g + 0.114 * b;
  }
  const cb = createPlane(width >> 1, height >> 1);
  const cr = createPlane(width >> 1, height >> 1);
  for (let y = 0; y < cb.height; y += 1) {
    for (let x = 0; x < cb.width; x += 1) {
      const at = (2 * y * width + 2 * x) * 4;
      const r = rgba[at] ?? 0;
      const g = rgba[at + 1] ?? 0;
      const b = rgba[at + 2] ?? 0;
      cb.data[y * cb.width + x] = -0.169 * r - 0.331 * g + 0.5 * b;
      cr.data[y * cr.width + x] = 0.5 * r - 0.419 * g - 0.081 * b;
    }
  }
  return { luma, cb, cr };
}

/** Half the size, each pixel the mean of four. */
export function halve(plane: Plane): Plane {
  const half = createPlane(plane.width >> 1, plane.height >> 1);
  const { data, width } = plane;
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const at = 2 * y * width + 2 * x;
      const sum = data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]!;
      half.data[y * half.width + x] = sum / 4;
    }
  }
  return half;
}
