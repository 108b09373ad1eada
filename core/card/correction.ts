import type { CorrectableField } from '../contract.ts';
import { err, ok, unreachable, type Result } from '../result.ts';
import { cardDateDigits, checkTypedDate } from './card-date.ts';
import { judgeAddress, judgeName, tidyTyped } from './field-text.ts';
import type { ReadCard } from './held-card.ts';

/** Nobody who stands at a kiosk was born earlier. */
const earliestBirth = '1900-01-01';

/** The first day that a date of this card may have; the last is today. */
export function earliestDay(card: ReadCard['card'], field: CorrectableField): string {
  return field === 'issuedOn' ? (card.dateOfBirth ?? earliestBirth) : earliestBirth;
}

/** A value typed for a field as it can be kept, or what is wrong with it. `today` is `yyyy-mm-dd`. */
export function checkCorrection(
  card: ReadCard['card'],
  field: CorrectableField,
  value: string,
  today: string,
): Result<string, string> {
  switch (field) {
    case 'gender':
      return value === 'male' || value === 'female' ? ok(value) : err('must be male or female');
    case 'dateOfBirth':
    case 'issuedOn': {
      const check = checkTypedDate(cardDateDigits(value), earliestDay(card, field), today);
      return check.at === 'good' && check.date === value ? ok(value) : err(`is not such a date: ${check.at}`);
    }
    case 'fullName': {
      const name = tidyTyped(value);
      return judgeName(name) === 'sound' ? ok(name) : err('is not a name');
    }
    case 'address': {
      const address = tidyTyped(value);
      return address !== '' && judgeAddress(address) === 'sound' ? ok(address) : err('is not an address');
    }
    default:
      return unreachable(field);
  }
}
