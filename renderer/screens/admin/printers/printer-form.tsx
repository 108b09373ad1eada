import { Save } from 'lucide-react';
import type { AdminCommand, PrinterModelView } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';
import { Fault } from '../form/fault.tsx';
import { Choice, TextInput } from '../form/inputs.tsx';
import { type PrinterDraft, savedOf, vias } from './printer-draft.ts';

const widths = [576, 512, 384] as const;
const virtualPlaces = ['virtual', 'virtual-2'];

/** Fills in one printer: its name, where it is and what kind it is. */
export function PrinterForm(props: {
  draft: PrinterDraft;
  models: readonly PrinterModelView[];
  asking: Ask<AdminCommand>;
  change: (draft: PrinterDraft) => void;
  close: () => void;
}) {
  const say = useSay();
  const { draft, models, asking } = props;
  const change = (part: Partial<PrinterDraft>) => props.change({ ...draft, ...part });
  const model = models.find(({ id }) => id === draft.model);
  const isQueue = draft.via === 'windows' || draft.via === 'cups';
  const placeLabel = say(`admin.printers.form.places.${draft.via}`);

  async function save() {
    if (await asking.ask({ type: 'save-printer', printer: savedOf(draft) })) props.close();
  }

  return (
    <section className="admin-card">
      <h2 className="admin-card-title">
        {say(draft.id === null ? 'admin.printers.form.addTitle' : 'admin.printers.form.editTitle')}
      </h2>
      <div className="admin-field-rows printers-form">
        <span>{say('admin.printers.form.name')}</span>
        <TextInput
          label={say('admin.printers.form.name')}
          placeholder={say('admin.printers.form.nameHint')}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <Fault at="printer.name" />
        <span>{say('admin.printers.form.via')}</span>
        <Choice
          label={say('admin.printers.form.via')}
          value={draft.via}
          options={vias.map((value) => ({ value, label: say(`admin.printers.form.vias.${value}`) }))}
          onChange={(value) => {
            const via = vias.find((one) => one === value) ?? 'tcp';
            change({ via, place: via === 'virtual' ? 'virtual' : '' });
          }}
        />
        <span>{placeLabel}</span>
        {draft.via === 'virtual' ? (
          <Choice
            label={placeLabel}
            value={draft.place}
            options={virtualPlaces.map((value, index) => ({ value, label: String(index + 1) }))}
            onChange={(place) => change({ place })}
          />
        ) : (
          <TextInput
            label={placeLabel}
            placeholder={say(`admin.printers.form.examples.${draft.via}`)}
            value={draft.place}
            onChange={(place) => change({ place })}
          />
        )}
        <Fault at="printer.address" />
        {isQueue && <p className="admin-hint printers-note">{say('admin.printers.form.queueHint')}</p>}
        <span>{say('admin.printers.form.model')}</span>
        <Choice
          label={say('admin.printers.form.model')}
          value={draft.model}
          options={models.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => change({ model: id })}
        />
        <Fault at="printer.model" />
        <span>{say('admin.printers.form.width')}</span>
        <Choice
          label={say('admin.printers.form.width')}
          value={String(draft.dots ?? '')}
          options={[
            { value: '', label: say('admin.printers.form.widthOfModel', { dots: model?.dots ?? '?' }) },
            ...widths.map((dots) => ({ value: String(dots), label: say('admin.printers.dots', { dots }) })),
          ]}
          onChange={(value) => change({ dots: widths.find((dots) => String(dots) === value) ?? null })}
        />
        {model !== undefined && !isQueue && (
          <p className="admin-hint printers-note">{say(`admin.printers.form.says.${model.status}`)}</p>
        )}
        {model?.isUncertain === true && (
          <p className="admin-hint printers-note">{say('admin.printers.form.uncertain')}</p>
        )}
      </div>
      <div className="printers-form-keys">
        <ActionButton onPress={props.close}>{say('admin.printers.form.cancel')}</ActionButton>
        <ActionButton
          tone="primary"
          icon={<Save />}
          isDisabled={asking.pending !== null || draft.name.trim() === '' || draft.place.trim() === ''}
          onPress={() => void save()}
        >
          {say('admin.printers.form.save')}
        </ActionButton>
      </div>
    </section>
  );
}
