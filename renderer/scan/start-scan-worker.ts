import type { FromScanWorker, ToScanWorker } from './scan-protocol.ts';
import workerUrl from './scan-worker.ts?worker&url';

export type ScanWorker = {
  /** Takes the frame over; resolves when the worker is ready for the next one. */
  read(frame: ImageBitmap): Promise<void>;
  stop(): void;
};

/** Starts the reader. Ending the worker ends everything it ever saw. */
export function startScanWorker(onText: (text: string) => void): ScanWorker {
  let release = () => {};
  const worker = new Worker(trustedUrl(workerUrl), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<FromScanWorker>) => {
    if (event.data.text !== null) onText(event.data.text);
    release();
  });
  // A frame that could not be read is one frame lost, and the next may be fine.
  worker.addEventListener('error', () => release());
  return {
    read(frame) {
      return new Promise((resolve) => {
        release = resolve;
        worker.postMessage({ frame } satisfies ToScanWorker, [frame]);
      });
    },
    stop() {
      worker.terminate();
      release();
    },
  };
}

type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): {
    createScriptURL(url: string): string;
  };
};

// Our pages are served with require-trusted-types-for 'script', under which a Worker takes no plain string.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('scan-worker', {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin) throw new Error(`not our own worker: ${url}`);
    return url;
  },
});

function trustedUrl(url: string): string {
  return policy === undefined ? url : policy.createScriptURL(url);
}
