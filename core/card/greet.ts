import type { GreetedCard, NotACard } from '../contract.ts';
import { unreachable } from '../result.ts';
import type { Card, Reading } from './reading.ts';

/** The little of a reading that a screen in a public hall may show. */
export function greet(reading: Reading): { card: GreetedCard } | { what: NotACard } {
  switch (reading.outcome) {
    case 'not-a-card':
      return { what: reading.what };
    case 'card':
      return { card: shown(reading.card, []) };
    case 'review':
      return { card: shown(reading.card, reading.reasons) };
    default:
      return unreachable(reading);
  }
}

function shown(card: Partial<Card>, review: string[]): GreetedCard {
  return {
    fullName: card.fullName ?? '',
    maskedNumber: card.number ? `•••• •••• ${card.number.slice(-4)}` : '',
    birthYear: card.dateOfBirth?.slice(0, 4) ?? '',
    review,
  };
}
