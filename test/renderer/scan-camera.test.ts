import { expect, test } from 'vitest';
import type { CameraState } from '../../core/contract.ts';
import { cameraStateFor, openCamera } from '../../renderer/scan/camera.ts';

class Track extends EventTarget {
  isStopped = false;
  stop() {
    this.isStopped = true;
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
  const timers: (() => void)[] = [];
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
  });
  const close = openCamera({
    devices,
    show: () => Promise.resolve({ width: 1920, height: 1080 }),
    report: (state) => reports.push(state.at),
    after(_delayMs, callback) {
      timers.push(callback);
      return () => timers.splice(timers.indexOf(callback), 1);
    },
  });
  return {
    reports,
    timers,
    close,
    asked: () => asked,
    plug: () => devices.dispatchEvent(new Event('devicechange')),
    settle: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
}

test('reports starting, then looking, and stops the camera when left', async () => {
  const { stream, track } = fakeStream();
  const camera = setup(stream);
  await camera.settle();
  expect(camera.reports).toEqual(['starting', 'looking']);
  expect(track.isStopped).toBe(false);
  camera.close();
  expect(track.isStopped).toBe(true);
});

test('a camera that wakes up after the citizen has left is stopped', async () => {
  const { stream, track } = fakeStream();
  const camera = setup(stream);
  camera.close();
  await camera.settle();
  expect(track.isStopped).toBe(true);
  expect(camera.reports).toEqual(['starting']);
});

test('a missing camera is looked for again when something is plugged in', async () => {
  const { stream } = fakeStream();
  const camera = setup('NotFoundError', stream);
  await camera.settle();
  expect(camera.reports).toEqual(['starting', 'missing']);
  expect(camera.timers).toHaveLength(0);
  camera.plug();
  await camera.settle();
  expect(camera.reports).toEqual(['starting', 'missing', 'starting', 'looking']);
});

test('a busy camera is asked for again after a while', async () => {
  const { stream } = fakeStream();
  const camera = setup('NotReadableError', stream);
  await camera.settle();
  expect(camera.reports).toEqual(['starting', 'busy']);
  camera.timers.shift()?.();
  await camera.settle();
  expect(camera.reports.at(-1)).toBe('looking');
});

test('a camera pulled out is missing, and comes back when it is put in again', async () => {
  const first = fakeStream();
  const second = fakeStream();
  const camera = setup(first.stream, 'NotFoundError', second.stream);
  await camera.settle();
  first.track.dispatchEvent(new Event('ended'));
  await camera.settle();
  expect(camera.reports.at(-1)).toBe('missing');
  camera.plug();
  await camera.settle();
  expect(camera.reports.at(-1)).toBe('looking');
});

test('a change of devices does not disturb a camera that works', async () => {
  const { stream } = fakeStream();
  const camera = setup(stream);
  await camera.settle();
  camera.plug();
  await camera.settle();
  expect(camera.asked()).toBe(1);
});

test('after leaving nothing opens the camera again', async () => {
  const camera = setup('NotReadableError');
  await camera.settle();
  camera.close();
  camera.plug();
  await camera.settle();
  expect(camera.timers).toHaveLength(0);
  expect(camera.asked()).toBe(1);
});

test('an address from which no camera may be opened says so', () => {
  const reports: CameraState[] = [];
  openCamera({
    devices: undefined,
    show: () => Promise.resolve({ width: 0, height: 0 }),
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
