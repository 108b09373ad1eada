import { z } from 'zod';
import { startOfLocalDay } from '../clock.ts';

const time = z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'must be a time such as 07:30');
const sessions = z
  .array(z.strictObject({ from: time, to: time }))
  .max(4)
  .refine(
    (list) => list.every(({ from, to }, index) => from < to && (list[index - 1]?.to ?? '') <= from),
    'must follow each other, each ending after it begins',
  );
const namedDay = z.strictObject({
  day: z.iso.date(),
  name: z.string().min(1).max(80),
  /** Until a notice of the government was read. */
  isUncertain: z.boolean(),
});

/** When offices work: time limits count on it. Holidays change every year, so it is data. */
export const workCalendar = z
  .strictObject({
    /** Office hours, Monday first; an empty list is a day off. */
    week: z.array(sessions).length(7),
    /** Days off whatever day of the week they are. */
    holidays: z.array(namedDay).max(400),
    /** Days off by the week that are worked in place of another day; `likeWeekday` 0 is Monday. */
    swapped: z.array(namedDay.extend({ likeWeekday: z.int().min(0).max(6) })).max(100),
  })
  .superRefine(({ holidays, swapped, week }, context) => {
    const known = new Set<string>();
    for (const [list, days] of Object.entries({ holidays, swapped })) {
      for (const [index, { day }] of days.entries()) {
        if (known.has(day))
          context.addIssue({
            code: 'custom',
            path: [list, index, 'day'],
            message: `${day} stands there twice`,
          });
        known.add(day);
      }
    }
    if (week.every((day) => day.length === 0))
      context.addIssue({ code: 'custom', path: ['week'], message: 'must have a working day' });
  });
export type WorkCalendar = z.infer<typeof workCalendar>;

/** Office hours of one day in milliseconds since the epoch. */
export type Session = { from: number; to: number };
export type OfficeDay =
  | { at: 'working'; day: string; sessions: Session[]; isSwapped: boolean }
  | { at: 'off'; day: string; why: 'week' | 'holiday'; name: string | null };

const dayMs = 24 * 3_600_000;

/** The office day in which a moment lies. */
export function officeDay(calendar: WorkCalendar, at: number): OfficeDay {
  const start = startOfLocalDay(at);
  const day = new Date(start + 7 * 3_600_000).toISOString().slice(0, 10);
  const holiday = calendar.holidays.find((one) => one.day === day);
  if (holiday !== undefined) return { at: 'off', day, why: 'holiday', name: holiday.name };
  const swap = calendar.swapped.find((one) => one.day === day);
  // 1970-01-01 was a Thursday; Monday is 0.
  const weekday = (Math.round((start + 7 * 3_600_000) / dayMs) + 3) % 7;
  const hours = calendar.week[swap?.likeWeekday ?? weekday] ?? [];
  if (hours.length === 0) return { at: 'off', day, why: 'week', name: null };
  const moment = (text: string) => start + (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000;
  return {
    at: 'working',
    day,
    isSwapped: swap !== undefined,
    sessions: hours.map(({ from, to }) => ({ from: moment(from), to: moment(to) })),
  };
}

/** Noon of the next day: safe to ask for, whatever the hours. */
export function nextNoon(at: number): number {
  return startOfLocalDay(at) + dayMs + dayMs / 2;
}
