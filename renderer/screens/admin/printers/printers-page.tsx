import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { AdminCommand, AdminScreen, PrinterRow } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { useSay } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';
import { Confirm } from '../form/confirm.tsx';
import { draftOf, placeOf, type PrinterDraft } from './printer-draft.ts';
import { PrinterForm } from './printer-form.tsx';
import { PrinterRows } from './printer-rows.tsx';
import { SearchCard } from './search-card.tsx';
import '../form/form.css';
import './printers.css';

export type PrintersScreen = Extract<AdminScreen, { at: 'printers' }>;

/** The slip printers of this kiosk: which, in what order, how they are, and whether they print. */
export function PrintersPage(props: { screen: PrintersScreen; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { screen, asking } = props;
  const { printers, models, canAdd, search } = screen;
  const [draft, setDraft] = useState<PrinterDraft | null>(null);
  const [removing, setRemoving] = useState<PrinterRow | null>(null);

  const fill = (address: string) =>
    setDraft({
      id: null,
      name: say('admin.printers.search.name', { number: printers.length + 1 }),
      model: models[0]?.id ?? '',
      dots: null,
      ...placeOf(address),
    });

  return (
    <div className="admin-room">
      <section className="admin-card">
        <header className="admin-card-head">
          <h1 className="admin-card-title">{say('admin.printers.title')}</h1>
          <ActionButton icon={<Plus />} isDisabled={!canAdd} onPress={() => fill('tcp://')}>
            {say('admin.printers.form.add')}
          </ActionButton>
        </header>
        <p className="admin-hint">{say('admin.printers.hint')}</p>
        {printers.length === 0 && <p>{say('admin.printers.none')}</p>}
        <PrinterRows
          printers={printers}
          models={models}
          asking={asking}
          edit={(row) => setDraft(draftOf(row))}
          remove={setRemoving}
        />
      </section>
      <div className="admin-column">
        {draft !== null && (
          <PrinterForm
            draft={draft}
            models={models}
            asking={asking}
            change={setDraft}
            close={() => setDraft(null)}
          />
        )}
        <SearchCard search={search} canAdd={canAdd} asking={asking} take={fill} />
      </div>
      {removing !== null && (
        <Confirm
          title={say('admin.printers.removeAsk', { name: removing.name })}
          yes={say('admin.printers.remove')}
          isDanger
          confirm={() => {
            if (draft?.id === removing.id) setDraft(null);
            void asking.ask({ type: 'remove-printer', printer: removing.id });
          }}
          close={() => setRemoving(null)}
        >
          <p>{say('admin.printers.removeMeans')}</p>
        </Confirm>
      )}
    </div>
  );
}
