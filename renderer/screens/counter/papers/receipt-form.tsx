import type { TicketForOfficer } from '../../../../core/contract.ts';
import { useSay } from '../staff-text.tsx';
import { DocumentRows } from './document-rows.tsx';
import { type CollectAt, type ReceiptDraft, receiptOf } from './drafts.ts';
import { Field, Part, Select, Tick } from './fields.tsx';
import { type FormProps, HolderPart, MomentFields } from './holder-part.tsx';

const ways: readonly CollectAt[] = ['centre', 'post', 'electronic'];
const other = '';

/** What an officer fills in to accept a dossier. */
export function ReceiptForm(props: FormProps & { ticket: TicketForOfficer; seen: readonly string[] }) {
  const say = useSay();
  const { drafts, change, ticket } = props;
  const { receipt } = drafts;
  const set = (part: Partial<ReceiptDraft>) =>
    change((before) => ({ ...before, receipt: { ...before.receipt, ...part } }));
  const procedures = [ticket.procedure, ...ticket.services].filter((procedure) => procedure !== null);

  /** The code stays: it was given to this dossier, whatever it is about. */
  function choose(code: string) {
    const procedure = procedures.find((one) => one.code === code) ?? null;
    change((before) => ({
      ...before,
      holder: { ...before.holder, request: procedure?.name ?? '' },
      receipt: { ...receiptOf(procedure, ticket, props.seen), dossierCode: before.receipt.dossierCode },
    }));
  }

  return (
    <div className="papers-columns">
      <div>
        <Part title={say('papers.part.dossier')}>
          <Field
            isFirst
            name="dossierCode"
            label={say('papers.field.dossierCode')}
            size="half"
            value={receipt.dossierCode}
            onChange={(dossierCode) => set({ dossierCode })}
          />
          <Select
            name="procedure"
            label={say('papers.field.procedure')}
            size="half"
            value={receipt.procedure ?? other}
            options={[
              ...procedures.map(({ code, name }) => ({ value: code, label: name })),
              { value: other, label: say('papers.noProcedure') },
            ]}
            onChange={choose}
          />
          <RequestField drafts={drafts} change={change} />
        </Part>
        <HolderPart drafts={drafts} change={change} asksNumber />
      </div>
      <div>
        <Part title={say('papers.part.documents')}>
          <DocumentRows rows={receipt.documents} onChange={(documents) => set({ documents })} />
        </Part>
        <Part title={say('papers.part.due')}>
          <Field
            name="timeLimit"
            label={say('papers.field.timeLimit')}
            rows={receipt.timeLimit.length > 60 ? 2 : 1}
            value={receipt.timeLimit}
            onChange={(timeLimit) => set({ timeLimit })}
          />
          <MomentFields
            name="due"
            dayLabel={say('papers.field.dueDay')}
            timeLabel={say('papers.field.dueTime')}
            value={receipt.due}
            onChange={(due) => set({ due, isDueProposed: false })}
          />
          <p className="papers-note">
            {say(receipt.isDueProposed ? 'papers.proposed' : 'papers.notProposed')}
          </p>
          <Select
            name="collectAt"
            label={say('papers.field.collectAt')}
            size="half"
            value={receipt.collectAt}
            options={ways.map((way) => ({ value: way, label: say(`papers.collect.${way}`) }))}
            onChange={(collectAt) => set({ collectAt })}
          />
          <Field
            name="sets"
            label={say('papers.field.sets')}
            size="half"
            inputMode="numeric"
            value={receipt.sets}
            onChange={(sets) => set({ sets })}
          />
          <Field
            name="fee"
            label={say('papers.field.fee')}
            size="half"
            inputMode="numeric"
            isOptional
            value={receipt.fee}
            onChange={(fee) => set({ fee })}
          />
          <Tick
            label={say('papers.field.isPaid')}
            value={receipt.isPaid}
            onChange={(isPaid) => set({ isPaid })}
          />
          <PlaceField drafts={drafts} change={change} />
        </Part>
      </div>
    </div>
  );
}

export function PlaceField({ drafts, change }: Pick<FormProps, 'drafts' | 'change'>) {
  const say = useSay();
  return (
    <Field
      name="place"
      label={say('papers.field.place')}
      size="half"
      value={drafts.place}
      onChange={(place) => change((before) => ({ ...before, place }))}
    />
  );
}

export function RequestField({ drafts, change }: Pick<FormProps, 'drafts' | 'change'>) {
  const say = useSay();
  return (
    <Field
      name="request"
      label={say('papers.field.request')}
      rows={2}
      value={drafts.holder.request}
      onChange={(request) => change((before) => ({ ...before, holder: { ...before.holder, request } }))}
    />
  );
}
