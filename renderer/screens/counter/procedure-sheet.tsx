import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import type { Procedure, RequiredDocument } from '../../../core/contract.ts';
import { feeWords, uncertainWords } from './procedure-words.ts';
import { useSay } from './staff-text.tsx';
import type { SeenPapers } from './use-seen-papers.ts';

/** What the citizen came for, and their papers as a list to tick while looking through them. */
export function ProcedureSheet(props: { procedure: Procedure | null; papers: SeenPapers }) {
  const say = useSay();
  const { procedure } = props;
  if (procedure === null) {
    return (
      <div className="counter-sheet">
        <p className="counter-label">{say('counter.purpose')}</p>
        <h1 className="counter-sheet-title">{say('counter.noProcedure')}</h1>
        <p>{say('counter.noProcedureHint')}</p>
      </div>
    );
  }
  return (
    <div className="counter-sheet">
      <p className="counter-sheet-code">
        <strong>{say('counter.purpose')}</strong> · {procedure.field} · {procedure.code} ·{' '}
        {say(`counter.online.${procedure.onlineLevel}`)}
      </p>
      <h1 className="counter-sheet-title">{procedure.name}</h1>
      <dl className="counter-terms">
        <dt>{say('counter.timeLimit')}</dt>
        <dd>{procedure.timeLimit}</dd>
        <dt>{say('counter.fee')}</dt>
        <dd>
          <strong>{feeWords(say, procedure.feeVnd)}</strong>
          {procedure.feeNote !== '' && <span> · {procedure.feeNote}</span>}
        </dd>
      </dl>
      {procedure.uncertain.length > 0 && (
        <p className="counter-uncertain">
          {say('counter.uncertain', { fields: uncertainWords(say, procedure.uncertain) })}
        </p>
      )}
      <Papers documents={procedure.documents} papers={props.papers} />
    </div>
  );
}

function Papers(props: { documents: RequiredDocument[]; papers: SeenPapers }) {
  const say = useSay();
  const { documents, papers } = props;
  if (documents.length === 0) return <p>{say('counter.noPapers')}</p>;
  return (
    <CheckboxGroup className="counter-papers" value={[...papers.seen]} onChange={papers.setSeen}>
      <div className="counter-papers-head">
        <Label>{say('counter.papers')}</Label>
        <span>{say('counter.papersSeen', { seen: papers.seen.length, all: documents.length })}</span>
      </div>
      {documents.map((document) => (
        <CheckboxField key={document.name} value={document.name}>
          <CheckboxButton className="counter-paper">
            <span className="counter-tick" aria-hidden="true">
              <Check />
            </span>
            <span className="counter-paper-name">{document.name}</span>
            <PaperTerms document={document} />
          </CheckboxButton>
        </CheckboxField>
      ))}
    </CheckboxGroup>
  );
}

function PaperTerms(props: { document: RequiredDocument }) {
  const say = useSay();
  const { original, copies, note } = props.document;
  const counts: string[] = [];
  if (original > 0) counts.push(say('counter.originals', { count: original }));
  if (copies > 0) counts.push(say('counter.copies', { count: copies }));
  // A paper that is only shown says so in its note; without one we say it.
  if (counts.length === 0 && note === '') counts.push(say('counter.showOnly'));
  return (
    <span className="counter-paper-note">
      <strong>{counts.join(', ')}</strong>
      {counts.length > 0 && note !== '' && ' · '}
      {note}
    </span>
  );
}
