import type { Ticket } from '../queue/ticket.ts';
import type { Db } from './open.ts';

/** The columns of a ticket under the names the program uses. */
export const ticketColumns = `id, day, lane, number, label, kind, procedure, issued_at as issuedAt, state,
  queue_day as queueDay, line, bound_to as boundTo, priority, rank, counter, called_at as calledAt, calls, returns,
  ended_at as endedAt, version`;

/** Reading and writing whole tickets by their id. */
export function prepareTicketRows(db: Db) {
  const byId = db.prepare(`select ${ticketColumns} from ticket where id = ?`);
  const update = db.prepare(
    `update ticket set state = @state, queue_day = @queueDay, line = @line, bound_to = @boundTo, priority = @priority,
       rank = @rank, counter = @counter, called_at = @calledAt, calls = @calls, returns = @returns, ended_at = @endedAt,
       version = @version
     where id = @id`,
  );
  return {
    find: (id: string): Ticket | null => (byId.get(id) as Ticket | undefined) ?? null,
    write: (ticket: Ticket): void => {
      if (update.run(ticket).changes !== 1) throw new Error('no such ticket');
    },
  };
}
