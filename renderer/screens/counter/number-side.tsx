import type { ReactNode } from 'react';
import { localTime } from '../../../core/clock.ts';
import type { TicketForOfficer } from '../../../core/contract.ts';
import type { PriorityClass } from '../../../core/queue/priority-classes.ts';
import { priorityWords } from './brief-words.ts';
import { callReasonWords } from './call-reason-words.ts';
import { elapsedWords } from './elapsed.ts';
import { PriorityBadge } from './priority-badge.tsx';
import { useSay } from './staff-text.tsx';

/** The number, huge, with its lane, why it was called and its times; `children` are more `dt`/`dd` pairs. */
export function NumberSide(props: {
  label: string;
  ticket: TicketForOfficer;
  classes: readonly PriorityClass[];
  children: ReactNode;
}) {
  const say = useSay();
  const { ticket, classes } = props;
  return (
    <div className="counter-number-side">
      <p className="counter-label">{props.label}</p>
      <p className={`counter-number ${ticket.number.length > 4 ? 'counter-number-long' : ''}`}>
        {ticket.number}
      </p>
      <p className="counter-lane-of">{ticket.laneName}</p>
      {ticket.priority !== null && (
        <PriorityBadge>{priorityWords(say, ticket.priority, classes)}</PriorityBadge>
      )}
      {ticket.reason !== null && (
        <p className="counter-why">
          {say('counter.whyTitle')}
          <strong>{callReasonWords(say, ticket.reason, classes)}</strong>
        </p>
      )}
      <dl className="counter-times">
        <dt>{say('counter.waited')}</dt>
        <dd>
          <strong>{elapsedWords(say, ticket.issuedAt, ticket.calledAt)}</strong>
          <small>{say('counter.takenAt', { time: localTime(ticket.issuedAt) })}</small>
        </dd>
        {props.children}
      </dl>
    </div>
  );
}
