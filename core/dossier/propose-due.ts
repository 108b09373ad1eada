import { dueAt } from '../due/due-at.ts';
import { readTimeLimit } from '../due/time-limit.ts';
import type { WorkCalendar } from '../due/work-calendar.ts';
import type { OpeningHours } from '../queue/opening-hours.ts';

type Terms = { timeLimit: string; uncertain: readonly string[] };

/** Where the centre has not said its own. */
const usualDay = [
  { from: '07:00', to: '11:00' },
  { from: '13:00', to: '17:00' },
];

/**
 * When a dossier accepted at `at` could be due, where the time limit says it plainly and is known for certain; else `null`.
 * Only a proposal: days the centre has not marked as closed count as working days, Saturday and Sunday do not unless it
 * is open on them.
 */
export function proposeDue(terms: Terms, hours: OpeningHours | null, at: number): number | null {
  if (terms.uncertain.includes('timeLimit')) return null;
  const read = readTimeLimit(terms.timeLimit);
  if (read === null || !read.isAll) return null;
  const due = dueAt(read.limit, at, calendarOf(hours));
  return due.ok ? due.value.at : null;
}

function calendarOf(hours: OpeningHours | null): WorkCalendar {
  return {
    week: hours?.week ?? [usualDay, usualDay, usualDay, usualDay, usualDay, [], []],
    holidays: (hours?.closedDays ?? []).map((closed) => ({ ...closed, isUncertain: false })),
    swapped: [],
  };
}
