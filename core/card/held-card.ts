import type { CardField, CardReviewReason, CorrectableField } from '../contract.ts';
import { birthYearDoubt, readPersonalNumber } from './personal-number.ts';
import type { Card, Reading } from './reading.ts';

/** `field: null` is a doubt about the card as a whole. `kept`: the citizen said that the value is right as it stands. */
export type Doubt = { reason: CardReviewReason; field: CardField | null; kept: boolean };

/** A card as read, with what speaks against it and what the citizen has put right. */
export type ReadCard = {
  source: 'read';
  card: Partial<Card> & Pick<Card, 'number'>;
  doubts: Doubt[];
  corrected: CorrectableField[];
  /** Of those, the words that an exact repair put right when the citizen said so. */
  repaired: CorrectableField[];
};

/** What a person can type of a card; it claims nothing else. `numberFrom`: the bar code of the older plastic card, or fingers. */
export type TypedCard = {
  source: 'typed';
  number: string;
  numberFrom: 'keypad' | 'bar-code';
  fullName: string;
};

/** The card in the citizen's hands, kept from its reading until the way home. In memory only. */
export type HeldCard = ReadCard | TypedCard;

/** A card in the hand; `offered` is its exact repair, to be applied only when the citizen says so. */
export type Held = { at: 'card'; card: ReadCard; offered: Card | null } | { at: 'number'; number: string };

const fieldsInDoubt: Record<CardReviewReason, (CardField | null)[]> = {
  'only-number': ['fullName'],
  'too-many-fields': [null],
  'century-mismatch': ['dateOfBirth'],
  'birth-year-mismatch': ['dateOfBirth'],
  'number-impossible': ['number'],
  'gender-mismatch': ['gender'],
  'gender-damaged': ['gender'],
  'name-damaged': ['fullName'],
  'name-unusual': ['fullName'],
  'address-damaged': ['address'],
  'parent-name-damaged': ['fatherName', 'motherName'],
  'old-id-invalid': ['oldId'],
  'cancelled-number-invalid': ['cancelledNumber'],
  'birth-date-incomplete': ['dateOfBirth'],
  'issue-date-invalid': ['issuedOn'],
  'issued-in-future': ['issuedOn'],
  'wrong-separator': ['fullName', 'address'],
  mojibake: ['fullName', 'address'],
  'typed-as-bytes': ['fullName', 'address'],
  'typed-as-code-points': ['fullName', 'address'],
  'digits-as-letters': ['fullName', 'address'],
};

/** Takes a reading into the hand. `repaired` is what its `repairedPayload` reads as. */
export function holdReading(
  reading: Exclude<Reading, { outcome: 'not-a-card' }>,
  repaired: Reading | null,
): Held {
  const { number } = reading.card;
  if (number === undefined) throw new Error('a reading without a number is no card');
  const reasons = reading.outcome === 'review' ? reading.reasons : [];
  if (reasons.includes('only-number')) return { at: 'number', number };
  return {
    at: 'card',
    card: {
      source: 'read',
      card: { ...reading.card, number },
      doubts: doubtsFrom(reasons),
      corrected: [],
      repaired: [],
    },
    offered: repaired?.outcome === 'card' ? repaired.card : null,
  };
}

const saidByTheNumber: readonly CardReviewReason[] = [
  'century-mismatch',
  'birth-year-mismatch',
  'gender-mismatch',
];

/** One doubt a field: the reader names the one that explains the others first. */
function doubtsFrom(reasons: CardReviewReason[]): Doubt[] {
  const doubts: Doubt[] = [];
  // A number that cannot be says nothing against other fields.
  const speaks = (reason: CardReviewReason) =>
    !(reasons.includes('number-impossible') && saidByTheNumber.includes(reason));
  for (const reason of reasons.filter(speaks)) {
    for (const field of fieldsInDoubt[reason]) {
      if (field === null || doubts.every((other) => other.field !== field)) {
        doubts.push({ reason, field, kept: false });
      }
    }
  }
  return doubts;
}

export function openDoubts(held: HeldCard): CardReviewReason[] {
  if (held.source === 'typed') return [];
  // "The card says so" settles what the card says, and not what a citizen typed in its place.
  const isOpen = ({ kept, field }: Doubt) =>
    !kept || (field !== null && held.corrected.some((corrected) => corrected === field));
  return [...new Set(held.doubts.filter(isOpen).map(({ reason }) => reason))];
}

const repairedWords = ['fullName', 'address'] as const;

export function acceptRepair(repaired: Card): ReadCard {
  return {
    source: 'read',
    card: repaired,
    doubts: [],
    corrected: [...repairedWords],
    repaired: [...repairedWords],
  };
}

/** A refused repair leaves no words: those shown were the reader's, not the card's. */
export function declineRepair(held: ReadCard): ReadCard {
  const { fullName: _name, address: _address, ...card } = held.card;
  return { ...held, card };
}

/** Puts a checked value (see `checkCorrection`) in the place of what was read; it may disagree with the number again. */
export function correctField(held: ReadCard, field: CorrectableField, value: string): ReadCard {
  const card: ReadCard['card'] = { ...held.card, [field]: value };
  const isOfNumber = field === 'gender' || field === 'dateOfBirth';
  const again = isOfNumber && !isNumberImpossible(held) ? disagreement(card, field) : null;
  return {
    ...held,
    card,
    doubts: [
      ...held.doubts.filter((doubt) => doubt.field !== field),
      ...(again === null ? [] : [{ reason: again, field, kept: false }]),
    ],
    corrected: [...held.corrected.filter((other) => other !== field), field],
    repaired: held.repaired.filter((other) => other !== field),
  };
}

function disagreement(card: ReadCard['card'], field: 'gender' | 'dateOfBirth'): CardReviewReason | null {
  if (field === 'dateOfBirth') {
    return card.dateOfBirth === undefined ? null : birthYearDoubt(card.number, card.dateOfBirth);
  }
  return card.gender === readPersonalNumber(card.number).gender ? null : 'gender-mismatch';
}

/** `null`: there is no doubt about this field, or no value that could be kept. */
export function keepField(held: ReadCard, field: CorrectableField): ReadCard | null {
  const isInDoubt = held.doubts.some((doubt) => doubt.field === field);
  if (!isInDoubt || held.card[field] === undefined) return null;
  return {
    ...held,
    doubts: held.doubts.map((doubt) => (doubt.field === field ? { ...doubt, kept: true } : doubt)),
  };
}

/** The number is in doubt where it cannot be, or another field disagrees with it. */
export function isNumberInDoubt(held: ReadCard): boolean {
  return (
    isNumberImpossible(held) ||
    held.doubts.some(({ reason, kept }) => !kept && saidByTheNumber.includes(reason))
  );
}

function isNumberImpossible({ doubts }: ReadCard): boolean {
  return doubts.some(({ reason }) => reason === 'number-impossible');
}
