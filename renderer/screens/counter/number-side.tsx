import type { ReactNode } from 'react';
import { localTime } from '../../../core/clock.ts';
import type { TicketForOfficer } from '../../../core/contract.ts';
import { elapsedWords } from './elapsed.ts';
import { useSay } from './staff-text.tsx';

/** The number, huge, and its times; `children` are more `dt`/`dd` pairs. */
export function NumberSide(props: { label: string; ticket: TicketForOfficer; children: ReactNode }) {
  const say = useSay();
  const { ticket } = props;
  return (
    <div className="counter-number-side">
      <p className="counter-label">{props.label}</p>
      <p className="counter-number">{ticket.number}</p>
      <p className="counter-lane-of">{ticket.laneName}</p>
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
