import { localTime } from '../../../core/clock.ts';
import type { TicketForOfficer } from '../../../core/contract.ts';
import type { PriorityClass } from '../../../core/queue/priority-classes.ts';
import { elapsedWords } from './elapsed.ts';
import { NumberSide } from './number-side.tsx';
import { Sheet } from './sheet.tsx';
import { useSay } from './staff-text.tsx';
import type { SeenPapers } from './use-seen-papers.ts';

/** The ticket at this counter: on the way since it was called, or being served. */
export function InHand(props: {
  at: 'called' | 'serving';
  ticket: TicketForOfficer;
  classes: readonly PriorityClass[];
  papers: SeenPapers;
  now: number;
}) {
  const say = useSay();
  const { at, ticket } = props;
  // How long since the call, so that an officer knows when to give up; of no use once the citizen is here.
  const calls =
    at === 'called'
      ? say('counter.callsAndAge', {
          calls: ticket.calls,
          age: elapsedWords(say, ticket.calledAt, props.now),
        })
      : say('counter.calls', { calls: ticket.calls });
  return (
    <>
      <NumberSide label={say(`counter.${at}`)} ticket={ticket} classes={props.classes}>
        <dt>{say('counter.calledAt')}</dt>
        <dd>
          <strong>{localTime(ticket.calledAt)}</strong>
          <small>{calls}</small>
        </dd>
      </NumberSide>
      <Sheet ticket={ticket} papers={props.papers} />
    </>
  );
}
