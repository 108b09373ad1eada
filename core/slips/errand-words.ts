import type { TicketKind } from '../queue/ticket.ts';

const words: Record<Exclude<TicketKind, 'file'>, string> = {
  result: 'Nhận kết quả',
  question: 'Hỏi, xin hướng dẫn',
  'online-help': 'Nộp qua mạng có người giúp',
  appointment: 'Có hẹn trước',
};

/** What a slip says the citizen came for. */
export function errandWords(ticket: { kind: TicketKind; procedureName: string | null }): string | null {
  if (ticket.kind === 'file') return ticket.procedureName;
  return ticket.procedureName === null
    ? words[ticket.kind]
    : `${words[ticket.kind]}: ${ticket.procedureName}`;
}
