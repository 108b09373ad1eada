import { expect, test } from 'vitest';
import { assert, nat, property } from 'fast-check';
import type { Refusal } from '../../core/contract.ts';
import type { CallReason } from '../../core/queue/call-reason.ts';
import type { QueueRefusal } from '../../core/queue/moves.ts';
import { usualClasses } from '../../core/queue/priority-classes.ts';
import { percentWords, satisfiedCount, wilsonInterval } from '../../renderer/screens/admin/shares.ts';
import { stationGroups } from '../../renderer/screens/admin/station-groups.ts';
import { callReasonWords } from '../../renderer/screens/counter/call-reason-words.ts';
import { dayWords, momentWords } from '../../renderer/screens/counter/date-words.ts';
import { elapsedMinutes, elapsedWords } from '../../renderer/screens/counter/elapsed.ts';
import { afterKey, isWholePin, pinOf } from '../../renderer/screens/counter/pin.ts';
import { feeWords, uncertainWords } from '../../renderer/screens/counter/procedure-words.ts';
import { refusedWords } from '../../renderer/screens/counter/refused-words.ts';
import { sayIn } from '../../renderer/screens/counter/staff-text.tsx';
import { staffEn } from '../../renderer/text/staff.en.ts';
import { staffVi } from '../../renderer/text/staff.vi.ts';
import { minutes, now } from './staff-fixtures.ts';

const say = sayIn('vi');

test('a wait is whole minutes and never negative, whatever two clocks say', () => {
  expect(elapsedMinutes(now, now + minutes(12) + 59_000)).toBe(12);
  expect(elapsedMinutes(now + minutes(5), now)).toBe(0);
});

const told = (ms: number) => elapsedWords(say, now, now + ms);

test('a length of time is told in words', () => {
  expect(told(59_000)).toBe('chưa đến 1 phút');
  expect(told(minutes(59))).toBe('59 phút');
  expect(told(minutes(65))).toBe('1 giờ 05 phút');
  expect(told(minutes(26 * 60))).toBe('1 ngày 2 giờ');
});

test('a percentage has a decimal comma, and none exists without a denominator', () => {
  expect(percentWords(21, 37)).toBe('56,8');
  expect(percentWords(1, 1)).toBe('100');
  expect(percentWords(0, 3)).toBe('0');
  expect(percentWords(0, 0)).toBeNull();
});

test('the Wilson interval agrees with published values', () => {
  const interval = wilsonInterval(34, 37);
  expect(interval?.low).toBeCloseTo(78.7, 1);
  expect(interval?.high).toBeCloseTo(97.2, 1);
  expect(wilsonInterval(0, 0)).toBeNull();
  expect(wilsonInterval(1, 1)).toEqual({ low: expect.closeTo(20.65, 1), high: 100 });
});

test('the interval always holds the share itself and stays between 0 and 100', () => {
  assert(
    property(nat(10_000), nat(10_000), (some, rest) => {
      const whole = some + rest;
      const interval = wilsonInterval(some, whole);
      if (interval === null) return whole === 0;
      const share = (some / whole) * 100;
      return (
        interval.low >= 0 &&
        interval.high <= 100 &&
        interval.low <= share + 1e-9 &&
        interval.high >= share - 1e-9
      );
    }),
  );
});

test('satisfied is every face but the unhappy one', () => {
  expect(
    satisfiedCount([
      { face: 'happy', n: 21 },
      { face: 'content', n: 13 },
      { face: 'unhappy', n: 3 },
    ]),
  ).toBe(34);
});

test('a day is written dd/MM/yyyy and a moment of another day carries its day', () => {
  expect(dayWords('2026-11-24')).toBe('24/11/2026');
  // 23:30 UTC is already the next morning in Cà Mau.
  expect(momentWords(Date.UTC(2026, 10, 23, 23, 30), now)).toBe('06:30');
  expect(momentWords(Date.UTC(2026, 10, 23, 10, 0), now)).toBe('17:00 23/11/2026');
});

test('a PIN takes digits only, at most twelve, and is whole from four', () => {
  expect(pinOf('12a 3-4')).toBe('1234');
  expect(pinOf('1234567890123')).toHaveLength(12);
  expect(isWholePin('123')).toBe(false);
  expect(isWholePin('1234')).toBe(true);
});

test('keys typed anywhere reach the PIN, and other keys are left alone', () => {
  expect(afterKey('12', '3')).toBe('123');
  expect(afterKey('12', 'Backspace')).toBe('1');
  expect(afterKey('12', 'F2')).toBeNull();
  expect(afterKey('12', 'a')).toBeNull();
});

test('a fee the province sets is not called free', () => {
  expect(feeWords(say, null)).toBe('theo quy định của tỉnh');
  expect(feeWords(say, 0)).toBe('không thu');
  expect(feeWords(say, 20_000)).toBe('20.000 đ');
});

