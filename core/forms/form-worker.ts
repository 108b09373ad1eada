/** Draws official papers off the main thread: fonts and pages take a moment in which no number must wait. */
import { parentPort } from 'node:worker_threads';
import { drawForm } from './draw-pdf.ts';
import type { FormAnswer, FormOrder } from './form-press.ts';

const port = parentPort;
if (!port) throw new Error('this file runs as a worker');

port.on('message', (order: FormOrder) => {
  void answer(order).then((answered) => port.postMessage(answered));
});

async function answer({ id, template, paper }: FormOrder): Promise<FormAnswer> {
  try {
    return { id, ok: true, bytes: await drawForm(template, paper) };
  } catch (error) {
    // The name alone: a message might hold a citizen's text.
    return { id, ok: false, reason: error instanceof Error ? error.name : 'unknown' };
  }
}
