import type { TicketSlip } from '../../../core/slips/ticket-slip.ts';

export const sampleSlip: TicketSlip = {
  kind: 'ticket',
  centreName: 'Trung tâm Phục vụ hành chính công',
  unit: 'Phường Thử Nghiệm, tỉnh Cà Mau',
  number: 'A012',
  laneName: 'Hộ tịch – Chứng thực',
  errand: 'Đăng ký khai sinh',
  counters: ['Quầy 1', 'Quầy 2'],
  peopleAhead: 7,
  waitingMinutes: { from: 15, to: 30 },
  issuedAt: Date.parse('2026-11-24T08:35:00+07:00'),
  statusCode: 'https://motcua.example/s/Kx7fQ2mZ9',
};
