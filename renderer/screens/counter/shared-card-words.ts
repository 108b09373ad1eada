import { readPersonalNumber } from '../../../core/card/personal-number.ts';
import type { CardReviewReason, SharedCard, SharedCardField } from '../../../core/contract.ts';
import { dayWords } from './date-words.ts';
import type { Say } from './staff-text.tsx';

/** A field as an officer types it into other programs, with where it comes from and what is in doubt about it. */
export type CardLine = {
  label: string;
  /** Empty when nothing could be read. */
  value: string;
  origin: string;
  /** `null` when nothing speaks against the value. */
  doubt: string | null;
};

export function cardLines(say: Say, card: SharedCard): CardLine[] {
  return card.fields.map((of) => ({
    label: say(`counter.card.${of.field}`),
    value: valueWords(say, of),
    origin: of.value === '' ? '' : say(`counter.card.from.${of.from}`),
    doubt: of.doubt === null ? null : doubtWords(say, of.doubt, of.kept, card),
  }));
}

/** What an officer has to look at on the card itself. */
export function otherDoubts(say: Say, card: SharedCard): string[] {
  return card.doubts.map((reason) => doubtWords(say, reason, false, card));
}

function valueWords(say: Say, { field, value }: SharedCardField): string {
  if (field === 'dateOfBirth') return dayWords(value);
  if (field === 'gender' && value !== '')
    return say(value === 'male' ? 'counter.card.male' : 'counter.card.female');
  return value;
}

function doubtWords(say: Say, reason: CardReviewReason, isKept: boolean, { fields }: SharedCard): string {
  const number = fields.find(({ field }) => field === 'number')?.value ?? '';
  const { birthYear, gender } = readPersonalNumber(number);
  const words = say(`counter.card.doubt.${reason}`, {
    numberYear: birthYear,
    numberGender: say(gender === 'male' ? 'counter.card.male' : 'counter.card.female'),
  });
  return isKept ? `${words} ${say('counter.card.kept')}` : words;
}
