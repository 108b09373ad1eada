import { localTime } from '../clock.ts';
import { unreachable } from '../result.ts';
import { endOfDaySlipLines } from './end-of-day-slip.ts';
import { helpSlipLines } from './help-slip.ts';
import { preparationSlipLines } from './preparation-slip.ts';
import { receiptSlipLines } from './receipt-lines.ts';
import type { Reprint, Slip } from './slip.ts';
import { type SlipLine, smallGap } from './slip-lines.ts';
import { testSlipLines } from './test-slip.ts';
import { ticketSlipLines } from './ticket-slip.ts';

/** A slip from top to bottom, as every printer and every preview shows it. */
export function linesOfSlip(slip: Slip, reprint: Reprint | null = null): SlipLine[] {
  return [...reprintBar(reprint), ...linesOf(slip)];
}

function reprintBar(reprint: Reprint | null): SlipLine[] {
  if (reprint === null) return [];
  return [{ kind: 'bar', text: `IN LẠI LẦN ${reprint.times} – ${localTime(reprint.at)}` }, smallGap];
}

function linesOf(slip: Slip): SlipLine[] {
  switch (slip.kind) {
    case 'ticket':
      return ticketSlipLines(slip);
    case 'preparation':
      return preparationSlipLines(slip);
    case 'receipt':
      return receiptSlipLines(slip);
    case 'help':
      return helpSlipLines(slip);
    case 'test':
      return testSlipLines(slip);
    case 'end-of-day':
      return endOfDaySlipLines(slip);
    default:
      return unreachable(slip);
  }
}
