import type { Doubt, HeldCard, ReadCard } from '../card/held-card.ts';
import { readPersonalNumber } from '../card/personal-number.ts';
import {
  sharedCardFields,
  type SharedCard,
  type SharedCardField,
  type SharedCardFieldName,
} from '../contract.ts';

/** What an officer may see of a card its holder agreed to share: what they would have to type, and no more. */
export function sharedCard(held: HeldCard): SharedCard {
  if (held.source === 'read') return ofRead(held);
  const { number, fullName, numberFrom } = held;
  const settled = { doubt: null, kept: false } as const;
  return {
    fields: [
      { field: 'fullName', value: fullName, from: 'typed', ...settled },
      { field: 'number', value: number, from: numberFrom === 'keypad' ? 'typed' : 'bar-code', ...settled },
      { field: 'gender', value: readPersonalNumber(number).gender, from: 'number', ...settled },
    ],
    doubts: [],
  };
}

function ofRead(held: ReadCard): SharedCard {
  const doubtOf = (name: SharedCardFieldName) => held.doubts.find(({ field }) => field === name) ?? null;
  const fields = sharedCardFields
    .map((name): SharedCardField => {
      const doubt = doubtOf(name);
      return {
        field: name,
        value: held.card[name] ?? '',
        from: originOf(name, held),
        doubt: doubt?.reason ?? null,
        kept: doubt?.kept ?? false,
      };
    })
    .filter(({ value, doubt }) => value !== '' || doubt !== null);
  const isElsewhere = ({ field }: Doubt) => !sharedCardFields.some((name) => name === field);
  return { fields, doubts: [...new Set(held.doubts.filter(isElsewhere).map(({ reason }) => reason))] };
}

function originOf(name: SharedCardFieldName, { corrected, repaired }: ReadCard): SharedCardField['from'] {
  if (repaired.some((field) => field === name)) return 'repaired';
  return corrected.some((field) => field === name) ? 'typed' : 'card';
}
