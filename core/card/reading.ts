import type { NotACard } from '../contract.ts';

export type Gender = 'male' | 'female';

/** The fields of an identity card. Dates are `yyyy-mm-dd`; text is NFC. */
export type Card = {
  number: string;
  /** The nine digits of the old CMND. */
  oldId: string | null;
  fullName: string;
  dateOfBirth: string;
  gender: Gender;
  /** Empty when the card has none; `null` is never read from a card, but may stand for one typed by hand. */
  address: string | null;
  issuedOn: string | null;
  cancelledNumber?: string;
  fatherName?: string;
  motherName?: string;
};

export type CardFlag = 'unknown-place-code' | 'address-empty' | 'issue-date-empty';

/** Why a person has to look before the reading is used. */
export type CardReviewReason =
  | 'only-number'
  | 'too-many-fields'
  | 'century-mismatch'
  | 'birth-year-mismatch'
  | 'gender-mismatch'
  | 'gender-damaged'
  | 'name-damaged'
  | 'address-damaged'
  | 'parent-name-damaged'
  | 'old-id-invalid'
  | 'cancelled-number-invalid'
  | 'birth-date-incomplete'
  | 'issue-date-invalid'
  | 'issued-in-future'
  // How a scanner spoilt the text, when that can be told.
  | 'wrong-separator'
  | 'mojibake'
  | 'typed-as-bytes'
  | 'typed-as-code-points'
  | 'digits-as-letters';

/**
 * `review`: surely a card, but damaged or contradicting itself. `card` then holds only what can be trusted (fields
 * that contradict each other are kept, so that they can be shown and corrected). `repairedPayload` is an exact repair of
 * scanner damage to offer to a person; it is never applied without one.
 */
export type Reading =
  | { outcome: 'card'; card: Card; flags: CardFlag[] }
  | { outcome: 'review'; card: Partial<Card>; reasons: CardReviewReason[]; repairedPayload?: string }
  | { outcome: 'not-a-card'; what: NotACard };
