import { expect, test } from 'vitest';
import type { CameraState } from '../../core/contract.ts';
import { cameraStateFor, openCamera } from '../../renderer/scan/camera.ts';
import { cameraRequests } from '../../renderer/scan/choose-camera.ts';

class Track extends EventTarget {
  isStopped = false;
  enabled = true;
  muted = false;
  stop() {
    this.isStopped = true;
  }
  getSettings() {
    return { width: 1920, height: 1080 };
  }
}

function fakeStream() {
  const track = new Track();
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream;
  return { track, stream };
}

/** A browser whose camera does what the test says next. */
function setup(...answers: (MediaStream | string)[]) {
  const reports: CameraState['at'][] = [];
  const streams: (MediaStream | null)[] = [];
  const timers: { delayMs: number; callback: () => void }[] = [];
  const permission = new EventTarget();
  let asked = 0;
  const devices = Object.assign(new EventTarget(), {
    getUserMedia(constraints?: MediaStreamConstraints) {
      expect(constraints).toMatchObject({ audio: false, video: { width: { ideal: 1920 } } });
      const answer = answers[asked] ?? 'NotFoundError';
      asked += 1;
      return typeof answer === 'string'
        ? Promise.reject(new DOMException('no camera', answer))
        : Promise.resolve(answer);
    },
    enumerateDevices: () => Promise.resolve([]),
  });
  const camera = openCamera({
    devices,
    permission: () => Promise.resolve(permission),
    onStream: (stream) => streams.push(stream),
    report: (state) => reports.push(state.at),
    after(delayMs, callback) {
      const timer = { delayMs, callback };
      timers.push(timer);
      return () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
      };
    },
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    camera,
    reports,
    streams,
    timers,
    asked: () => asked,
    settle,
    async plug() {
      devices.dispatchEvent(new Event('devicechange'));
      await settle();
    },
    async permit() {
      permission.dispatchEvent(new Event('change'));
      await settle();
    },
    async wait() {
      timers.shift()?.callback();
      await settle();
    },
  };
}

test('opens dark, looks when told to, is dark again, and is stopped when closed', async () => {
  const { stream, track } = fakeStream();
  const { camera, reports, streams, settle } = setup(stream);
  await settle();
  expect(reports).toEqual(['starting', 'ready']);
  expect(track.enabled).toBe(false);
  camera.look(true);
  expect(track.enabled).toBe(true);
  camera.look(false);
  expect(track.enabled).toBe(false);
  camera.close();
  expect(track.isStopped).toBe(true);
  expect(streams).toEqual([stream, null]);
  expect(reports).toEqual(['starting', 'ready', 'looking', 'ready', 'closed']);
});

test('a citizen quicker than the camera finds it looking as soon as it opens', async () => {
  const { stream, track } = fakeStream();
  const { camera, reports, settle } = setup(stream);
  camera.look(true);
  await settle();
  expect(track.enabled).toBe(true);
  expect(reports).toEqual(['starting', 'looking']);
});

test('a camera that wakes up after the citizen has left is stopped', async () => {
  const { stream, track } = fakeStream();
  const { camera, reports, streams, settle } = setup(stream);
  camera.close();
  await settle();
  expect(track.isStopped).toBe(true);
  expect(streams).toEqual([]);
  expect(reports).toEqual(['starting', 'closed']);
});

test('a missing camera is looked for again when something is plugged in', async () => {
  const given = setup('NotFoundError', fakeStream().stream);
  await given.settle();
  expect(given.reports).toEqual(['starting', 'missing']);
  await given.plug();
  expect(given.reports).toEqual(['starting', 'missing', 'starting', 'ready']);
  expect(given.timers).toEqual([]);
});

test('where the machine does not announce it, a camera is found after a while, and nothing flickers meanwhile', async () => {
  const given = setup('NotFoundError', 'NotFoundError', fakeStream().stream);
  await given.settle();
  await given.wait();
  await given.wait();
  expect(given.reports).toEqual(['starting', 'missing', 'missing', 'ready']);
});

test('a busy camera is asked for again after a while', async () => {
  const given = setup('NotReadableError', 'NotReadableError', fakeStream().stream);
  await given.settle();
  await given.wait();
  expect(given.reports).toEqual(['starting', 'busy', 'busy']);
  await given.wait();
  expect(given.reports.at(-1)).toBe('ready');
});

