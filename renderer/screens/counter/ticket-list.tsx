import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { TicketBrief } from '../../../core/contract.ts';
import type { PriorityClass } from '../../../core/queue/priority-classes.ts';
import { priorityWords, purposeWords } from './brief-words.ts';
import { elapsedWords } from './elapsed.ts';
import { PriorityBadge } from './priority-badge.tsx';
import { useSay } from './staff-text.tsx';

/** Tickets one under another; arrows go through them, Enter or a click asks what to do with one. */
export function TicketList(props: {
  /** When it appears, the first ticket has the focus. */
  takesFocus: boolean;
  label: string;
  /** Said instead of an empty list. */
  none: string;
  tickets: readonly TicketBrief[];
  classes: readonly PriorityClass[];
  now: number;
  pick: (ticket: TicketBrief) => void;
}) {
  const say = useSay();
  const { takesFocus, label, none, tickets, classes, now, pick } = props;
  return (
    <ListBox
      autoFocus={takesFocus && 'first'}
      className="counter-list"
      aria-label={label}
      selectionMode="none"
      renderEmptyState={() => <p className="counter-list-none">{none}</p>}
      onAction={(id) => {
        const ticket = tickets.find((one) => one.id === id);
        if (ticket !== undefined) pick(ticket);
      }}
    >
      {tickets.map((ticket) => (
        <ListBoxItem key={ticket.id} id={ticket.id} textValue={ticket.number} className="counter-list-row">
          <strong className="counter-list-number">{ticket.number}</strong>
          <span className="counter-list-purpose">{purposeWords(say, ticket)}</span>
          <span className="counter-age">{elapsedWords(say, ticket.issuedAt, now)}</span>
          {(ticket.priority !== null || ticket.returns > 0) && (
            <span className="counter-list-notes">
              {ticket.priority !== null && (
                <PriorityBadge>{priorityWords(say, ticket.priority, classes)}</PriorityBadge>
              )}
              {ticket.returns > 0 && say('counter.list.returns', { returns: ticket.returns })}
            </span>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
