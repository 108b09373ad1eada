import { Worker } from 'node:worker_threads';
import type { FormPaper } from './form-paper.ts';
import type { FormTemplate } from './template.ts';

export type FormOrder = { id: number; template: FormTemplate; paper: FormPaper };
export type FormAnswer = { id: number } & ({ ok: true; bytes: Uint8Array } | { ok: false; reason: string });

export type FormPress = {
  /** A paper as PDF, in memory alone. */
  pdf(template: FormTemplate, paper: FormPaper): Promise<Uint8Array>;
  close(): Promise<void>;
};

// Beside this file in a checkout; beside the one file of the core when that was built.
const workerFile = import.meta.url.endsWith('.ts') ? './form-worker.ts' : './form-worker.mjs';

/** Draws in a worker of its own, started at the first order and again should it ever die. */
export function createFormPress(): FormPress {
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>();
  let worker: Worker | null = null;
  let nextId = 1;

  function start(): Worker {
    const started = new Worker(new URL(workerFile, import.meta.url));
    started.on('message', (answer: FormAnswer) => {
      const waited = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) waited?.resolve(answer.bytes);
      else waited?.reject(new Error(`the form could not be drawn: ${answer.reason}`));
    });
    // An error of the worker is followed by its exit: one place tells those who wait.
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker !== started) return;
      worker = null;
      for (const each of waiting.values()) each.reject(new Error('the form press stopped'));
      waiting.clear();
    });
    return started;
  }

  return {
    pdf(template, paper) {
      worker ??= start();
      const id = nextId++;
      const answer = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, template, paper } satisfies FormOrder);
      return answer;
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}