test('a locked camera opens when the permission is given, and does not ask by itself', async () => {
  const given = setup('NotAllowedError', fakeStream().stream);
  await given.settle();
  expect(given.reports.at(-1)).toBe('denied');
  expect(given.timers).toEqual([]);
  await given.permit();
  expect(given.reports.at(-1)).toBe('ready');
});

test('a camera pulled out is unplugged, not missing, and goes on looking when it is put in again', async () => {
  const first = fakeStream();
  const second = fakeStream();
  const given = setup(first.stream, 'NotFoundError', second.stream);
  await given.settle();
  given.camera.look(true);
  first.track.dispatchEvent(new Event('ended'));
  await given.settle();
  expect(given.reports).toEqual(['starting', 'ready', 'looking', 'unplugged', 'unplugged']);
  expect(given.streams).toEqual([first.stream, null]);
  await given.plug();
  expect(given.reports.at(-1)).toBe('looking');
  expect(second.track.enabled).toBe(true);
  expect(given.timers).toEqual([]);
});

test('a picture that goes mute for good is opened anew; a hiccup is not', async () => {
  const first = fakeStream();
  const second = fakeStream();
  const given = setup(first.stream, second.stream);
  await given.settle();
  first.track.dispatchEvent(new Event('mute'));
  await given.wait();
  expect(given.asked()).toBe(1);
  first.track.muted = true;
  first.track.dispatchEvent(new Event('mute'));
  await given.wait();
  expect(first.track.isStopped).toBe(true);
  expect(given.streams).toEqual([first.stream, null, second.stream]);
});

test('a frozen picture is opened anew at once; one that never moved is tried again after a while', async () => {
  const streams = [fakeStream(), fakeStream(), fakeStream()];
  const given = setup(...streams.map(({ stream }) => stream));
  await given.settle();
  given.camera.reopen(true);
  await given.settle();
  expect(given.reports).toEqual(['starting', 'ready', 'starting', 'ready']);
  given.camera.reopen(false);
  await given.settle();
  expect(given.reports.at(-1)).toBe('busy');
  await given.wait();
  expect(given.reports.at(-1)).toBe('ready');
  expect(streams.map(({ track }) => track.isStopped)).toEqual([true, true, false]);
});

test('a change of devices does not disturb a camera that works', async () => {
  const given = setup(fakeStream().stream);
  await given.settle();
  await given.plug();
  expect(given.asked()).toBe(1);
});

test('after closing nothing opens the camera again', async () => {
  const given = setup('NotReadableError');
  await given.settle();
  given.camera.close();
  await given.plug();
  await given.permit();
  expect(given.timers).toHaveLength(0);
  expect(given.asked()).toBe(1);
});

test('an address from which no camera may be opened says so', () => {
  const reports: CameraState[] = [];
  openCamera({
    devices: undefined,
    permission: () => Promise.resolve(null),
    onStream: () => {},
    report: (state) => reports.push(state),
    after: () => () => {},
  });
  expect(reports).toEqual([{ at: 'denied' }]);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
])('%s means %s', (name, at) => {
  expect(cameraStateFor(name).at).toBe(at);
});

const hd = 1280 * 720;
const fullHd = 1920 * 1080;

test('of several cameras the one for cards is asked first, then the one with more pixels', () => {
  const requests = cameraRequests([
    { deviceId: 'lid', facesAway: false, mostPixels: hd },
    { deviceId: 'better', facesAway: false, mostPixels: fullHd },
    { deviceId: 'away', facesAway: true, mostPixels: hd },
    { deviceId: 'silent', facesAway: false, mostPixels: null },
  ]);
  const ids = requests.map(({ video }) => typeof video === 'object' && video.deviceId);
  expect(ids).toEqual([{ exact: 'away' }, { exact: 'better' }, { exact: 'lid' }, { exact: 'silent' }]);
});

test('with one camera, or none that may tell of itself, the browser chooses', () => {
  const unnamed = { deviceId: '', facesAway: false, mostPixels: null };
  for (const offers of [[], [unnamed, unnamed], [{ ...unnamed, deviceId: 'only' }]]) {
    expect(cameraRequests(offers)).toMatchObject([{ video: { facingMode: { ideal: 'environment' } } }]);
  }
});
