import type { TicketState } from '../queue/ticket.ts';
import type { PrintJob } from './job.ts';

/** Time enough to print again what came out badly, once whoever it was for is no longer at the counter. */
export const wordsKeptMs = 15 * 60_000;

/**
 * Whether the words of a settled job are still kept so that it can be printed again: a queue slip's until its day is over,
 * any other's until the visit has ended and a short time more.
 */
export function areWordsKept(
  job: Pick<PrintJob, 'kind' | 'day'> & { settledAt: number },
  ticket: { state: TicketState; endedAt: number | null } | null,
  now: { today: string; at: number },
): boolean {
  if (job.kind === 'ticket') return job.day >= now.today;
  const isVisiting = ticket !== null && ['called', 'serving', 'parked'].includes(ticket.state);
  const since = Math.max(job.settledAt, ticket?.endedAt ?? 0);
  // A clock that was set back must not keep them for ever.
  return (isVisiting && job.day >= now.today) || Math.abs(now.at - since) < wordsKeptMs;
}
