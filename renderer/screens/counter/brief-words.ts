import type { TicketBrief } from '../../../core/contract.ts';
import type { PriorityClass } from '../../../core/queue/priority-classes.ts';
import type { Say } from './staff-text.tsx';

/** What somebody came for, in a line: the procedure where one was chosen. */
export function purposeWords(
  say: Say,
  { kind, procedureName }: Pick<TicketBrief, 'kind' | 'procedureName'>,
): string {
  if (procedureName === null) return say(`counter.kind.${kind}`);
  return kind === 'file' ? procedureName : `${say(`counter.kind.${kind}`)}: ${procedureName}`;
}

/** The name of a class of priority. One that the centre no longer has is still priority. */
export function priorityWords(say: Say, id: string, classes: readonly PriorityClass[]): string {
  if (id === 'appointment') return say('counter.kind.appointment');
  return classes.find((one) => one.id === id)?.vi ?? say('counter.list.priority');
}
