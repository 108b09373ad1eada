import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import type { Procedure, RequiredDocument } from '../../../core/contract.ts';
import { feeWords, uncertainWords } from './procedure-words.ts';
import { useSay } from './staff-text.tsx';
import type { SeenPapers } from './use-seen-papers.ts';

/** One procedure, and its papers as a list to tick while looking through them. */
export function ProcedureSheet(props: { label: string; procedure: Procedure; papers: SeenPapers }) {
  const say = useSay();
  const { procedure } = props;
  return (
    <section className="counter-procedure">
      <p className="counter-sheet-code">
        <strong>{props.label}</strong> · {procedure.field} · {procedure.code} ·{' '}
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
      <Papers procedure={procedure} papers={props.papers} />
    </section>
  );
}

function Papers(props: { procedure: Procedure; papers: SeenPapers }) {
  const say = useSay();
  const { papers } = props;
  const { code, documents } = props.procedure;
  // Two procedures of one visit may ask for papers of the same name.
  const isOwn = (paper: string) => paper.startsWith(`${code} `);
  const seen = papers.seen.filter(isOwn);
  const others = papers.seen.filter((paper) => !isOwn(paper));
  if (documents.length === 0) return <p>{say('counter.noPapers')}</p>;
  return (
    <CheckboxGroup
      className="counter-papers"
      value={seen}
      onChange={(own) => papers.setSeen([...others, ...own])}
    >
      <div className="counter-papers-head">
        <Label>{say('counter.papers')}</Label>
        <span>{say('counter.papersSeen', { seen: seen.length, all: documents.length })}</span>
      </div>
      {documents.map((document) => (
        <CheckboxField key={document.name} value={`${code} ${document.name}`}>
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
