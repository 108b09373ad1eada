import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandResult, LanView } from '../../core/contract.ts';
import { lostWords } from '../../renderer/parts/lost-line.tsx';
import { codeOf, fingerprintRows } from '../../renderer/parts/pairing-page.tsx';
import { AdminScreen } from '../../renderer/screens/admin/admin-screen.tsx';
import { adminScreens, adminView, now, workingDay } from './staff-fixtures.ts';
import { buttonsOf, wordsOf } from './staff-markup.ts';

const send = (): Promise<CommandResult> => Promise.resolve({ ok: true, value: null });
const screenOf = (lan: Partial<LanView>) => (
  <AdminScreen view={adminView({ ...workingDay, lan: { ...workingDay.lan, ...lan } })} send={send} />
);

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

test('switched off, the card says so and offers nothing but the switch', () => {
  const screen = screenOf(adminScreens.freshMachine.lan);
  expect(wordsOf(screen)).toContain('Đang tắt: chỉ máy này mở được màn hình.');
  expect(wordsOf(screen)).not.toContain('Dấu vân tay');
  expect([...buttonsOf(screen).keys()]).toContain('Bật');
  expect([...buttonsOf(screen).keys()]).not.toContain('Cấp mã');
});

test('switched on, it shows the addresses, the fingerprint, the code with its place and end, and the machines', () => {
  const words = wordsOf(screenOf({}));
  expect(words).toContain('https://192.168.1.10:4743');
  expect(words).toContain(fingerprintRows(workingDay.lan.fingerprint ?? '').replace('\n', ' '));
  expect(words).toContain('KX7P-3MQA Đánh giá, Quầy 2: dùng được một lần, đến 08:39');
  expect(words).toContain('Quầy, Quầy 1 ghép lúc 08:30 21/11/2026 · đang mở · từ 192.168.1.31');
  expect(words).toContain('Bảng gọi số ghép lúc 08:30 21/11/2026 · thấy lần cuối 07:50 · từ 192.168.1.40');
});

test('a port that cannot be had is told, and machines can still be removed', () => {
  const screen = screenOf({ port: null, trouble: 'Cổng 4743 đang bị chương trình khác dùng.' });
  expect(wordsOf(screen)).toContain('Cổng 4743 đang bị chương trình khác dùng.');
  expect([...buttonsOf(screen).keys()]).not.toContain('Cấp mã');
  expect([...buttonsOf(screen).keys()].filter((name) => name.includes('Gỡ'))).toHaveLength(2);
});

test('a code is taken however it is typed, and nothing else is', () => {
  expect(codeOf('kx7p-3mqa')).toBe('KX7P3MQA');
  expect(codeOf('kx7p 3mqa và hơn')).toBe('KX7P3MQA');
  expect(codeOf('0o1iL')).toBe('');
});

test('a lost connection is told with its length and the time of the data', () => {
  const since = Date.parse('2026-11-24T09:41:20+07:00');
  expect(lostWords(since, since + 12_400)).toBe('Mất kết nối 12 giây — dữ liệu lúc 09:41');
  expect(lostWords(since, since + 185_000)).toBe('Mất kết nối 3 phút — dữ liệu lúc 09:41');
  expect(lostWords(since, since + 3_900_000)).toBe('Mất kết nối 1 giờ 05 phút — dữ liệu lúc 09:41');
  expect(lostWords(since, since - 5_000)).toBe('Mất kết nối 0 giây — dữ liệu lúc 09:41');
});
