import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshMs, hear, speakNext, spoken, startAnnouncements } from '../../core/announce/announcements.ts';
import type { Call, DisplayView } from '../../core/contract.ts';
import { callsShown } from '../../renderer/screens/display/calls.ts';
import { DisplayScreen } from '../../renderer/screens/display/display-screen.tsx';
import { displayViews, minutes, now } from './staff-fixtures.ts';
import { wordsOf } from './staff-markup.ts';

const drawn = (view: DisplayView) => wordsOf(<DisplayScreen view={view} isConnected />);

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

test('the earlier calls follow, newest first and each number once', () => {
  expect(drawn(displayViews.busy)).toContain('Vừa gọi C004 Quầy 3 B026 Quầy 2 E008 Quầy 4 Đang chờ');
});

test('the hall sees whom each counter has now', () => {
  expect(drawn(displayViews.busy)).toContain('Tại các quầy Quầy 1 A011 Quầy 2 A012 Quầy 3 C004 Quầy 4 trống');
});

test('where there are more counters than can be read, those that are free are left out', () => {
  const counters = Array.from({ length: 14 }, (_, index) => ({
    name: `Quầy ${index + 1}`,
    number: index % 2 === 0 ? `A${100 + index}` : null,
  }));
  const words = drawn({ ...displayViews.busy, counters });
  expect(words).toContain('Quầy 13 A112');
  expect(words).not.toContain('Quầy 14');
});

test('the hall sees how many wait in each lane, the centre, its notices, the time and the date', () => {
  const words = drawn(displayViews.busy);
  for (const lane of displayViews.busy.lanes) {
    expect(words).toContain(`${lane.letter} ${lane.name} ${lane.waiting}`);
  }
  expect(words).toContain('Trung tâm Phục vụ hành chính công xã Thử Bình');
  expect(words).toContain('08:30 24/11/2026');
  expect(words).toContain('Trung tâm nghỉ trưa từ 11 giờ 30.');
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

const call = (id: number, number: string, counterName: string, calls = 1): Call => ({
  id,
  number,
  counterName,
  calledAt: now,
  calls,
});
const first = call(10, 'A012', 'Quầy 1');
const second = call(11, 'B026', 'Quầy 2');
const old = call(9, 'C001', 'Quầy 3');
const on = hear(startAnnouncements(null), { calls: [old], lately: [] }, now - minutes(5));
const lately = [first, second].map((one) => ({ ...one, takenBack: false }));
const heard = hear(on, { calls: [second, first, old], lately }, now);
const shown = (line: typeof heard, at = now) => callsShown([second, first, old], line, at);

test('of calls at the same moment the one that is spoken stands large, the others on one stack with it', () => {
  const speaking = speakNext(heard, now);
  expect(shown(speaking)).toEqual({ big: first, isNew: true, together: [second], more: 0, earlier: [old] });
  const next = speakNext(spoken(speaking), now + 6000);
  expect(shown(next, now + 6000)).toMatchObject({ big: second, together: [first] });
});

test('a number that is given up while it is spoken leaves the screen at once', () => {
  const gone = {
    calls: [second, old],
    lately: [
      { ...first, takenBack: true },
      { ...second, takenBack: false },
    ],
  };
  const line = hear(speakNext(heard, now), gone, now + 500);
  expect(callsShown(gone.calls, line, now + 500)).toEqual({
    big: second,
    isNew: true,
    together: [],
    more: 0,
    earlier: [old],
  });
});

test('without a voice the newest call stands large, and the stack is gone after a while', () => {
  expect(shown(heard)).toMatchObject({ big: second, isNew: true, together: [first] });
  const silent = { ...heard, waiting: [] };
  expect(shown(silent, now + freshMs)).toMatchObject({ big: second, isNew: false, together: [] });
  expect(shown(silent, now + freshMs).earlier).toEqual([first, old]);
});

test('more calls at once than the screen has room for are counted', () => {
  const many = Array.from({ length: 8 }, (_, index) => call(20 + index, `D00${index}`, 'Quầy 4'));
  const line = hear(
    on,
    { calls: many.toReversed(), lately: many.map((one) => ({ ...one, takenBack: false })) },
    now,
  );
  const seen = callsShown(many.toReversed(), line, now);
  expect(seen.together.map(({ number }) => number)).toEqual(['D006', 'D005', 'D004']);
  expect(seen.more).toBe(4);
});

test('a number that is called again while it waits is on the stack once', () => {
  const again = call(12, 'B026', 'Quầy 2', 2);
  const line = hear(
    on,
    { calls: [again, second, first], lately: [...lately, { ...again, takenBack: false }] },
    now,
  );
  expect(callsShown([again, second, first], speakNext(line, now), now).together).toEqual([again]);
});
