import type { FromScanWorker, ToScanWorker } from './scan-protocol.ts';

declare global {
  /** The part of Trusted Types we use; TypeScript's DOM library does not know it yet. */
  var trustedTypes:
    | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown }
    | undefined;
}

export type ScanWorker = {
  /** Takes the frame over; resolves when the worker is ready for the next one. */
  read: (frame: ImageBitmap) => Promise<void>;
  stop: () => void;
};

// Our pages are served with require-trusted-types-for 'script', under which a Worker takes no plain address. The
// bundler knows a worker only by the literal `new Worker(new URL(…))` below, so the say falls to the default policy.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin) throw new Error(`not our own script: ${url}`);
    return url;
  },
});

/** Starts the reader. Ending the worker ends everything it ever saw. */
export function startScanWorker(onText: (text: string) => void): ScanWorker {
  let release: (() => void) | null = null;
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<FromScanWorker>) => {
    if (event.data.text !== null) onText(event.data.text);
    release?.();
  });
  // A frame that could not be read is one frame lost, and the next may be fine.
  worker.addEventListener('error', () => release?.());
  return {
    read(frame) {
      return new Promise((resolve) => {
        release = resolve;
        worker.postMessage({ frame } satisfies ToScanWorker, [frame]);
      });
    },
    stop() {
      worker.terminate();
      release?.();
    },
  };
}