test('fields to confirm are named in words, each once', () => {
  expect(uncertainWords(say, ['feeVnd', 'timeLimit'])).toBe('lệ phí, thời hạn');
  expect(uncertainWords(say, ['level', 'toString'])).toBe('thông tin khác');
});

test('every refusal of every command is a sentence for people, never the message for engineers', () => {
  const codes: Refusal['code'][] = [
    'malformed',
    'too-large',
    'invalid',
    'not-now',
    'wrong-pin',
    'slow-down',
    'unknown',
    'failed',
  ];
  for (const code of codes) {
    for (const command of ['sign-in', 'call-next', 'finish', 'sync-now'] as const) {
      const words = refusedWords(say, { command, refusal: { code, field: null, message: 'engineers only' } });
      expect(words).toMatch(/^\p{Lu}.*\.$/u);
      expect(words).not.toContain('engineers');
    }
  }
});

test('each rule of the queue that says no is told in words of its own, a stale screen too', () => {
  const refused = (refusal: Partial<Refusal>) =>
    refusedWords(say, {
      command: 'call-next',
      refusal: { code: 'not-now', field: 'type', message: 'engineers only', ...refusal },
    });
  expect(refused({ field: 'seen' })).toBe('Màn hình vừa cập nhật, xin bấm lại.');
  expect(refused({ why: 'nobody' })).toContain('không còn ai chờ');
  expect(refused({ why: 'rated-since' })).toContain('đã đánh giá');
  expect(refused({ code: 'invalid', field: 'ticket' })).toContain('không còn trong hàng');
  const reasons: QueueRefusal[] = [
    'nobody',
    'counter-busy',
    'other-counter',
    'bound-elsewhere',
    'too-many-returns',
    'nothing-to-undo',
    'too-late',
    'moved-since',
    'rated-since',
    'accepted-since',
    'wrong-state',
    'no-counter',
    'unknown-ticket',
  ];
  const sentences = reasons.map((why) => refused({ why }));
  expect(sentences.filter((words) => !/^\p{Lu}.*\.$/u.test(words))).toEqual([]);
  expect(new Set(sentences).size).toBe(reasons.length - 1);
});

test('why somebody was called is told as an officer would explain it to those who wait', () => {
  const why = (reason: CallReason) => callReasonWords(say, reason, usualClasses);
  expect(why({ why: 'longest-waiting' })).toBe('Chờ lâu nhất');
  expect(why({ why: 'priority', class: 'elderly', inARow: 1 })).toBe('Ưu tiên: Cao tuổi');
  expect(why({ why: 'priority', class: 'elderly', inARow: 2 })).toBe(
    'Ưu tiên: Cao tuổi (lượt ưu tiên thứ 2 liên tiếp)',
  );
  expect(why({ why: 'priority', class: 'no-longer-there', inARow: 1 })).toBe('Ưu tiên: Ưu tiên');
  expect(why({ why: 'turn-of-others', inARow: 3 })).toBe('Đến lượt người khác sau 3 lượt ưu tiên');
  expect(why({ why: 'helps-out', lane: 'B' })).toBe('Hỗ trợ nhóm B');
  expect(why({ why: 'chosen', reason: 'urgent' })).toBe('Gọi chọn: Việc gấp');
});

test('screens are grouped by role, and those nobody opened are called as people call them', () => {
  expect(
    stationGroups(say, [
      { id: 'kiosk', role: 'kiosk', counterName: null, connected: 1 },
      { id: 'kiosk-2', role: 'kiosk', counterName: null, connected: 0 },
      { id: 'counter-quay-1', role: 'counter', counterName: 'Quầy 1', connected: 1 },
      { id: 'counter-quay-2', role: 'counter', counterName: 'Quầy hẹn', connected: 0 },
      { id: 'display', role: 'display', counterName: null, connected: 0 },
    ]),
  ).toEqual([
    { role: 'kiosk', all: 2, open: 1, closed: ['Máy lấy số 2'] },
    { role: 'counter', all: 2, open: 1, closed: ['Quầy hẹn'] },
    { role: 'display', all: 1, open: 0, closed: ['Màn hình chung'] },
  ]);
});

test('both languages ask for the same values, and the Vietnamese is composed Unicode', () => {
  const english = sentencesOf(staffEn);
  const vietnamese = sentencesOf(staffVi);
  expect([...english.keys()]).toEqual([...vietnamese.keys()]);
  for (const [name, sentence] of vietnamese) {
    expect(valuesOf(english.get(name) ?? ''), name).toEqual(valuesOf(sentence));
    expect(sentence.normalize('NFC'), name).toBe(sentence);
  }
});

function sentencesOf(text: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(text).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...sentencesOf(value, `${prefix}${key}.`)],
    ),
  );
}

function valuesOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();
}
