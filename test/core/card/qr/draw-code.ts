import { create, type QRCodeErrorCorrectionLevel } from 'qrcode';
import type { Grey, RgbaImage } from '../../../../core/card/qr/grey.ts';
import { apply, type Corners, project } from '../../../../core/card/qr/projection.ts';

export const payload =
  '096088990039|000000039|Trương Ngọc Nghĩa|07041988|Nam|Khóm 4, Ấp Trại, Cà Mau|15092023';

export type Code = { dimension: number; isDark: (x: number, y: number) => boolean };

export function codeOf(text: string, level: QRCodeErrorCorrectionLevel = 'M', version?: number): Code {
  const { modules } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
    errorCorrectionLevel: level,
    ...(version === undefined ? {} : { version }),
  });
  return { dimension: modules.size, isDark: (x, y) => modules.get(y, x) !== 0 };
}

/** 1 for dark and -1 for light, row by row. */
export function softOf({ dimension, isDark }: Code): Float32Array {
  return Float32Array.from({ length: dimension * dimension }, (_, module) =>
    isDark(module % dimension, Math.floor(module / dimension)) ? 1 : -1,
  );
}

/** Paper with the code printed between `corners`; each pixel is the mean of nine points. */
export function photograph(
  { dimension, isDark }: Code,
  corners: Corners,
  { width, height, dark = 30, light = 220 }: { width: number; height: number; dark?: number; light?: number },
): Grey {
  const data = new Uint8Array(width * height).fill(light);
  const sums = new Float64Array(width * height);
  const counts = new Float64Array(width * height);
  // Points of the code are thrown onto the picture, so that no projection need be turned round.
  const points = Math.ceil((4 * Math.max(width, height)) / dimension);
  const projection = project(corners);
  for (let v = 0; v < dimension * points; v++) {
    for (let u = 0; u < dimension * points; u++) {
      const { x, y } = apply(projection, (u + 0.5) / dimension / points, (v + 0.5) / dimension / points);
      const at = Math.floor(y) * width + Math.floor(x);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      sums[at] = (sums[at] ?? 0) + (isDark(Math.floor(u / points), Math.floor(v / points)) ? dark : light);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  for (let at = 0; at < data.length; at++) {
    if ((counts[at] ?? 0) > 0) data[at] = (sums[at] ?? 0) / (counts[at] ?? 1);
  }
  return { data, width, height };
}

/** A code held straight, with its upper left corner at `left`, `top`. */
export function squareAt(left: number, top: number, side: number): Corners {
  return [
    { x: left, y: top },
    { x: left + side, y: top },
    { x: left + side, y: top + side },
    { x: left, y: top + side },
  ];
}

/** Each pixel becomes the mean of `length` pixels in a row: a hand that moved sideways. */
export function smear({ data, width, height }: Grey, length: number): Grey {
  const out = Uint8Array.from(data, (_, at) => {
    const x = at % width;
    let sum = 0;
    for (let i = 0; i < length; i++) {
      sum += data[at - x + Math.min(width - 1, Math.max(0, x + i - (length >> 1)))] ?? 0;
    }
    return sum / length;
  });
  return { data: out, width, height };
}

/** The same every time; `strength` is the greatest error in shades. */
export function grain({ data, width, height }: Grey, strength: number): Grey {
  let state = 1;
  const out = Uint8ClampedArray.from(data, (shade) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return shade + ((state / 0x7fffffff) * 2 - 1) * strength;
  });
  return { data: new Uint8Array(out), width, height };
}

export function inColour({ data, width, height }: Grey): RgbaImage {
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (const [at, shade] of data.entries()) rgba.fill(shade, 4 * at, 4 * at + 3);
  return { data: rgba, width, height };
}
