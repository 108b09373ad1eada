import type { IssuedTicket } from '../flows/kiosk.ts';
import { errandWords } from '../slips/errand-words.ts';
import type { TicketSlip } from '../slips/ticket-slip.ts';
import type { StationDeps } from './deps.ts';

/** So many counters are more than anybody reads; the display names the one. */
const mostCounters = 12;
const longestErrand = 300;

/** The words of a queue slip. */
export function queueSlip(ticket: IssuedTicket, { centre }: Pick<StationDeps, 'centre'>): TicketSlip {
  const { name, unit } = centre.get();
  return {
    kind: 'ticket',
    centreName: name,
    unit,
    number: ticket.number,
    laneName: ticket.laneName === '' ? ticket.number.slice(0, 1) : ticket.laneName,
    errand: errandWords(ticket)?.slice(0, longestErrand) ?? null,
    counters: ticket.counters.slice(0, mostCounters),
    peopleAhead: ticket.peopleAhead,
    waitingMinutes: ticket.waitingMinutes,
    issuedAt: ticket.issuedAt,
    statusCode: ticket.statusCode,
  };
}
