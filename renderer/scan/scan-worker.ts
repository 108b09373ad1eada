import { createFrameReader } from './read-frame.ts';
import type { FromScanWorker, ToScanWorker } from './scan-protocol.ts';

const reader = createFrameReader();

self.addEventListener('message', (event: MessageEvent<ToScanWorker>) => {
  void answer(event.data.frame);
});

async function answer(frame: ImageBitmap) {
  try {
    const readFrame = await reader;
    const { text } = await readFrame(frame);
    say({ text });
  } finally {
    frame.close();
  }
}

function say(message: FromScanWorker) {
  self.postMessage(message, { transfer: [] });
}
