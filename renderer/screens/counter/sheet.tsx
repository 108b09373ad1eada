import type { SharedCard as Card, TicketForOfficer } from '../../../core/contract.ts';
import { dayWords } from './date-words.ts';
import { ProcedureSheet } from './procedure-sheet.tsx';
import { type CardField, SharedCard } from './shared-card.tsx';
import { useSay } from './staff-text.tsx';
import type { Say } from './staff-text.tsx';
import type { SeenPapers } from './use-seen-papers.ts';

/** What the officer works from: the card that was shared, what the citizen came for, and what was added since. */
export function Sheet(props: { ticket: TicketForOfficer; papers: SeenPapers }) {
  const say = useSay();
  const { ticket, papers } = props;
  const { kind, procedure } = ticket;
  return (
    // Focusable, so that it scrolls by keyboard too.
    <div className="counter-sheet" tabIndex={0} role="region" aria-label={say('counter.purpose')}>
      {ticket.sharedCard !== null && <SharedCard fields={cardFields(say, ticket.sharedCard)} />}
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

/** The fields as an officer types them into other programs; those the card does not have are left out. */
function cardFields(say: Say, card: Card): CardField[] {
  const { fullName, number, dateOfBirth, gender, address } = card;
  return [
    { label: say('counter.card.fullName'), value: fullName },
    { label: say('counter.card.number'), value: number },
    ...(dateOfBirth === '' ? [] : [{ label: say('counter.card.dateOfBirth'), value: dayWords(dateOfBirth) }]),
    ...(gender === null ? [] : [{ label: say('counter.card.gender'), value: say(`counter.card.${gender}`) }]),
    ...(address === null || address === '' ? [] : [{ label: say('counter.card.address'), value: address }]),
  ];
}
