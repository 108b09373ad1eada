import { Worker } from 'node:worker_threads';
import type { Bitmap, PaperWidth } from './bitmap.ts';
import type { JobFormat } from './escpos.ts';
import type { SlipLine } from './slip-lines.ts';

type Work =
  | { make: 'job'; lines: SlipLine[]; format: JobFormat }
  | { make: 'preview'; lines: SlipLine[]; dots: PaperWidth }
  | { make: 'png'; bitmap: Bitmap };
export type PressOrder = Work & { id: number };
export type PressAnswer = { id: number } & ({ ok: true; bytes: Uint8Array } | { ok: false; reason: string });

export type Press = {
  /** A whole print job in ESC/POS. */
  job(lines: SlipLine[], format: JobFormat): Promise<Uint8Array>;
  /** The same dots for a screen: the `data:` URL of a PNG. */
  preview(lines: SlipLine[], dots: PaperWidth): Promise<string>;
  png(bitmap: Bitmap): Promise<Uint8Array>;
  close(): Promise<void>;
};

// Beside this file in a checkout; beside the one file of the core when that was built.
const workerFile = import.meta.url.endsWith('.ts') ? './press-worker.ts' : './press-worker.mjs';

/** Draws in a worker of its own, started at the first order and again should it ever die. */
export function createPress(): Press {
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>();
  let worker: Worker | null = null;
  let nextId = 1;

  function start(): Worker {
    const started = new Worker(new URL(workerFile, import.meta.url));
    started.on('message', (answer: PressAnswer) => {
      const waited = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) waited?.resolve(answer.bytes);
      else waited?.reject(new Error(`the slip could not be drawn: ${answer.reason}`));
    });
    // An error of the worker is followed by its exit: one place tells those who wait.
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker === started) worker = null;
      for (const each of waiting.values()) each.reject(new Error('the slip press stopped'));
      waiting.clear();
    });
    return started;
  }

  function order(work: Work): Promise<Uint8Array> {
    worker ??= start();
    const id = nextId++;
    const answer = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ ...work, id });
    return answer;
  }

  return {
    job: (lines, format) => order({ make: 'job', lines, format }),
    async preview(lines, dots) {
      const png = await order({ make: 'preview', lines, dots });
      return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    },
    png: (bitmap) => order({ make: 'png', bitmap }),
    close: async () => {
      await worker?.terminate();
    },
  };
}
