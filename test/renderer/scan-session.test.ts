import { expect, test } from 'vitest';
import type { KioskCommand } from '../../core/contract.ts';
import type { Light } from '../../core/card/light.ts';
import type { Look } from '../../core/card/look.ts';
import { cameraNeed, createScan, isCardTaken, type ScanDeps } from '../../renderer/scan/scan.ts';
import type { FromScanWorker } from '../../renderer/scan/scan-protocol.ts';
import { roomLight, square } from '../core/card/sightings.ts';

const stream = { getVideoTracks: () => [{ getSettings: () => ({}) }] } as unknown as MediaStream;
const video = {} as HTMLVideoElement;
const frame = { width: 1920, height: 1080, close: () => {} } as ImageBitmap;
const whole: Look = { text: 'card', outline: square(900, 500, 220) };

/** One kiosk screen whose camera and worker do what the test says. */
function setup() {
  const log: string[] = [];
  const sent: KioskCommand[] = [];
  const timers: (() => void)[] = [];
  let now = 0;
  let camera: Parameters<ScanDeps['openCamera']>[0] | null = null;
  let answerFrame = (_answer: FromScanWorker | null) => {};
  let answerCore = () => {};
  let shown: Parameters<ScanDeps['show']>[2] | null = null;
  const scan = createScan({
    openCamera(deps) {
      log.push('open');
      camera = deps;
      return {
        look: (isLooking) => log.push(isLooking ? 'look' : 'dark'),
        reopen: (hadPicture) => log.push(`reopen ${hadPicture}`),
        close() {
          log.push('close');
          deps.onStream(null);
        },
      };
    },
    startReader() {
      log.push('start reader');
      return {
        read: () => new Promise((resolve) => void (answerFrame = resolve)),
        stop: () => log.push('stop reader'),
      };
    },
    show(_video, _stream, to) {
      log.push('show');
      shown = to;
      return () => {
        shown = null;
        log.push('hide');
      };
    },
    sounds: {
      accepted: () => log.push('accepted'),
      refused: () => log.push('refused'),
      hint: (hint) => log.push(`hint ${hint}`),
      close: () => {},
    },
    send(command) {
      sent.push(command);
      if (command.type !== 'card-text') return Promise.resolve({ ok: true, value: null });
      return new Promise((resolve) => void (answerCore = () => resolve({ ok: true, value: null })));
    },
    now: () => now,
    after(_delayMs, callback) {
      timers.push(callback);
      return () => {};
    },
  });
  return {
    scan,
    log,
    timers,
    stream: (given: MediaStream | null) => camera?.onStream(given),
    freeze: () => shown?.frozen(true),
    isShown: () => shown !== null,
    texts: () => sent.flatMap((command) => (command.type === 'card-text' ? [command.text] : [])),
    async see(look: Look, light: Partial<Light> = {}) {
      now += 100;
      const reading = shown?.read(frame);
      answerFrame({ look, light: { ...roomLight, ...light } });
      await reading;
    },
    beginRead: () => shown?.read(frame),
    endRead: (look: Look) => answerFrame({ look, light: roomLight }),
    async coreAnswers() {
      answerCore();
      await new Promise<void>((resolve) => setImmediate(resolve));
    },
  };
}

function looking() {
  const given = setup();
  given.scan.need('dark');
  given.stream(stream);
  given.scan.watch(video);
  given.scan.need('looking');
  return given;
}

test('the camera is open from the first touch until the card is done with, and looks on one page only', () => {
  expect(cameraNeed('welcome')).toBe('closed');
  expect(cameraNeed('notice')).toBe('dark');
  expect(cameraNeed('scan')).toBe('looking');
  expect(cameraNeed('greeting')).toBe('dark');
  expect(cameraNeed('procedures')).toBe('closed');
  expect(cameraNeed('closed')).toBe('closed');
});

test('a card is taken when its page comes after the camera’s, whatever has to be put right on it', () => {
  for (const to of ['greeting', 'review', 'repair'] as const) expect(isCardTaken('scan', to)).toBe(true);
  for (const to of ['scan', 'notice', 'procedures', 'type-number', 'welcome'] as const) {
    expect(isCardTaken('scan', to)).toBe(false);
  }
  expect(isCardTaken('review', 'greeting')).toBe(false);
});

