import { z } from 'zod';
import { endOfDaySlip } from './end-of-day-slip.ts';
import { helpSlip } from './help-slip.ts';
import { preparationSlip } from './preparation-slip.ts';
import { receiptSlip } from './receipt-slip.ts';
import { testSlip } from './test-slip.ts';
import { ticketSlip } from './ticket-slip.ts';

/** Everything that can come out of a slip printer. */
export const slip = z.discriminatedUnion('kind', [
  ticketSlip,
  preparationSlip,
  receiptSlip,
  helpSlip,
  testSlip,
  endOfDaySlip,
]);
export type Slip = z.infer<typeof slip>;
export type SlipKind = Slip['kind'];

/** A slip that was on paper, or may have been: the same words again under a bar that says so. */
export type Reprint = {
  /** 1 for the first time it is printed again. */
  times: number;
  at: number;
};
