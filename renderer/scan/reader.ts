import type { FromScanWorker, ToScanWorker } from './scan-protocol.ts';

/** The part of a Worker that is used here; tests pass their own. */
export type ScanWorker = {
  postMessage(message: ToScanWorker, transfer: ImageBitmap[]): void;
  terminate(): void;
  addEventListener(kind: 'message', listener: (event: { data: FromScanWorker }) => void): void;
  addEventListener(kind: 'error', listener: () => void): void;
};
export type ReaderDeps = {
  startWorker(): ScanWorker;
  after(delayMs: number, callback: () => void): () => void;
};
export type Reader = {
  /** Takes the frame over. `null`: this frame is lost, the next may be read. One frame at a time. */
  read(frame: ImageBitmap): Promise<FromScanWorker | null>;
  /** Ends the worker, and with it everything it ever saw. */
  stop(): void;
};

const answerWithinMs = 5000;
/** A worker that cannot start at all must not be started in a circle. */
const restartAfterMs = 500;

/** Reads frames in a worker and puts another in its place when it falls or falls silent. */
export function startReader(deps: ReaderDeps): Reader {
  let worker: ScanWorker | null = null;
  let isStopped = false;
  let settle: ((answer: FromScanWorker | null) => void) | null = null;
  let cancelWait = () => {};
  let cancelRestart = () => {};

  function start() {
    if (isStopped) return;
    const mine = deps.startWorker();
    worker = mine;
    mine.addEventListener('message', ({ data }) => {
      if (worker === mine) answer(data);
    });
    mine.addEventListener('error', () => fallen(mine));
  }

  function fallen(which: ScanWorker) {
    if (worker !== which) return;
    worker = null;
    which.terminate();
    cancelRestart = deps.after(restartAfterMs, start);
    answer(null);
  }

  function answer(what: FromScanWorker | null) {
    cancelWait();
    const tell = settle;
    settle = null;
    tell?.(what);
  }

  start();
  return {
    read(frame) {
      const to = worker;
      if (to === null || settle !== null) {
        frame.close();
        return Promise.resolve(null);
      }
      return new Promise((resolve) => {
        settle = resolve;
        cancelWait = deps.after(answerWithinMs, () => fallen(to));
        to.postMessage({ frame }, [frame]);
      });
    },
    stop() {
      isStopped = true;
      cancelRestart();
      worker?.terminate();
      worker = null;
      answer(null);
    },
  };
}
