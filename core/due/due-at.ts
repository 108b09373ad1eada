import { localTime } from '../clock.ts';
import { err, ok, type Result, unreachable } from '../result.ts';
import type { TimeLimit } from './time-limit.ts';
import { nextNoon, type OfficeDay, officeDay, type WorkCalendar } from './work-calendar.ts';

/** One day on the way to the due time, for whoever asks why. */
export type DueDay = {
  day: string;
  as:
    | 'received'
    /** Received when no office worked: counts as received at the next opening. */
    | 'received-closed'
    /** Received after the hour of the same-day rule. */
    | 'received-late'
    | 'counted'
    | 'week-off'
    | 'holiday';
  /** Of a holiday. */
  name: string | null;
};
export type Due = { at: number; days: DueDay[] };

/** No calendar has two months without a working day: such a one is mistaken. */
const mostDaysOff = 62;

type Step = { noon: number; office: OfficeDay };

/**
 * When the result is due of a dossier that an officer accepted at `receivedAt`. The first day of a limit in days is not counted
 * (Bộ luật Dân sự 2015, điều 147 khoản 2); one whose last day is a day off ends with the next working day (điều 148 khoản 5).
 * Due times are the end of office hours, except those of limits in hours. Fails when the calendar knows no working day for
 * two months.
 */
export function dueAt(
  limit: TimeLimit,
  receivedAt: number,
  calendar: WorkCalendar,
): Result<Due, 'no-working-day'> {
  const received = receive(receivedAt, calendar);
  if (!received.ok) return received;
  const { days, at, step } = received.value;
  switch (limit.unit) {
    case 'same-day': {
      if (localTime(at) < limit.lateFrom) return finish(step, days);
      relabelLast(days, 'received-late');
      return countWorkingDays(1, step, days, calendar);
    }
    case 'working-days':
      return countWorkingDays(limit.count, step, days, calendar);
    case 'days':
      return countDays(limit.count, step, days, calendar);
    case 'working-hours':
      return countHours(limit.count * 3_600_000, at, step, days, calendar);
    default:
      return unreachable(limit);
  }
}

/** Of a dossier in two phases: the second begins when the first is due. */
export function dueInPhases(
  limits: readonly [TimeLimit, ...TimeLimit[]],
  receivedAt: number,
  calendar: WorkCalendar,
): Result<[Due, ...Due[]], 'no-working-day'> {
  const [first, ...rest] = limits;
  const due = dueAt(first, receivedAt, calendar);
  if (!due.ok) return due;
  const all: [Due, ...Due[]] = [due.value];
  for (const limit of rest) {
    // Just before the end of office hours: at the very end no office works any more.
    const next = dueAt(limit, (all.at(-1)?.at ?? receivedAt) - 1, calendar);
    if (!next.ok) return next;
    all.push(next.value);
  }
  return ok(all);
}

/** The office day and moment from which a limit runs. */
function receive(receivedAt: number, calendar: WorkCalendar) {
  const step: Step = { noon: receivedAt, office: officeDay(calendar, receivedAt) };
  const { office } = step;
  const days: DueDay[] = [];
  if (office.at === 'working') {
    const end = office.sessions.at(-1)?.to ?? 0;
    if (receivedAt < end) {
      const begins = office.sessions.find(({ to }) => receivedAt < to)?.from ?? receivedAt;
      days.push({ day: office.day, as: 'received', name: null });
      return ok({ step, days, at: Math.max(receivedAt, begins) });
    }
  }
  days.push({ day: office.day, as: 'received-closed', name: office.at === 'off' ? office.name : null });
  const next = nextWorkingDay(step, days, calendar);
  if (!next.ok) return next;
  relabelLast(days, 'received');
  const opensAt = next.value.office.at === 'working' ? (next.value.office.sessions[0]?.from ?? 0) : 0;
  return ok({ step: next.value, days, at: opensAt });
}

/** The next working day after `from`; it and the days off before it are told in `days`. */
function nextWorkingDay(from: Step, days: DueDay[], calendar: WorkCalendar): Result<Step, 'no-working-day'> {
  let { noon } = from;
  for (let off = 0; off < mostDaysOff; off += 1) {
    noon = nextNoon(noon);
    const office = officeDay(calendar, noon);
    days.push(told(office));
    if (office.at === 'working') return ok({ noon, office });
  }
  return err('no-working-day');
}

function countWorkingDays(count: number, from: Step, days: DueDay[], calendar: WorkCalendar) {
  let step = from;
  for (let left = count; left > 0; left -= 1) {
    const next = nextWorkingDay(step, days, calendar);
    if (!next.ok) return next;
    step = next.value;
  }
  return finish(step, days);
}

function countDays(count: number, from: Step, days: DueDay[], calendar: WorkCalendar) {
  let { noon } = from;
  let { office } = from;
  for (let left = count; left > 0; left -= 1) {
    noon = nextNoon(noon);
    office = officeDay(calendar, noon);
    // Days off count as well; only the last one must not be one.
    days.push(
      left > 1 || office.at === 'working' ? { day: office.day, as: 'counted', name: null } : told(office),
    );
  }
  if (office.at === 'working') return finish({ noon, office }, days);
  const next = nextWorkingDay({ noon, office }, days, calendar);
  return next.ok ? finish(next.value, days) : next;
}

function countHours(
  lengthMs: number,
  at: number,
  from: Step,
  days: DueDay[],
  calendar: WorkCalendar,
): Result<Due, 'no-working-day'> {
  let leftMs = lengthMs;
  let step = from;
  for (;;) {
    const sessions = step.office.at === 'working' ? step.office.sessions : [];
    for (const { from: begins, to } of sessions) {
      const start = Math.max(begins, at);
      if (start >= to) continue;
      if (leftMs <= to - start) return ok({ at: start + leftMs, days });
      leftMs -= to - start;
    }
    const next = nextWorkingDay(step, days, calendar);
    if (!next.ok) return next;
    step = next.value;
  }
}

function finish({ office }: Step, days: DueDay[]): Result<Due, 'no-working-day'> {
  if (office.at !== 'working') throw new Error('a due time lies on a working day');
  return ok({ at: office.sessions.at(-1)?.to ?? 0, days });
}

function told(office: OfficeDay): DueDay {
  if (office.at === 'working') return { day: office.day, as: 'counted', name: null };
  return { day: office.day, as: office.why === 'holiday' ? 'holiday' : 'week-off', name: office.name };
}

function relabelLast(days: DueDay[], as: DueDay['as']): void {
  const last = days.at(-1);
  if (last !== undefined) last.as = as;
}
