import type { Gender } from './reading.ts';

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
