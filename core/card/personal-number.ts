import type { CardReviewReason, Gender } from '../contract.ts';
import { isKnownPlaceCode } from './place-codes.ts';

/**
 * What the twelve digits say of their holder: place of birth registration, gender and birth year.
 * There is no check digit in any official text; tools that compute one have invented it.
 */
export function readPersonalNumber(number: string): { placeCode: string; gender: Gender; birthYear: number } {
  const century = Number(number[3]);
  return {
    placeCode: number.slice(0, 3),
    gender: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(number.slice(4, 6)),
  };
}

export function isPersonalNumber(text: string): boolean {
  return /^[0-9]{12}$/.test(text);
}

/** A number says the year; who is to be born later than `today`, `yyyy-mm-dd`, has none. */
export function isNotYetBorn(number: string, today: string): boolean {
  return readPersonalNumber(number).birthYear > Number(today.slice(0, 4));
}

/** Whether a date of birth, `yyyy-mm-dd`, is of the year that the number says; numbers are re-issued after corrections. */
export function birthYearDoubt(number: string, dateOfBirth: string): CardReviewReason | null {
  const year = Number(dateOfBirth.slice(0, 4));
  const { birthYear } = readPersonalNumber(number);
  if (year === birthYear) return null;
  return year % 100 === birthYear % 100 ? 'century-mismatch' : 'birth-year-mismatch';
}

/**
 * What can be said of a number while it is typed. `not-yet-born` is told from the fourth digit, the century, on.
 * `old-id` may still become a personal number.
 */
export type NumberCheck =
  | { at: 'incomplete'; missing: number }
  | { at: 'old-id' }
  | { at: 'not-yet-born'; birthYear: number; isOrLater: boolean }
  | { at: 'good'; birthYear: number; gender: Gender; unknownPlace: string | null };

/** Judges 0 to 12 digits. `today` is `yyyy-mm-dd`. */
export function checkTypedNumber(digits: string, today: string): NumberCheck {
  if (digits.length === 9) return { at: 'old-id' };
  const thisYear = Number(today.slice(0, 4));
  const { placeCode, gender, birthYear } = readPersonalNumber(digits.padEnd(12, '0'));
  if (digits.length >= 4 && birthYear > thisYear) {
    // Before the sixth digit the year counted here is the first that the number can still become.
    return { at: 'not-yet-born', birthYear, isOrLater: digits.length < 6 };
  }
  if (digits.length < 12) return { at: 'incomplete', missing: 12 - digits.length };
  return { at: 'good', birthYear, gender, unknownPlace: isKnownPlaceCode(placeCode) ? null : placeCode };
}
