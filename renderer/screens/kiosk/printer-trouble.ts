import type { KioskView } from '../../../core/contract.ts';

/** What keeps every printer from printing; `null` while a slip can be expected. */
export function printerTrouble(printer: KioskView['printer']) {
  return printer === 'ready' || printer === 'paper-low' ? null : printer;
}
