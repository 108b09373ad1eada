import type { KioskCommand, KioskScreen, KioskView } from '../../../core/contract.ts';

/** Sends a command whose only answer is the next view. */
export type Ask = (command: KioskCommand) => void;
export type PageProps<At extends KioskScreen['at']> = {
  view: KioskView;
  screen: Extract<KioskScreen, { at: At }>;
  ask: Ask;
};
