import { localTime } from '../../../core/clock.ts';
import type { TicketForOfficer } from '../../../core/contract.ts';
import { NumberSide } from './number-side.tsx';
import { ProcedureSheet } from './procedure-sheet.tsx';
import { useSay } from './staff-text.tsx';
import type { SeenPapers } from './use-seen-papers.ts';

/** The citizen is at the counter. */
export function Serving(props: { ticket: TicketForOfficer; papers: SeenPapers }) {
  const say = useSay();
  const { ticket } = props;
  return (
    <>
      <NumberSide label={say('counter.serving')} ticket={ticket}>
        <dt>{say('counter.calledAt')}</dt>
        <dd>
          <strong>{localTime(ticket.calledAt)}</strong>
          <small>{say('counter.calls', { calls: ticket.calls })}</small>
        </dd>
      </NumberSide>
      <ProcedureSheet procedure={ticket.procedure} papers={props.papers} />
    </>
  );
}