test('until someone agrees nothing is shown or read, though all is ready', () => {
  const given = setup();
  given.scan.need('dark');
  given.stream(stream);
  given.scan.watch(video);
  expect(given.log).toEqual(['start reader', 'open', 'dark']);
  given.scan.need('looking');
  expect(given.log.slice(3)).toEqual(['look', 'show']);
});

test('on the next page the picture is taken away, and on the way home everything is closed', () => {
  const given = looking();
  given.scan.need('dark');
  expect(given.log.slice(-2)).toEqual(['dark', 'hide']);
  given.scan.need('looking');
  given.scan.need('closed');
  expect(given.log.slice(-3)).toEqual(['close', 'hide', 'stop reader']);
  expect(given.isShown()).toBe(false);
});

test('a kiosk without a camera goes through its pages all the same', () => {
  const given = setup();
  given.scan.need('dark');
  given.scan.watch(video);
  given.scan.need('looking');
  given.scan.need('dark');
  given.scan.need('closed');
  expect(given.log).not.toContain('show');
});

test('a text that is read again and again is sent once, and what is seen is drawn', async () => {
  const given = looking();
  for (let n = 0; n < 5; n += 1) await given.see(whole);
  expect(given.texts()).toEqual(['card']);
  const { hint, seen } = given.scan.getState();
  expect(hint).toBe('reading');
  expect(seen).toEqual({ outline: whole.outline, frame: { width: 1920, height: 1080 }, isRead: true });
});

test('a frame still being read when the page changes is forgotten', async () => {
  const given = looking();
  await given.see(whole);
  const before = given.texts();
  const reading = given.beginRead();
  given.scan.need('dark');
  given.endRead(whole);
  await reading;
  expect(given.texts()).toEqual(before);
  expect(given.scan.getState().seen).toBeNull();
});

test('a code that was refused is no longer drawn as read, and another is asked for with a sound', async () => {
  const given = looking();
  await given.see(whole);
  await given.see(whole);
  await given.coreAnswers();
  for (const timer of given.timers) timer();
  expect(given.log).toContain('refused');
  expect(given.scan.getState()).toMatchObject({ hint: 'looking', seen: null });
  for (let n = 0; n < 80; n += 1) {
    await given.see(whole);
    expect(given.scan.getState()).toMatchObject({ hint: 'looking', seen: null });
  }
  // It is asked about again now and then, in case the reading was at fault.
  expect(given.texts()).toEqual(['card', 'card']);
});

test('an accepted card has left the page by the time a refusal would sound', async () => {
  const given = looking();
  await given.see(whole);
  await given.see(whole);
  await given.coreAnswers();
  given.scan.need('dark');
  given.scan.verdict('accepted');
  for (const timer of given.timers) timer();
  expect(given.log).toContain('accepted');
  expect(given.log).not.toContain('refused');
});

test('a picture without even noise is opened anew after some seconds, but not over and over', async () => {
  const given = looking();
  const reopenings = () => given.log.filter((line) => line === 'reopen true').length;
  const nothing: Look = { text: null, outline: null };
  for (let n = 0; n < 29; n += 1) await given.see(nothing, { mean: 0, contrast: 0 });
  await given.see(nothing, { mean: 1, contrast: 1.5 });
  for (let n = 0; n < 29; n += 1) await given.see(nothing, { mean: 0, contrast: 0 });
  expect(reopenings()).toBe(0);
  for (let n = 0; n < 140; n += 1) await given.see(nothing, { mean: 0, contrast: 0 });
  expect(reopenings()).toBe(1);
  for (let n = 0; n < 40; n += 1) await given.see(nothing, { mean: 0, contrast: 0 });
  expect(reopenings()).toBe(2);
});

test('what only looks like a code is not drawn', async () => {
  const given = looking();
  const strip = square(1000, 500, 200);
  strip.corners[1].x = strip.corners[0].x + 20;
  strip.corners[2].x = strip.corners[3].x + 20;
  await given.see({ text: null, outline: strip });
  expect(given.scan.getState().seen).toBeNull();
});

test('a camera that comes back goes on showing; a frozen one is opened anew', () => {
  const given = looking();
  given.freeze();
  expect(given.log.at(-1)).toBe('reopen true');
  given.stream(null);
  expect(given.isShown()).toBe(false);
  given.stream(stream);
  expect(given.isShown()).toBe(true);
});
