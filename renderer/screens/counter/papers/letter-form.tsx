import { useSay } from '../staff-text.tsx';
import { ItemRows } from './document-rows.tsx';
import type { LetterDraft } from './drafts.ts';
import { Field, Part } from './fields.tsx';
import { type FormProps, HolderPart } from './holder-part.tsx';
import { PlaceField, RequestField } from './receipt-form.tsx';

/** A request to complete a dossier, or a refusal of it. */
export function LetterForm(props: FormProps & { paper: 'supplement' | 'refusal' }) {
  const say = useSay();
  const { drafts, change, paper } = props;
  const { letter } = drafts;
  const set = (part: Partial<LetterDraft>) =>
    change((before) => ({ ...before, letter: { ...before.letter, ...part } }));
  const text = (key: 'reason' | 'legalBasis' | 'guidance', rows: number, isOptional: boolean) => (
    <Field
      name={key}
      label={say(`papers.field.${key}`)}
      rows={rows}
      isOptional={isOptional}
      value={letter[key]}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <div className="papers-columns">
      <div>
        <Part title={say('papers.part.dossier')}>
          <Field
            name="dossierCode"
            label={say('papers.field.dossierCode')}
            size="half"
            isOptional
            isFirst
            value={letter.dossierCode}
            onChange={(dossierCode) => set({ dossierCode })}
          />
          <PlaceField drafts={drafts} change={change} />
          <RequestField drafts={drafts} change={change} />
        </Part>
        <HolderPart drafts={drafts} change={change} asksNumber={false} />
      </div>
      <div>
        <Part title={say('papers.part.content')}>
          {paper === 'supplement' && <ItemRows rows={letter.items} onChange={(items) => set({ items })} />}
          {text('reason', 4, false)}
          {text('legalBasis', 2, true)}
          {paper === 'refusal' && text('guidance', 3, true)}
          <Field
            name="contactPhone"
            label={say('papers.field.contactPhone')}
            size="half"
            inputMode="tel"
            isOptional
            value={letter.contactPhone}
            onChange={(contactPhone) => set({ contactPhone })}
          />
        </Part>
      </div>
    </div>
  );
}
