import { localTime } from '../clock.ts';
import { unreachable } from '../result.ts';
import type { Reprint, Slip } from './slip.ts';
import { centred, type SlipLine } from './slip-lines.ts';
import { ticketSlipLines } from './ticket-slip.ts';

/** A slip from top to bottom, as every printer and every preview shows it. */
export function linesOfSlip(slip: Slip, reprint: Reprint | null = null): SlipLine[] {
  return [...reprintBar(reprint), ...linesOf(slip)];
}

function reprintBar(reprint: Reprint | null): SlipLine[] {
  if (reprint === null) return [];
  return [
    { kind: 'bar', text: `IN LẠI LẦN ${reprint.times} – ${localTime(reprint.at)}` },
    { kind: 'gap', size: 'small' },
  ];
}

function linesOf(slip: Slip): SlipLine[] {
  switch (slip.kind) {
    case 'ticket':
      return ticketSlipLines(slip);
    case 'preparation':
      return [
        centred('Phiếu hướng dẫn chuẩn bị', 'title', 'bold'),
        centred(slip.procedureName, 'body', 'bold'),
      ];
    case 'receipt':
      return [
        centred('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'title', 'bold'),
        centred(slip.dossierCode, 'body', 'bold'),
      ];
    case 'help':
      return [centred('Phiếu nhờ hướng dẫn', 'title', 'bold'), centred(slip.task, 'body', 'bold')];
    case 'test':
      return [centred('In thử', 'title', 'bold'), centred(slip.printerName, 'body', 'bold')];
    case 'end-of-day':
      return [centred('Sổ cuối ngày', 'title', 'bold'), centred(slip.day, 'body', 'bold')];
    default:
      return unreachable(slip);
  }
}
