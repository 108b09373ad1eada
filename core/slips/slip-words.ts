import { localTime } from '../clock.ts';
import { centred, type SlipLine, smallGap } from './slip-lines.ts';

/** Who speaks, at the top of every slip but the official one. */
export function headLines({ centreName, unit }: { centreName: string; unit: string }): SlipLine[] {
  return [
    centred(centreName.toLocaleUpperCase('vi'), 'note', 'bold'),
    centred(unit, 'note', 'medium'),
    smallGap,
  ];
}

const hanoiDay = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

function partsOfDay(at: number): { weekday: string; day: string; month: string; year: string } {
  const part = Object.fromEntries(hanoiDay.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: (part['weekday'] ?? '').replace('Thứ', 'thứ').replace('Chủ Nhật', 'Chủ nhật'),
    day: part['day'] ?? '',
    month: part['month'] ?? '',
    year: part['year'] ?? '',
  };
}

/** `thứ Ba, 24/11/2026`. */
export function dayText(at: number): string {
  const { weekday, day, month, year } = partsOfDay(at);
  return `${weekday.replaceAll(' ', '\u00a0')}, ${day}/${month}/${year}`;
}

/** `08:35, 24/11/2026`. */
export function momentText(at: number): string {
  const { day, month, year } = partsOfDay(at);
  return `${localTime(at)}, ${day}/${month}/${year}`;
}

/** `ngày 24 tháng 11 năm 2026`, as documents are dated. */
export function datedText(at: number): string {
  const { day, month, year } = partsOfDay(at);
  return `ngày\u00a0${day} tháng\u00a0${month} năm\u00a0${year}`;
}

/** `08 giờ 35 phút`, as official forms tell the time. */
export function clockText(at: number): string {
  const [hours, minutes] = localTime(at).split(':');
  return `${hours}\u00a0giờ\u00a0${minutes}\u00a0phút`;
}

const grouped = new Intl.NumberFormat('vi');

/** `20.000 đ`. */
export function vndText(vnd: number): string {
  return `${grouped.format(vnd)}\u00a0đ`;
}
