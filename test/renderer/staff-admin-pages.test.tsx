import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { centreConfig } from '../../core/centre-config.ts';
import { formFaults } from '../../core/form-fault.ts';
import type {
  AdminCommand,
  AdminScreen,
  CentreDocument,
  CommandResult,
  FormFault,
  Refusal,
} from '../../core/contract.ts';
import { figuresOf } from '../../core/queue/figures.ts';
import { AdminScreen as Admin } from '../../renderer/screens/admin/admin-screen.tsx';
import { namedField } from '../../renderer/screens/admin/form/field-words.ts';
import { Fault, faultWords, Refused } from '../../renderer/screens/admin/form/fault.tsx';
import { SaveBar } from '../../renderer/screens/admin/form/save-bar.tsx';
import { pages } from '../../renderer/screens/admin/pages.tsx';
import { sayIn, StaffText } from '../../renderer/screens/counter/staff-text.tsx';
import type { Ask } from '../../renderer/screens/counter/use-ask.ts';
import { adminView, minutes, now } from './staff-fixtures.ts';
import { buttonsOf, wordsOf } from './staff-markup.ts';

const send = (): Promise<CommandResult> => Promise.resolve({ ok: true, value: null });
const drawn = (screen: AdminScreen) => <Admin view={adminView(screen)} send={send} />;
const officer = { id: 'quan-tri-1', name: 'Lê Thị Quản' };
const today = '2026-11-24';
const centre = centreConfig.parse(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../resources/sample-centre.json'), 'utf8')),
);
const document: CentreDocument = {
  revision: 'r1',
  centre,
  fields: [{ name: 'Hộ tịch', procedures: 11 }],
  canRestore: true,
};
const idle: Ask<AdminCommand> = { pending: null, refused: null, ask: () => Promise.resolve(false) };

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

const issued = (id: string, at: number) => ({
  id: `f-${id}`,
  type: 'ticket-issued',
  at,
  body: { ticket: id, day: today, lane: 'A' },
});
const called = (id: string, at: number) => ({
  id: `c-${id}`,
  type: 'ticket-called',
  at,
  body: { ticket: id, officer: 'can-bo-1', counter: 'quay-gone', call: 1 },
});
const figures = (facts: Parameters<typeof figuresOf>[1]): AdminScreen => ({
  at: 'figures',
  officer,
  today,
  figures: figuresOf(today, facts),
  laneNames: { A: 'Hộ tịch – Chứng thực' },
  counterNames: {},
});

test('every page has its tab, and the one that is shown is marked', () => {
  const buttons = [...buttonsOf(drawn(figures([]))).keys()];
  for (const name of ['Tổng quan', 'Số liệu', 'Làn và quầy', 'Giờ mở cửa', 'Hẹn', 'Máy quét'])
    expect(buttons).toContain(name);
  expect(new Set(pages.map(({ at }) => at)).size).toBe(pages.length);
});

test('times stand with how many they were measured from; few are called few, and none is no number', () => {
  const words = wordsOf(drawn(figures([issued('t1', now), called('t1', now + minutes(7.5))])));
  expect(words).toContain('Số liệu ngày 24/11/2026 (tính đến lúc này)');
  expect(words).toContain('A – Hộ tịch – Chứng thực 1 0 1 0 0 0 0 0 7,5 7,5 1 ít không có dữ liệu');
  expect(words).toContain('quay-gone (đã bỏ)');
  expect(wordsOf(drawn(figures([])))).toContain('Ngày này không có dữ liệu.');
});

test('enough of them are not called few', () => {
  const facts = Array.from({ length: 10 }, (_, at) => [
    issued(`t${at}`, now),
    called(`t${at}`, now + minutes(at + 1)),
  ]).flat();
  const words = wordsOf(drawn(figures(facts)));
  expect(words).toContain('5,5 9 10 không có dữ liệu');
});

test('lanes, their fields and the counters that serve them are laid out to be changed', () => {
  const screen = drawn({ at: 'lanes', officer, today, document });
  const words = wordsOf(screen);
  expect(words).toContain('Hộ tịch · Hộ tịch / liên thông · Chứng thực · Nuôi con nuôi');
  expect(words).toContain('nhận mọi lĩnh vực còn lại');
  const buttons = buttonsOf(screen);
  expect(buttons.get('Quầy 2, làn B: chính')).toBe(true);
  expect(buttons.get('Quầy 2, làn C: không')).toBe(true);
  expect(buttons.get('Xóa làn H')).toBe(false);
  expect(buttons.get('Lưu và áp dụng ngay')).toBe(false);
  expect(buttons.get('Lấy lại bản trước')).toBe(true);
});

