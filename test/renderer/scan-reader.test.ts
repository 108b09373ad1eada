import { expect, test } from 'vitest';
import { startReader, type ScanWorker } from '../../renderer/scan/reader.ts';
import type { FromScanWorker } from '../../renderer/scan/scan-protocol.ts';
import { roomLight } from '../core/card/sightings.ts';

const answer: FromScanWorker = { look: { text: 'card', outline: null }, light: roomLight };
const frame = () => {
  const made = { isClosed: false, width: 1, height: 1, close: () => void (made.isClosed = true) };
  return made;
};

function setup() {
  const workers: (ScanWorker & { frames: number; isEnded: boolean; answer(): void; fall(): void })[] = [];
  const timers: (() => void)[] = [];
  const reader = startReader({
    startWorker() {
      let hear = (_event: { data: FromScanWorker }) => {};
      let fall = () => {};
      const worker = {
        frames: 0,
        isEnded: false,
        postMessage: () => void (worker.frames += 1),
        terminate: () => void (worker.isEnded = true),
        addEventListener(kind: 'message' | 'error', listener: never) {
          if (kind === 'message') hear = listener;
          else fall = listener;
        },
        answer: () => hear({ data: answer }),
        fall: () => fall(),
      };
      workers.push(worker);
      return worker;
    },
    after(_delayMs, callback) {
      timers.push(callback);
      return () => {
        if (timers.includes(callback)) timers.splice(timers.indexOf(callback), 1);
      };
    },
  });
  return { reader, workers, timers };
}

test('a frame comes back as what was seen in it', async () => {
  const { reader, workers, timers } = setup();
  const reading = reader.read(frame());
  workers[0]?.answer();
  expect(await reading).toEqual(answer);
  expect(timers).toEqual([]);
});

test('a worker that falls loses one frame; the next is read by another', async () => {
  const { reader, workers, timers } = setup();
  const lost = reader.read(frame());
  workers[0]?.fall();
  expect(await lost).toBeNull();
  expect(workers[0]?.isEnded).toBe(true);
  const between = frame();
  expect(await reader.read(between)).toBeNull();
  expect(between.isClosed).toBe(true);
  timers.shift()?.();
  const reading = reader.read(frame());
  workers[1]?.answer();
  expect(await reading).toEqual(answer);
});

test('a worker that falls silent is replaced as well', async () => {
  const { reader, workers, timers } = setup();
  const lost = reader.read(frame());
  timers.shift()?.();
  expect(await lost).toBeNull();
  timers.shift()?.();
  expect(workers).toHaveLength(2);
  const reading = reader.read(frame());
  workers[0]?.answer();
  workers[1]?.answer();
  expect(await reading).toEqual(answer);
  expect(workers[0]?.frames).toBe(1);
});

test('ending it ends the worker, and nobody waits for its answer', async () => {
  const { reader, workers, timers } = setup();
  const waiting = reader.read(frame());
  reader.stop();
  expect(await waiting).toBeNull();
  expect(workers[0]?.isEnded).toBe(true);
  expect(timers).toEqual([]);
});
