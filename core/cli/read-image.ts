import { readFileSync, statSync } from 'node:fs';
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { createLooker } from '../card/look.ts';
import { prepareQrReader, type RgbaImage } from '../card/read-qr.ts';
import { err, ok, type Result } from '../result.ts';
import { imageSize } from './image-size.ts';
import { readerWasm } from './reader-wasm.ts';

const longestFileBytes = 32 * 1024 * 1024;
/** The largest cameras of telephones. A picture is held unpacked several times over, four bytes a pixel. */
const mostPixels = 50_000_000;
const longestSide = 4096;

export type ImageFailure = 'cannot-read-image' | 'image-too-large' | 'no-qr-found';

/** Reads the QR code in a PNG or JPEG file, trying larger and smaller views of it until one is found. */
export async function readQrFromFile(path: string): Promise<Result<string, ImageFailure>> {
  const bytes = readFile(path);
  if (!bytes.ok) return bytes;
  const size = imageSize(bytes.value);
  if (size === null || size.width < 1 || size.height < 1) return err('cannot-read-image');
  if (size.width * size.height > mostPixels) return err('image-too-large');
  let image: Image;
  try {
    image = await loadImage(bytes.value);
  } catch {
    return err('cannot-read-image');
  }
  await prepareQrReader({ wasmBinary: readerWasm() });
  for (const scale of scalesFor(Math.max(image.width, image.height))) {
    const { text } = await createLooker({ budgetMs: Infinity }).look(view(image, scale));
    if (text !== null) return ok(text);
  }
  return err('no-qr-found');
}

function readFile(path: string): Result<Buffer, ImageFailure> {
  try {
    // Asked first: reading a pipe or a device would never end.
    const stat = statSync(path);
    if (!stat.isFile()) return err('cannot-read-image');
    return stat.size > longestFileBytes ? err('image-too-large') : ok(readFileSync(path));
  } catch {
    return err('cannot-read-image');
  }
}

/** As it is first; then a small picture enlarged, since two pixels a module are too few, or a large one with its noise reduced. */
function scalesFor(side: number): number[] {
  if (side > longestSide) return [longestSide / side, longestSide / side / 2];
  if (side > 1600) return [1, 0.5];
  return side > 800 ? [1, 2] : [1, 2, 3];
}

function view(image: Image, scale: number): RgbaImage {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const context = createCanvas(width, height).getContext('2d');
  // What is transparent is paper.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { data: new Uint8ClampedArray(data), width, height };
}