test('today: whether numbers are given, and how many are here', () => {
  const state = {
    isClosedByHand: false,
    opening: { at: 'open' as const, lastTicketAt: Date.parse(`${today}T16:45:00+07:00`) },
    waiting: 12,
    called: 2,
    serving: 3,
    parked: 1,
    missed: 4,
    nextDay: '2026-11-25',
  };
  const at = (change: Partial<typeof state>) =>
    drawn({ at: 'hours', officer, today, document, state: { ...state, ...change } });
  expect(wordsOf(at({}))).toContain(
    'Đang mở, cấp số đến 16:45. Đang chờ 12 Đang ở quầy 5 Tạm dừng hoặc vắng mặt 5',
  );
  expect(buttonsOf(at({})).get('Đóng ngày ngay')).toBe(true);
  expect(wordsOf(at({ isClosedByHand: true }))).toContain('Đã đóng bằng tay');
  expect(buttonsOf(at({ isClosedByHand: true })).get('Cấp số lại')).toBe(true);
});

test('an appointment just made is shown by its code, large, and those who came cannot be cancelled', () => {
  const screen = drawn({
    at: 'appointments',
    officer,
    today,
    day: today,
    appointments: [
      { code: '338545', at: now, lane: 'A', procedureName: 'Đăng ký khai sinh', isUsed: false },
      { code: '000017', at: now, lane: 'B', procedureName: null, isUsed: true },
    ],
    made: '338545',
    lanes: [{ letter: 'A', name: 'Hộ tịch' }],
    procedures: [],
  });
  expect(wordsOf(screen)).toContain('Mã hẹn 338 545');
  expect(wordsOf(screen)).toContain('000017 Làn B đã đến');
  expect(buttonsOf(screen).has('Hủy hẹn 338545')).toBe(true);
  expect(buttonsOf(screen).has('Hủy hẹn 000017')).toBe(false);
});

function refusedAt(field: string, children: ReactNode): string {
  const refusal: Refusal = {
    code: 'invalid',
    field,
    message: 'for engineers',
    fault: { why: 'lane-in-use', name: 'C', n: 3 },
  };
  return wordsOf(
    <StaffText>
      <Refused value={refusal}>{children}</Refused>
    </StaffText>,
  );
}

test('what was refused is said beside its field and nowhere else', () => {
  const sentence = 'Không bỏ được làn C: còn 3 số chưa xong ở làn này.';
  expect(refusedAt('centre.lanes.2.name', <Fault at="lanes.2" />)).toBe(sentence);
  expect(refusedAt('centre.lanes.21', <Fault at="lanes.2" />)).toBe('');
  expect(refusedAt('centre.lanes', <Fault at="lanes" exact />)).toBe(sentence);
  expect(refusedAt('centre.lanes.2', <Fault at="lanes" exact />)).toBe('');
});

test('every fault has a sentence of its own in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const sentences = formFaults.map((why) => faultWords(sayIn(language), { why, name: 'x', n: 1 }, null));
    expect(new Set(sentences).size).toBe(formFaults.length);
    expect(sentences.filter((sentence) => sentence.includes('admin.fault'))).toEqual([]);
  }
});

test.each<[string, FormFault, string]>([
  ['centre.counters.2.name', { why: 'blank' }, 'Tên quầy: chưa điền.'],
  ['centre.lanes.0.name', { why: 'too-long', n: 80 }, 'Tên làn: dài quá, nhiều nhất 80 chữ cái.'],
  ['centre.lanes.0.letter', { why: 'wrong-form' }, 'Chữ của làn: ghi một chữ từ A đến H.'],
  ['centre.priorityClasses.1.en', { why: 'blank' }, 'Tên tiếng Anh của nhóm ưu tiên: chưa điền.'],
  ['centre.queue.mostReturns', { why: 'too-big', n: 10 }, 'Được quay lại nhiều nhất: không quá 10.'],
  ['centre.hours.week.0.1.to', { why: 'wrong-form' }, 'Thứ Hai, buổi 2, đến: ghi giờ như 07:30.'],
  ['centre.hours.closedDays.0.day', { why: 'wrong-form' }, 'Ngày nghỉ thứ 1: ghi ngày như 24/11/2026.'],
  ['time', { why: 'wrong-form' }, 'Giờ: ghi giờ như 07:30.'],
])('what is wrong with %s is said by the name of the field, and what is wanted', (field, fault, sentence) => {
  expect(faultWords(sayIn('vi'), fault, field)).toBe(sentence);
});

test('every rule of the queue has a name to be refused by', () => {
  const other = namedField(sayIn('vi'), 'nothing').name;
  for (const rule of Object.keys(centre.queue))
    expect(namedField(sayIn('vi'), `centre.queue.${rule}`).name).not.toBe(other);
});

test('a draft that somebody else overtook can only be thrown away', () => {
  const draft = {
    centre,
    revision: 'r0',
    isChanged: true,
    isStale: true,
    isPastTry: true,
    change: () => {},
    discard: () => {},
    tried: () => {},
  };
  const bar = (
    <StaffText>
      <SaveBar draft={draft} document={document} asking={idle} />
    </StaffText>
  );
  expect(wordsOf(bar)).toContain('Bản cài đặt vừa được sửa ở nơi khác.');
  expect(buttonsOf(bar).get('Lấy bản mới')).toBe(true);
  expect(buttonsOf(bar).get('Lưu và áp dụng ngay')).toBe(false);
});
