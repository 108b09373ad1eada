import { localDay, localTime } from '../clock.ts';
import { unreachable } from '../result.ts';
import type { Due, DueDay } from './due-at.ts';
import type { TimeLimit } from './time-limit.ts';

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** `thứ Sáu, 27/11/2026`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-');
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday}, ${date}/${month}/${year}`;
}

/** Why the result is due then, in sentences for whoever asks: `Nhận lúc 15:20 thứ Sáu, …`. */
export function explainDue(limit: TimeLimit, receivedAt: number, due: Due): string[] {
  return [
    `Nhận lúc ${localTime(receivedAt)}, ${dayInWords(localDay(receivedAt))}.`,
    ...receivedLater(receivedAt, due),
    limitInWords(limit),
    ...daysOff(due.days),
    `Hẹn trả kết quả: ${localTime(due.at)}, ${dayInWords(localDay(due.at))}.`,
  ];
}

function receivedLater(receivedAt: number, { days }: Due): string[] {
  const late = days.find(({ as }) => as === 'received-late');
  if (late !== undefined) return ['Nhận sau giờ chót trong ngày nên trả vào ngày làm việc tiếp theo.'];
  const received = days.find(({ as }) => as === 'received');
  if (received === undefined || received.day === localDay(receivedAt)) return [];
  return [`Lúc đó cơ quan không làm việc, nên tính là nhận ${dayInWords(received.day)}.`];
}

function limitInWords(limit: TimeLimit): string {
  switch (limit.unit) {
    case 'same-day':
      return `Thời hạn: trong ngày; nhận từ ${limit.lateFrom} trở đi thì ngày làm việc tiếp theo.`;
    case 'working-days':
      return `Thời hạn: ${limit.count} ngày làm việc, không tính ngày nhận.`;
    case 'days':
      return `Thời hạn: ${limit.count} ngày, không tính ngày nhận; rơi vào ngày nghỉ thì sang ngày làm việc tiếp theo.`;
    case 'working-hours':
      return `Thời hạn: ${limit.count} giờ làm việc.`;
    default:
      return unreachable(limit);
  }
}

function daysOff(days: DueDay[]): string[] {
  const off = days.filter(({ as }) => as === 'week-off' || as === 'holiday');
  if (off.length === 0) return [];
  const words = off.map(({ day, name }) =>
    name === null ? dayInWords(day) : `${dayInWords(day)} (${name})`,
  );
  return [`Không tính ngày nghỉ: ${words.join('; ')}.`];
}
