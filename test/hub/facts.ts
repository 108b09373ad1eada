import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { Batch, Fact } from '../../core/sync/protocol.ts';

export const thuBinh = { id: 'thu-binh', name: 'Trung tâm Phục vụ hành chính công xã Thử Bình' };

export function ticketIssued(seq: number, ticket: string = uuidv7()): Fact {
  return fact(seq, 'ticket-issued', {
    ticket,
    day: '2026-11-24',
    number: `A${String(seq).padStart(3, '0')}`,
    lane: 'A',
    procedure: '1.004873',
    station: 'kiosk-1',
  });
}

export function visitFinished(seq: number, ticket: string): Fact {
  return fact(seq, 'visit-finished', { ticket, counter: 'quay-1' });
}

export function ratingGiven(
  seq: number,
  choice: 'rat-hai-long' | 'hai-long' | 'khong-hai-long' = 'rat-hai-long',
): Fact {
  return fact(seq, 'rating-given', {
    visit: uuidv4(),
    counter: 'quay-1',
    lane: 'A',
    procedure: null,
    question: 'hai-long-chung-1',
    choice,
    value: { 'rat-hai-long': 2, 'hai-long': 1, 'khong-hai-long': 0 }[choice],
  });
}

export function fact(seq: number, type: string, body: Fact['body'], v = 1): Fact {
  return { seq, id: uuidv7(), type, v, at: Date.parse('2026-11-24T09:00:00+07:00') + seq, body };
}

/** Ratings numbered `first` to `last`. */
export function ratings(first: number, last: number): Fact[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ratingGiven(first + index));
}

export function batchOf(
  device: string,
  facts: Fact[],
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  const whole: Omit<Batch, 'facts'> & { facts: Fact[] } = {
    protocol: 1,
    device,
    epoch: 1,
    centre: thuBinh,
    sentAt: Date.parse('2026-11-24T09:30:00+07:00'),
    facts,
  };
  return { ...whole, ...changes };
}
