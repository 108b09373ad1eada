import { Coffee } from 'lucide-react';
import type { CounterDesk } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { breakKey } from './actions.ts';
import { priorityWords, purposeWords } from './brief-words.ts';
import { elapsedWords } from './elapsed.ts';
import { KeyCap } from './key-cap.tsx';
import { PriorityBadge } from './priority-badge.tsx';
import { useSay } from './staff-text.tsx';

/** Nobody at the counter: who comes next, what for, and how long they have waited. */
export function Ready(props: { desk: CounterDesk; now: number }) {
  const say = useSay();
  const { next, priorityClasses } = props.desk;
  return (
    <div className="counter-ready">
      <h1 className="counter-ready-title">{say('counter.ready')}</h1>
      {next.length === 0 ? (
        <div className="counter-nobody">
          <p className="counter-nobody-title">{say('counter.nobodyWaiting')}</p>
          <p>{say('counter.nobodyWaitingHint')}</p>
        </div>
      ) : (
        <>
          <p className="counter-label">{say('counter.nextTitle')}</p>
          <ol className="counter-then">
            {next.map((ticket) => (
              <li key={ticket.id} className="counter-then-row">
                <strong className="counter-then-number">{ticket.number}</strong>
                <span className="counter-then-purpose">{purposeWords(say, ticket)}</span>
                <span className="counter-then-notes">
                  {ticket.priority !== null && (
                    <PriorityBadge>{priorityWords(say, ticket.priority, priorityClasses)}</PriorityBadge>
                  )}
                  <span>
                    {say('counter.waitedFor', { age: elapsedWords(say, ticket.issuedAt, props.now) })}
                  </span>
                  {ticket.returns > 0 && (
                    <span>{say('counter.list.returns', { returns: ticket.returns })}</span>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** The officer is away: the screen says so to whoever passes, and one key ends it. */
export function OnBreak(props: { isResting: boolean; end: () => void }) {
  const say = useSay();
  return (
    <div className="counter-ready counter-on-break">
      <Coffee aria-hidden="true" />
      <h1 className="counter-ready-title">{say('counter.onBreak')}</h1>
      <p>{say('counter.onBreakHint')}</p>
      <ActionButton tone="primary" size="large" isDisabled={props.isResting} onPress={props.end}>
        {say('counter.endBreak')} <KeyCap>{breakKey}</KeyCap>
      </ActionButton>
    </div>
  );
}
