import { Search } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useSay } from '../staff-text.tsx';
import type { ApologyDraft } from './drafts.ts';
import { Field, Part } from './fields.tsx';
import { type FormProps, HolderPart, MomentFields } from './holder-part.tsx';
import { PlaceField, RequestField } from './receipt-form.tsx';

/** An apology for a dossier that is late, and the day that is asked for instead. */
export function ApologyForm(
  props: FormProps & { find: (code: string) => void; isResting: boolean; found: string },
) {
  const say = useSay();
  const { drafts, change } = props;
  const { apology } = drafts;
  const set = (part: Partial<ApologyDraft>) =>
    change((before) => ({ ...before, apology: { ...before.apology, ...part } }));
  return (
    <div className="papers-columns">
      <div>
        <Part title={say('papers.part.dossier')}>
          <Field
            name="dossierCode"
            label={say('papers.field.dossierCode')}
            size="half"
            isFirst
            value={apology.dossierCode}
            onChange={(dossierCode) => set({ dossierCode })}
          />
          <div className="papers-field papers-field-half papers-beside">
            <Button
              className="counter-small-key"
              isDisabled={props.isResting || apology.dossierCode.trim() === ''}
              onPress={() => props.find(apology.dossierCode)}
            >
              <Search aria-hidden="true" />
              {say('papers.find')}
            </Button>
          </div>
          <p className="papers-note" role="status">
            {props.found}
          </p>
          <RequestField drafts={drafts} change={change} />
        </Part>
        <HolderPart drafts={drafts} change={change} asksNumber={false} />
      </div>
      <div>
        <Part title={say('papers.part.due')}>
          <MomentFields
            name="received"
            dayLabel={say('papers.field.receivedDay')}
            timeLabel={say('papers.field.receivedTime')}
            value={apology.received}
            onChange={(received) => set({ received })}
          />
          <MomentFields
            name="due"
            dayLabel={say('papers.field.dueDay')}
            timeLabel={say('papers.field.dueTime')}
            value={apology.due}
            onChange={(due) => set({ due })}
          />
          <MomentFields
            name="newDue"
            dayLabel={say('papers.field.newDueDay')}
            timeLabel={say('papers.field.newDueTime')}
            value={apology.newDue}
            onChange={(newDue) => set({ newDue })}
          />
        </Part>
        <Part title={say('papers.part.content')}>
          <Field
            name="reason"
            label={say('papers.field.reason')}
            rows={4}
            value={apology.reason}
            onChange={(reason) => set({ reason })}
          />
          <Field
            name="title"
            label={say('papers.field.title')}
            size="half"
            value={apology.title}
            onChange={(title) => set({ title })}
          />
          <Field
            name="name"
            label={say('papers.field.name')}
            size="half"
            value={apology.name}
            onChange={(name) => set({ name })}
          />
          <PlaceField drafts={drafts} change={change} />
        </Part>
      </div>
    </div>
  );
}
