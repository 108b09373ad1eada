import { z } from 'zod';
import { localDay, startOfLocalDay } from '../clock.ts';

const time = z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'must be a time such as 07:30');
/** Open from `from` until just before `to`. */
const session = z.strictObject({ from: time, to: time });

/** When a centre is open, in its own time; a day's sessions in their order, with the lunch break between them. */
export const openingHours = z
  .strictObject({
    /** Monday first; an empty list is a day off. */
    week: z.array(z.array(session).max(4)).length(7),
    /** Holidays and other closed days. */
    closedDays: z
      .array(z.strictObject({ day: z.iso.date(), name: z.string().trim().min(1).max(80) }))
      .max(400),
    /** No numbers are given in the last minutes before the end of the day. */
    lastTicketMinutes: z.int().min(0).max(240),
  })
  .superRefine((hours, context) => {
    for (const [day, sessions] of hours.week.entries()) {
      for (const [index, { from, to }] of sessions.entries()) {
        const path = ['week', day, index];
        const before = sessions[index - 1];
        if (to <= from) {
          const params = { why: 'ends-before-it-begins' };
          context.addIssue({ code: 'custom', path, message: 'must end after it begins', params });
        }
        if (before !== undefined && from < before.to) {
          const params = { why: 'sessions-overlap' };
          context.addIssue({
            code: 'custom',
            path,
            message: 'must not overlap the session before it',
            params,
          });
        }
      }
    }
    const days = hours.closedDays.map(({ day }) => day);
    for (const [index, day] of days.entries()) {
      if (days.indexOf(day) < index) {
        const params = { why: 'day-twice', name: day };
        context.addIssue({
          code: 'custom',
          path: ['closedDays', index],
          message: 'stands there twice',
          params,
        });
      }
    }
  });
export type OpeningHours = z.infer<typeof openingHours>;

/** Whether numbers are given now. `opensAt` is `null` when no open day is known within four weeks. */
export type Opening =
  | { at: 'open'; lastTicketAt: number | null }
  | {
      at: 'closed';
      why: 'break' | 'before' | 'after' | 'day-off';
      name: string | null;
      opensAt: number | null;
    };

const daysAhead = 28;
const dayMs = 24 * 60 * 60 * 1000;

/** Vietnam keeps one time all year, so a day is always 24 hours. */
export function openingAt(hours: OpeningHours | null, now: number): Opening {
  if (hours === null) return { at: 'open', lastTicketAt: null };
  const sessions = sessionsOf(hours, now);
  const end = sessions.at(-1)?.to;
  const lastTicketAt = end === undefined ? null : end - hours.lastTicketMinutes * 60_000;
  const inSession = sessions.some(({ from, to }) => from <= now && now < to);
  if (inSession && lastTicketAt !== null && now < lastTicketAt) return { at: 'open', lastTicketAt };

  const opensAt = nextOpening(hours, now);
  const name = hours.closedDays.find(({ day }) => day === localDay(now))?.name ?? null;
  const first = sessions[0];
  if (first === undefined) return { at: 'closed', why: 'day-off', name, opensAt };
  if (now < first.from) return { at: 'closed', why: 'before', name, opensAt };
  const isBreak = sessions.some(({ from }) => from > now);
  return { at: 'closed', why: isBreak ? 'break' : 'after', name, opensAt };
}

/** The sessions of the day in which `now` lies, in its order. */
export function sessionsOf(hours: OpeningHours, now: number): { from: number; to: number }[] {
  const day = localDay(now);
  if (hours.closedDays.some((closed) => closed.day === day)) return [];
  const midnight = startOfLocalDay(now);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return (hours.week[weekday] ?? []).map(({ from, to }) => ({
    from: midnight + minutesOf(from) * 60_000,
    to: midnight + minutesOf(to) * 60_000,
  }));
}

/** The next day after `day` (both `yyyy-mm-dd`) on which the centre opens; the very next one when none is known. */
export function nextOpenDay(hours: OpeningHours | null, day: string): string {
  const midnight = Date.parse(`${day}T00:00:00+07:00`) + dayMs;
  const opensAt = hours === null ? null : nextOpening(hours, midnight - 1);
  return localDay(opensAt ?? midnight);
}

function nextOpening(hours: OpeningHours, now: number): number | null {
  for (let day = 0; day <= daysAhead; day += 1) {
    const next = sessionsOf(hours, now + day * dayMs).find(({ from }) => from > now);
    if (next !== undefined) return next.from;
  }
  return null;
}

function minutesOf(text: string): number {
  const [hours = '0', minutes = '0'] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}
