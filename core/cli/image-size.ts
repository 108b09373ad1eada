/**
 * The size a PNG or JPEG file claims, read from its head before anything is unpacked; `null` for any other file. A few
 * hundred bytes can claim gigabytes of pixels.
 */
export function imageSize(file: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  return file.length >= 4 && view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
}

/** The largest of all frames: a second one is legal, and unpackers differ in which they believe. */
function jpegSize(view: DataView): { width: number; height: number } | null {
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) {
      // Inside the picture data.
      at++;
      continue;
    }
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const frame = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (size === null || frame.width * frame.height > size.width * size.height) size = frame;
    }
    const hasLength = marker >= 0xc0 && marker <= 0xfe && !(marker >= 0xd0 && marker <= 0xd9);
    at += hasLength ? 2 + view.getUint16(at + 2) : marker === 0xff ? 1 : 2;
  }
  return size;
}
