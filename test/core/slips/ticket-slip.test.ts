import { expect, test } from 'vitest';
import type { SlipLine } from '../../../core/slips/slip-lines.ts';
import { linesOfSlip } from '../../../core/slips/lines-of-slip.ts';
import { ticketSlip, ticketSlipLines, type TicketSlip } from '../../../core/slips/ticket-slip.ts';
import { sampleSlip } from './sample-slip.ts';

const at = (time: string) => Date.parse(`2026-11-22T${time}+07:00`);
function wordsOfLine(line: SlipLine): string {
  if (line.kind === 'row') return `${line.label}: ${line.value}`;
  if (line.kind === 'qr') return `[${line.content}]`;
  return 'text' in line ? line.text : '';
}
function wordsOf(change: Partial<TicketSlip>): string {
  return ticketSlipLines({ ...sampleSlip, ...change })
    .map(wordsOfLine)
    .filter((words) => words !== '')
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

test('a ticket says whose it is, the number, where to go and when it was taken', () => {
  expect(wordsOf({})).toBe(
    [
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      'Phường Thử Nghiệm, tỉnh Cà Mau',
      'SỐ THỨ TỰ',
      'A012',
      'Hộ tịch – Chứng thực',
      'Đăng ký khai sinh',
      'Khi được gọi, mời đến',
      'Quầy 1 hoặc Quầy 2',
      'Lấy số lúc: 08:35',
      'Ngày: thứ Ba, 24/11/2026',
      'Chờ trước: 7 người',
      'Chờ: khoảng 15–30 phút',
      '[https://motcua.example/s/Kx7fQ2mZ9]',
      'Quét mã để xem số đang gọi',
      'Xin giữ phiếu và nhìn màn hình gọi số.',
      'Lỡ lượt, mời gặp cán bộ hướng dẫn.',
    ].join('\n'),
  );
});

test('a code that only the kiosk understands is not said to be for a phone', () => {
  const words = wordsOf({ statusCode: `MC1:${'A'.repeat(26)}` });
  expect(words).toContain('Đưa mã này vào máy lấy số để xem lượt');
  expect(words).not.toContain('Quét mã');
});

test('what is not known is left out', () => {
  const words = wordsOf({
    errand: null,
    counters: [],
    statusCode: null,
    peopleAhead: 0,
    waitingMinutes: null,
  });
  expect(words).not.toMatch(/khai sinh|mời đến|Quét mã|phút|null/);
  expect(words).toContain('Chờ trước: không có ai');
});

test.each([
  [['Quầy 1'], 'mời đến\nQuầy 1\n'],
  [['Quầy 1', 'Quầy 2', 'Quầy 5'], 'mời đến\nQuầy 1, Quầy 2 hoặc Quầy 5\n'],
])('%j are listed as one says them', (counters, words) => {
  expect(wordsOf({ counters })).toContain(words);
});

test('a short wait is told by its end alone', () => {
  expect(wordsOf({ waitingMinutes: { from: 0, to: 5 } })).toContain('Chờ: dưới 5 phút');
});

test('from 15:00 at the centre the slip warns of the next working day, whatever zone the machine is set to', () => {
  const warning = 'Hồ sơ nhận sau 15 giờ có thể được trả kết quả vào ngày làm việc tiếp theo.';
  expect(wordsOf({ issuedAt: at('14:59:59') })).not.toContain('15 giờ');
  expect(wordsOf({ issuedAt: at('15:00:00') })).toContain(warning);
  expect(wordsOf({ issuedAt: at('23:00:00') })).toContain('Ngày: Chủ nhật, 22/11/2026');
});

test('a ticket printed again says so at its very top', () => {
  expect(linesOfSlip(sampleSlip, { times: 2, at: 1_795_496_400_000 })[0]).toEqual({
    kind: 'bar',
    text: 'IN LẠI LẦN 2 – 12:00',
  });
  expect(wordsOf({})).not.toContain('IN LẠI');
});

test.each([
  ['number', 'A 12'],
  ['number', 'Nguyễn Văn A'],
  ['peopleAhead', -1],
  ['statusCode', 'https://motcua.example/?ten=Nguyễn'],
  ['waitingMinutes', { from: 20, to: 10 }],
  ['statusCode', 'javascript:alert(1)'],
  ['counters', [' ']],
  ['issuedAt', '08:35'],
])('a slip with a bad %s (%j) is refused by that name', (field, value) => {
  const parsed = ticketSlip.safeParse({ ...sampleSlip, [field]: value });
  expect(parsed.error?.issues[0]?.path[0]).toBe(field);
});
