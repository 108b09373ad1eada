import { err, ok, type Result } from '../result.ts';

/** Largest number of a lane's series. Three digits as long as they do, then four: both are read and spoken without a doubt. */
export const lastNumber = 9999;

/** `A`, 12 → `A012`; `A`, 1000 → `A1000`. */
export function ticketLabel(laneLetter: string, number: number): string {
  return `${laneLetter}${String(number).padStart(3, '0')}`;
}

/** The number after `last` in a lane's series of the day; `last` is 0 when none was given yet. */
export function nextNumber(last: number): Result<number, 'numbers-exhausted'> {
  return last >= lastNumber ? err('numbers-exhausted') : ok(last + 1);
}
