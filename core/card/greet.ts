import type { CardField, Gender, GreetedCard, KioskScreen, ReviewedField } from '../contract.ts';
import { isNumberInDoubt, openDoubts, type HeldCard, type ReadCard } from './held-card.ts';
import { readPersonalNumber } from './personal-number.ts';

/** Whoever is younger need not have a card (Law on Identification 2023, article 19) and comes with an adult. */
const grownUpAt = 14;

/** The little of a card that the greeting shows in a public hall. `today` is `yyyy-mm-dd`. */
export function greet(held: HeldCard, today: string): GreetedCard {
  const number = held.source === 'typed' ? held.number : held.card.number;
  const fullName = held.source === 'typed' ? held.fullName : (held.card.fullName ?? '');
  return {
    fullName,
    maskedNumber: masked(number),
    birthYear: birthYear(held),
    holder: isChild(held, today) ? 'child' : 'adult',
    source: held.source,
    review: openDoubts(held),
  };
}

/** `•••• •••• 0018` */
export function masked(number: string): string {
  return `•••• •••• ${number.slice(-4)}`;
}

function birthYear(held: HeldCard): string {
  if (held.source === 'typed') return String(readPersonalNumber(held.number).birthYear);
  return held.card.dateOfBirth?.slice(0, 4) ?? '';
}

function isChild(held: HeldCard, today: string): boolean {
  const thisYear = Number(today.slice(0, 4));
  const turnsGrownUp = `${thisYear - grownUpAt}${today.slice(4)}`;
  if (held.source === 'typed') {
    // Only the year is known: who may already be grown up is spoken to as one.
    return thisYear - readPersonalNumber(held.number).birthYear < grownUpAt;
  }
  const { dateOfBirth, fatherName, motherName } = held.card;
  if (fatherName !== undefined || motherName !== undefined) return true;
  return dateOfBirth !== undefined && dateOfBirth > turnsGrownUp;
}

const cardOrder: CardField[] = [
  'number',
  'fullName',
  'dateOfBirth',
  'gender',
  'address',
  'issuedOn',
  'oldId',
  'cancelledNumber',
  'fatherName',
  'motherName',
];

/** All that the card gave, in the card's order, with the places to look at. */
export function review(held: ReadCard, isNumberShown: boolean): Extract<KioskScreen, { at: 'review' }> {
  const { card, doubts, corrected } = held;
  const inDoubt = isNumberInDoubt(held);
  const fields = cardOrder.flatMap((field): ReviewedField[] => {
    const value = shown(field, card[field] ?? '');
    const doubt = doubts.find((one) => one.field === field);
    if (value === '' && doubt === undefined) return [];
    const isCorrected = corrected.some((one) => one === field);
    return [
      {
        field,
        value,
        doubt: doubt !== undefined && !doubt.kept ? doubt.reason : null,
        isTyped: isCorrected && !held.repaired.some((one) => one === field),
        settled: doubt?.kept ? 'kept' : isCorrected && doubt === undefined ? 'corrected' : null,
      },
    ];
  });
  const says: { gender: Gender; birthYear: number } = readPersonalNumber(card.number);
  return {
    at: 'review',
    fields,
    doubts: doubts.filter(({ field, kept }) => field === null && !kept).map(({ reason }) => reason),
    numberSays: { gender: says.gender, birthYear: says.birthYear },
    number: { canShow: inDoubt, shown: inDoubt && isNumberShown ? card.number : null },
  };
}

function shown(field: CardField, value: string): string {
  const isPaperNumber = field === 'number' || field === 'oldId' || field === 'cancelledNumber';
  return value !== '' && isPaperNumber ? masked(value) : value;
}
