import type { TimeLimit } from '../../../core/due/time-limit.ts';
import type { WorkCalendar } from '../../../core/due/work-calendar.ts';

const minute = 60_000;

/**
 * Another way to the same due times: walks minute by minute, and knows days only as texts. Slow, and written from the law's
 * words alone. Limits in hours are for whole minutes.
 */
export function slowDueAt(limit: TimeLimit, receivedAt: number, calendar: WorkCalendar): number {
  const worksAt = (moment: number) => {
    const [day = '', time = ''] = new Date(moment + 420 * minute).toISOString().split(/[TZ]/);
    const clock = time.slice(0, 5);
    return hoursOf(day, calendar).some(({ from, to }) => from <= clock && clock < to);
  };
  const dayOf = (moment: number) => new Date(moment + 420 * minute).toISOString().slice(0, 10);

  let at = receivedAt;
  while (!worksAt(at)) at = Math.floor(at / minute) * minute + minute;
  if (limit.unit === 'working-hours') {
    let left = limit.count * 60;
    for (; left > 0; at += minute) if (worksAt(at)) left -= 1;
    return at;
  }
  const workingDays: string[] = [];
  const end = (day: string) => {
    const last = hoursOf(day, calendar).at(-1);
    return Date.parse(`${day}T${last?.to ?? ''}:00+07:00`);
  };
  const plusDays = (day: string, days: number) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const first = dayOf(at);
  for (let days = 1; days <= 900; days += 1) {
    const day = plusDays(first, days);
    if (hoursOf(day, calendar).length > 0) workingDays.push(day);
  }
  if (limit.unit === 'same-day') {
    const clock = new Date(at + 420 * minute).toISOString().slice(11, 16);
    return end(clock < limit.lateFrom ? first : (workingDays[0] ?? ''));
  }
  if (limit.unit === 'working-days') return end(workingDays[limit.count - 1] ?? '');
  const last = plusDays(first, limit.count);
  return end(workingDays.find((day) => day >= last) ?? '');
}

function hoursOf(day: string, { week, holidays, swapped }: WorkCalendar) {
  if (holidays.some((one) => one.day === day)) return [];
  const like = swapped.find((one) => one.day === day)?.likeWeekday;
  const sundayFirst = new Date(`${day}T12:00:00Z`).getUTCDay();
  return week[like ?? (sundayFirst + 6) % 7] ?? [];
}
