import type { CardReviewReason, Gender, NotACard } from '../contract.ts';

export type { CardReviewReason, Gender } from '../contract.ts';

/** The fields of an identity card. Dates are `yyyy-mm-dd`; text is NFC. */
export type Card = {
  number: string;
  /** The nine digits of the old CMND. */
  oldId: string | null;
  fullName: string;
  dateOfBirth: string;
  gender: Gender;
  /** Empty when the card has none. */
  address: string;
  issuedOn: string | null;
  cancelledNumber?: string;
  fatherName?: string;
  motherName?: string;
};

export type CardFlag = 'unknown-place-code' | 'address-empty' | 'issue-date-empty';

/**
 * `review`: surely a card, but damaged or contradicting itself. `card` then holds only what can be trusted (fields
 * that contradict each other are kept, so that they can be shown and corrected). `repairedPayload` is an exact repair of
 * scanner damage to offer to a person; it is never applied without one.
 */
export type Reading =
  | { outcome: 'card'; card: Card; flags: CardFlag[] }
  | { outcome: 'review'; card: Partial<Card>; reasons: CardReviewReason[]; repairedPayload?: string }
  | { outcome: 'not-a-card'; what: NotACard };
