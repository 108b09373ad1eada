/**
 * Why an officer moved a ticket. Choices, not free text: what is typed beside a waiting citizen would soon hold names, and
 * facts carry none.
 */
export const moveReasons = {
  /** Called out of turn. */
  chosen: ['urgent', 'came-back', 'asked-to', 'continues'],
  park: ['fetching-paper', 'paying', 'copying', 'colleague-needed'],
  transfer: ['wrong-lane', 'next-service', 'colleague-needed'],
  cancel: ['left', 'second-ticket', 'served-elsewhere', 'mistake'],
} as const;
export type ChosenReason = (typeof moveReasons.chosen)[number];
export type ParkReason = (typeof moveReasons.park)[number];
export type TransferReason = (typeof moveReasons.transfer)[number];
export type CancelReason = (typeof moveReasons.cancel)[number];
/** Why a slip is printed once more. */
export const reprintReasons = ['not-out', 'lost', 'unreadable'] as const;
export type ReprintReason = (typeof reprintReasons)[number];
