import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DisplayView } from '../../core/contract.ts';
import { isFresh, newestCallId } from '../../renderer/screens/display/calls.ts';
import { type ChimeContext, createChime } from '../../renderer/screens/display/chime.ts';
import { DisplayScreen } from '../../renderer/screens/display/display-screen.tsx';
import { displayViews, minutes, now } from './staff-fixtures.ts';
import { wordsOf } from './staff-markup.ts';

const drawn = (view: DisplayView) => wordsOf(<DisplayScreen view={view} />);

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

test('the newest call stands first with its counter, and a repeated call says which one it is', () => {
  expect(drawn(displayViews.busy)).toContain('Mời số Gọi lần 2 A012 đến Quầy 2');
  expect(drawn(displayViews.first)).toContain('Mời số A001 đến Quầy 1');
});

test('the earlier calls follow, newest first', () => {
  expect(drawn(displayViews.busy)).toContain(
    'Vừa gọi C004 Quầy 3 B026 Quầy 2 E008 Quầy 4 A011 Quầy 1 H002 Quầy 4 A010 Quầy 1',
  );
});

test('the hall sees how many wait in each lane, the centre, the time and the date of the centre', () => {
  const words = drawn(displayViews.busy);
  for (const lane of displayViews.busy.lanes) {
    expect(words).toContain(`${lane.letter} ${lane.name} ${lane.waiting}`);
  }
  expect(words).toContain('Trung tâm Phục vụ hành chính công xã Thử Bình');
  expect(words).toContain('08:30 24/11/2026');
});

test('before the first call the hall is told what will come', () => {
  const words = drawn(displayViews.quiet);
  expect(words).toContain('ngồi chờ');
  expect(words).not.toContain('Mời số');
});

test('calling the same number again is a new call', () => {
  const call = { number: 'A012', counterName: 'Quầy 2', calledAt: now, calls: 1 };
  expect(newestCallId([{ ...call, calledAt: now + 5_000, calls: 2 }])).not.toBe(newestCallId([call]));
  expect(newestCallId([{ ...call }])).toBe(newestCallId([call]));
  expect(newestCallId([])).toBeNull();
});

test('a number called a moment ago stays marked when another counter calls over it', () => {
  const call = { number: 'A012', counterName: 'Quầy 2', calledAt: now, calls: 1 };
  expect(isFresh(call, now + 5_000)).toBe(true);
  expect(isFresh(call, now + minutes(1))).toBe(false);
});

function fakeContext(state: ChimeContext['state'], resume: () => Promise<void> = async () => {}) {
  const started: number[] = [];
  const gain = {
    gain: { setValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} },
    connect: () => gain,
  };
  const context = {
    state,
    currentTime: 10,
    destination: {},
    resume,
    createGain: () => gain,
    createOscillator: () => ({
      frequency: { value: 0 },
      connect: () => gain,
      start: (at: number) => started.push(at),
      stop: () => {},
    }),
  } as unknown as ChimeContext;
  return { context, started };
}

test('the chime is two tones, one after the other', () => {
  const { context, started } = fakeContext('running');
  createChime(() => context)();
  expect(started).toHaveLength(2);
  expect(started[1]).toBeGreaterThan(started[0] ?? Infinity);
});

test('a page that may not play yet chimes only if it is allowed to at once', async () => {
  const soon = fakeContext('suspended');
  createChime(() => soon.context)();
  await vi.advanceTimersByTimeAsync(0);
  expect(soon.started).toHaveLength(2);

  let allow = () => {};
  const late = fakeContext('suspended', () => new Promise((resolve) => (allow = resolve)));
  createChime(() => late.context)();
  await vi.advanceTimersByTimeAsync(60_000);
  allow();
  await vi.advanceTimersByTimeAsync(0);
  expect(late.started).toHaveLength(0);
});

test('without a sound device, or when the browser forbids sound, the chime is silent and does not throw', async () => {
  const noDevice = createChime(() => {
    throw new Error('no device');
  });
  expect(noDevice).not.toThrow();
  const forbidden = fakeContext('suspended', async () => {
    throw new Error('not allowed');
  });
  createChime(() => forbidden.context)();
  await vi.advanceTimersByTimeAsync(0);
  expect(forbidden.started).toHaveLength(0);
});
