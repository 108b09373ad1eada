import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import type { Bitmap } from './bitmap.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** One bit a dot, grey, no interlacing: the least a PNG can be. */
const oneBitGrey = [1, 0, 0, 0, 0];

/** The bitmap as the bytes of a PNG file, black on white. */
export async function bitmapToPng({ widthDots, heightDots, bits }: Bitmap): Promise<Uint8Array> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthDots, 0);
  head.writeUInt32BE(heightDots, 4);
  head.set(oneBitGrey, 8);
  // Each row begins with the number of its filter; 0 is none. In a PNG a 1 is white.
  const bytesPerRow = widthDots / 8;
  const rows = Buffer.alloc((bytesPerRow + 1) * heightDots);
  for (let y = 0; y < heightDots; y++) {
    for (let x = 0; x < bytesPerRow; x++) {
      rows[y * (bytesPerRow + 1) + 1 + x] = ~(bits[y * bytesPerRow + x] ?? 0);
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', await promisify(deflate)(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
