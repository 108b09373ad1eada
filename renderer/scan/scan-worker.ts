import { createFrameReader } from './read-frame.ts';
import { createLightReader } from './read-light.ts';
import type { FromScanWorker, ToScanWorker } from './scan-protocol.ts';

const reader = warmReader();
const readLight = createLightReader();

self.addEventListener('message', (event: MessageEvent<ToScanWorker>) => {
  void answer(event.data.frame);
});

/** The first look compiles what it needs; that is done before anyone waits for it. */
async function warmReader() {
  const read = await createFrameReader();
  const blank = new OffscreenCanvas(64, 64);
  blank.getContext('2d');
  await read(blank.transferToImageBitmap());
  return read;
}

async function answer(frame: ImageBitmap) {
  try {
    const read = await reader;
    const look = await read(frame);
    say({ look, light: readLight(frame, look.outline) });
  } catch (error) {
    // Out of the promise: only so does the page hear of it, and start another worker.
    setTimeout(() => {
      throw error;
    });
  } finally {
    frame.close();
  }
}

function say(message: FromScanWorker) {
  self.postMessage(message, { transfer: [] });
}
