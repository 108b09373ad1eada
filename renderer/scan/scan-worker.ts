import { createFrameReader } from './read-frame.ts';
import type { FromScanWorker, ToScanWorker } from './scan-protocol.ts';

// A worker's global scope, of which the DOM's types know nothing.
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToScanWorker>) => void) | null;
  postMessage(message: FromScanWorker): void;
};

const reader = createFrameReader();

scope.onmessage = async (event) => {
  const { frame } = event.data;
  try {
    const readFrame = await reader;
    scope.postMessage({ text: await readFrame(frame) });
  } finally {
    frame.close();
  }
};
