import type { HeldCard } from '../card/held-card.ts';
import { readPersonalNumber } from '../card/personal-number.ts';
import type { SharedCard } from '../contract.ts';

/** What an officer may see of a card its holder agreed to share: what they would have to type, and no more. */
export function sharedCard(held: HeldCard): SharedCard {
  if (held.source === 'typed') {
    const { number, fullName } = held;
    return { fullName, number, dateOfBirth: '', gender: readPersonalNumber(number).gender, address: null };
  }
  const { number, fullName = '', dateOfBirth = '', gender = null, address = null } = held.card;
  return { fullName, number, dateOfBirth, gender, address };
}
