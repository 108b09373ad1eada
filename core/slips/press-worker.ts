/** Draws slips off the main thread: a picture takes tens of milliseconds in which no ticket must wait. */
import { parentPort } from 'node:worker_threads';
import { unreachable } from '../result.ts';
import { drawSlip } from './draw.ts';
import { bitmapToEscpos } from './escpos.ts';
import { bitmapToPng } from './png.ts';
import type { PressAnswer, PressOrder } from './press.ts';

const port = parentPort;
if (!port) throw new Error('this file runs as a worker');
let turn = Promise.resolve();

port.on('message', (order: PressOrder) => {
  // One slip at a time: they share one canvas.
  turn = turn.then(async () => port.postMessage(await answer(order)));
});

async function answer(order: PressOrder): Promise<PressAnswer> {
  try {
    return { id: order.id, ok: true, bytes: await made(order) };
  } catch (error) {
    return { id: order.id, ok: false, reason: error instanceof Error ? error.message : 'unknown' };
  }
}

async function made(order: PressOrder): Promise<Uint8Array> {
  switch (order.make) {
    case 'job':
      return bitmapToEscpos(await drawSlip(order.lines, order.format.dots), order.format);
    case 'preview':
      return bitmapToPng(await drawSlip(order.lines, order.dots));
    case 'png':
      return bitmapToPng(order.bitmap);
    default:
      return unreachable(order);
  }
}
