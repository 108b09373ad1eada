import { trustOwnScripts } from '../own-scripts.ts';

trustOwnScripts();

export function startScanWorker(): Worker {
  return new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
}
