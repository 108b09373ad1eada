import { localTime } from '../../../core/clock.ts';
import type { TicketForOfficer } from '../../../core/contract.ts';
import { elapsedWords } from './elapsed.ts';
import { NumberSide } from './number-side.tsx';
import { ProcedureSheet } from './procedure-sheet.tsx';
import { useSay } from './staff-text.tsx';
import type { SeenPapers } from './use-seen-papers.ts';

/** A number was called and its owner is on the way: how long since, so that an officer knows when to give up. */
export function Called(props: { ticket: TicketForOfficer; papers: SeenPapers; now: number }) {
  const say = useSay();
  const { ticket } = props;
  return (
    <>
      <NumberSide label={say('counter.called')} ticket={ticket}>
        <dt>{say('counter.calledAt')}</dt>
        <dd>
          <strong>{localTime(ticket.calledAt)}</strong>
          <small>
            {say('counter.callsAndAge', {
              calls: ticket.calls,
              age: elapsedWords(say, ticket.calledAt, props.now),
            })}
          </small>
        </dd>
      </NumberSide>
      <ProcedureSheet procedure={ticket.procedure} papers={props.papers} />
    </>
  );
}
