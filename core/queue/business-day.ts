import { localDay } from '../clock.ts';

/** A clock that is set back by less than this does not bring yesterday's numbers back. */
const patienceMs = 12 * 60 * 60 * 1000;

/**
 * The day whose queue the hall runs, `yyyy-mm-dd` in the centre's own time. It never goes back a little: were the clock set
 * from 00:05 to 23:55, yesterday's series would go on and today's first numbers would be given a second time. `newest` is
 * the newest day that was ever used and when; a clock wrong by more than half a day is believed to have been mended.
 */
export function businessDay(now: number, newest: { day: string; at: number } | null): string {
  const today = localDay(now);
  return newest !== null && newest.day > today && newest.at - now < patienceMs ? newest.day : today;
}
