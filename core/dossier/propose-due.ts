import { localDay, localHour } from '../clock.ts';
import type { OpeningHours } from '../queue/opening-hours.ts';

type Terms = { timeLimit: string; uncertain: readonly string[] };

const dayMs = 86_400_000;
/** The end of office hours, where the centre has not said its own. */
const usualEnd = '17:00';
/** Farther than any time limit of the catalogue with Tết in it. */
const lookedAhead = 120;

/**
 * When a dossier accepted at `at` could be due, where the time limit says it plainly and is known for certain; else `null`.
 * Only a proposal: days the centre has not marked as closed count as working days, Saturday and Sunday do not unless it
 * is open on them.
 */
export function proposeDue(terms: Terms, hours: OpeningHours | null, at: number): number | null {
  if (terms.uncertain.includes('timeLimit')) return null;
  const days = workingDays(terms.timeLimit, at);
  if (days === null) return null;
  let left = days;
  for (let ahead = 0; ahead <= lookedAhead; ahead++) {
    const day = localDay(at + ahead * dayMs);
    const end = endOf(day, hours);
    // The day it is accepted is not counted.
    if (ahead > 0 && end !== null) left -= 1;
    if (left > 0 || end === null) continue;
    const due = Date.parse(`${day}T${end}:00+07:00`);
    if (due > at) return due;
  }
  return null;
}

/** How many working days after the present one; 0: today. */
function workingDays(timeLimit: string, at: number): number | null {
  const plain = /^0?(\d{1,2}) ngày làm việc$/.exec(timeLimit.normalize('NFC').trim())?.[1];
  if (plain !== undefined) return Number(plain);
  const isSameDay =
    timeLimit.trim() === 'Trong ngày; nhận sau 15 giờ mà chưa xong thì trả ngày làm việc tiếp theo';
  if (!isSameDay) return null;
  return localHour(at) < 15 ? 0 : 1;
}

/** When work ends on a day, `HH:MM`; `null` for a day off. */
function endOf(day: string, hours: OpeningHours | null): string | null {
  // Monday is 0.
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (hours === null) return weekday < 5 ? usualEnd : null;
  if (hours.closedDays.some((closed) => closed.day === day)) return null;
  return hours.week[weekday]?.at(-1)?.to ?? null;
}
