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
