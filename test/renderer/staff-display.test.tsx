import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import type { DisplayView } from '../../core/contract.ts';
import { isFresh, newestCallId } from '../../renderer/screens/display/calls.ts';
import { createChime } from '../../renderer/screens/display/chime.ts';
import { DisplayScreen } from '../../renderer/screens/display/display-screen.tsx';
import type { Speaker } from '../../renderer/screens/display/speaker.ts';
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

test('a lane shows how long one waits for it, where that is known', () => {
  const words = drawn(displayViews.busy);
  expect(words).toContain('Hộ tịch – Chứng thực 7 20–40 phút');
  expect(words).toContain('Đất đai – Xây dựng 3 dưới 5 phút');
  expect(words).toMatch(/Hướng dẫn chung 1(?! \d)/);
});

test('before the first call the hall is told what will come', () => {
  const words = drawn(displayViews.quiet);
  expect(words).toContain('ngồi chờ');
  expect(words).not.toContain('Mời số');
});

test('calling the same number again is a new call', () => {
  const call = { id: 1, number: 'A012', counterName: 'Quầy 2', calledAt: now, calls: 1 };
  expect(newestCallId([{ ...call, calledAt: now + 5_000, calls: 2 }])).not.toBe(newestCallId([call]));
  expect(newestCallId([{ ...call }])).toBe(newestCallId([call]));
  expect(newestCallId([])).toBeNull();
});

test('a number called a moment ago stays marked when another counter calls over it', () => {
  const call = { id: 1, number: 'A012', counterName: 'Quầy 2', calledAt: now, calls: 1 };
  expect(isFresh(call, now + 5_000)).toBe(true);
  expect(isFresh(call, now + minutes(1))).toBe(false);
});

type Tone = { hertz: number; afterS: number };

/** A speaker that writes down its tones; `wake` decides when it may play. */
function createFakeSpeaker(wake: () => Promise<void>) {
  const tones: Tone[] = [];
  const speaker: Speaker = { wake, tone: (hertz, afterS) => tones.push({ hertz, afterS }) };
  return { tones, chime: createChime({ open: () => speaker, clock: systemClock }) };
}

test('the chime is two tones, the second lower and later', async () => {
  const { tones, chime } = createFakeSpeaker(async () => {});
  chime();
  await vi.advanceTimersByTimeAsync(0);
  expect(tones).toHaveLength(2);
  expect(tones[1]?.hertz).toBeLessThan(tones[0]?.hertz ?? 0);
  expect(tones[1]?.afterS).toBeGreaterThan(tones[0]?.afterS ?? Infinity);
});

test('a page that is allowed to play only long after the call stays silent for it', async () => {
  const soon = createFakeSpeaker(() => new Promise((resolve) => setTimeout(resolve, 500)));
  soon.chime();
  await vi.advanceTimersByTimeAsync(500);
  expect(soon.tones).toHaveLength(2);

  const late = createFakeSpeaker(() => new Promise((resolve) => setTimeout(resolve, 60_000)));
  late.chime();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(late.tones).toHaveLength(0);
});

test('without a sound device, or when the browser forbids sound, the chime is silent and does not throw', async () => {
  const noDevice = createChime({
    open: () => {
      throw new Error('no device');
    },
    clock: systemClock,
  });
  expect(noDevice).not.toThrow();
  const forbidden = createFakeSpeaker(() => Promise.reject(new Error('not allowed')));
  forbidden.chime();
  // An unhandled rejection would fail this run.
  await vi.advanceTimersByTimeAsync(0);
  expect(forbidden.tones).toHaveLength(0);
});
