import { expect, test } from 'vitest';
import { frozenAfterMs, pumpFrames } from '../../renderer/scan/frames.ts';

/** A video whose frames come when the test says, and a clock that the test moves. */
function setup() {
  const timers: { atMs: number; callback: () => void }[] = [];
  const frozen: boolean[] = [];
  const answers: (() => void)[] = [];
  let now = 0;
  let isVisible = true;
  let copied = 0;
  let onFrame: (() => void) | null = null;
  const video = {
    requestVideoFrameCallback(callback: () => void) {
      onFrame = callback;
      return 1;
    },
    cancelVideoFrameCallback: () => void (onFrame = null),
  } as unknown as HTMLVideoElement;
  const stop = pumpFrames(video, {
    copy() {
      copied += 1;
      return Promise.resolve({ close: () => {} } as ImageBitmap);
    },
    read: () => new Promise((resolve) => void answers.push(resolve)),
    frozen: (hadFrames) => frozen.push(hadFrames),
    after(delayMs, callback) {
      const timer = { atMs: now + delayMs, callback };
      timers.push(timer);
      return () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
      };
    },
    isVisible: () => isVisible,
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    stop,
    frozen,
    answers,
    copied: () => copied,
    hide: (hidden: boolean) => void (isVisible = !hidden),
    async frame() {
      const callback = onFrame;
      onFrame = null;
      callback?.();
      await settle();
    },
    async answer() {
      answers.shift()?.();
      await settle();
    },
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const due = timers.toSorted((a, b) => a.atMs - b.atMs).find(({ atMs }) => atMs <= end);
        if (!due) break;
        timers.splice(timers.indexOf(due), 1);
        now = due.atMs;
        due.callback();
      }
      now = end;
    },
  };
}

test('the next frame is taken only when the last was answered', async () => {
  const video = setup();
  await video.frame();
  await video.frame();
  expect(video.copied()).toBe(1);
  await video.answer();
  video.pass(100);
  await video.frame();
  expect(video.copied()).toBe(2);
});

test('a slow reader is no frozen picture', async () => {
  const video = setup();
  await video.frame();
  video.pass(10 * frozenAfterMs);
  expect(video.frozen).toEqual([]);
});

test('a picture that stops moving is told once', async () => {
  const video = setup();
  await video.frame();
  await video.answer();
  video.pass(10 * frozenAfterMs);
  expect(video.frozen).toEqual([true]);
});

test('a picture that never moved is told as such', () => {
  const video = setup();
  video.pass(frozenAfterMs - 1);
  expect(video.frozen).toEqual([]);
  video.pass(1);
  expect(video.frozen).toEqual([false]);
});

test('nothing is frozen on a page that nobody sees', () => {
  const video = setup();
  video.hide(true);
  video.pass(10 * frozenAfterMs);
  expect(video.frozen).toEqual([]);
  video.hide(false);
  video.pass(frozenAfterMs);
  expect(video.frozen).toEqual([false]);
});

test('once stopped nothing is taken or told', async () => {
  const video = setup();
  video.stop();
  await video.frame();
  video.pass(10 * frozenAfterMs);
  expect([video.copied(), video.frozen]).toEqual([0, []]);
});
