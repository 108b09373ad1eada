/**
 * Reads the card's `ddmmyyyy` as `yyyy-mm-dd`; `null` when it is not such a date or no such day exists.
 * Counted by hand because `Date` rolls 31 February over to 3 March.
 */
export function readCardDate(text: string): string | null {
  if (!/^[0-9]{8}$/.test(text)) return null;
  const day = Number(text.slice(0, 2));
  const month = Number(text.slice(2, 4));
  const year = Number(text.slice(4));
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** What can be said of a `ddmmyyyy` while it is typed. */
export type DateCheck =
  | { at: 'incomplete'; missing: number }
  | { at: 'no-such-day' }
  | { at: 'no-such-month' }
  | { at: 'too-early' }
  | { at: 'too-late' }
  | { at: 'good'; date: string };

/** Judges 0 to 8 digits; the date must lie between the days `earliest` and `latest`, `yyyy-mm-dd`, both included. */
export function checkTypedDate(digits: string, earliest: string, latest: string): DateCheck {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  if (digits.length >= 2 && (day < 1 || day > 31)) return { at: 'no-such-day' };
  if (digits.length >= 4 && (month < 1 || month > 12)) return { at: 'no-such-month' };
  // A leap year, because the year is not known before the last digit.
  if (digits.length >= 4 && day > daysInMonth(2000, month)) return { at: 'no-such-day' };
  if (digits.length < 8) return { at: 'incomplete', missing: 8 - digits.length };
  const date = readCardDate(digits);
  if (date === null) return { at: 'no-such-day' };
  if (date < earliest) return { at: 'too-early' };
  return date > latest ? { at: 'too-late' } : { at: 'good', date };
}

/** The way back to the card's order of digits: `yyyy-mm-dd` as `ddmmyyyy`; empty stays empty. */
export function cardDateDigits(date: string): string {
  return date.split('-').toReversed().join('');
}
