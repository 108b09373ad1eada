import type { TicketForOfficer } from '../../../core/contract.ts';
import { ProcedureSheet } from './procedure-sheet.tsx';
import { SharedCard } from './shared-card.tsx';
import { useSay } from './staff-text.tsx';
import type { SeenPapers } from './use-seen-papers.ts';

/** What the officer works from: the card that was shared, what the citizen came for, and what was added since. */
export function Sheet(props: { ticket: TicketForOfficer; papers: SeenPapers }) {
  const say = useSay();
  const { ticket, papers } = props;
  const { kind, procedure } = ticket;
  return (
    // Focusable, so that it scrolls by keyboard too.
    <div className="counter-sheet" tabIndex={0} role="region" aria-label={say('counter.purpose')}>
      <SharedCard card={ticket.sharedCard} />
      {procedure === null ? (
        <section>
          <p className="counter-label">{say('counter.purpose')}</p>
          <h1 className="counter-sheet-title">
            {kind === 'file' ? say('counter.noProcedure') : say(`counter.kind.${kind}`)}
          </h1>
          <p>{say(`counter.kindHint.${kind}`)}</p>
        </section>
      ) : (
        <ProcedureSheet
          label={kind === 'file' ? say('counter.purpose') : say(`counter.kind.${kind}`)}
          procedure={procedure}
          papers={papers}
        />
      )}
      {ticket.services.map((service, index) => (
        <ProcedureSheet
          // The same procedure may be added twice.
          key={`${index} ${service.code}`}
          label={say('counter.addedService')}
          procedure={service}
          papers={papers}
        />
      ))}
    </div>
  );
}
