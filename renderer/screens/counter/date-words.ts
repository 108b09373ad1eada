import { localDay, localTime } from '../../../core/clock.ts';

/** `2026-11-24` becomes `24/11/2026`; anything else is left as it is. */
export function dayWords(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : day;
}

/** The day of a moment in the centre's time zone, as `dd/MM/yyyy`. */
export function dateWords(at: number): string {
  return dayWords(localDay(at));
}

/** `HH:MM` when `at` is on the same local day as `now`, else `HH:MM ngày dd/MM/yyyy` without the word: `08:15 24/11/2026`. */
export function momentWords(at: number, now: number): string {
  return localDay(at) === localDay(now) ? localTime(at) : `${localTime(at)} ${dateWords(at)}`;
}
