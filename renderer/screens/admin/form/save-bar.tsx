import { RotateCcw, Save } from 'lucide-react';
import { useState } from 'react';
import type { AdminCommand, CentreDocument } from '../../../../core/contract.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { refusedWords } from '../../counter/refused-words.ts';
import { useSay } from '../../counter/staff-text.tsx';
import type { Ask } from '../../counter/use-ask.ts';
import { Confirm } from './confirm.tsx';
import { faultWords } from './fault.tsx';
import type { Draft } from './use-draft.ts';

/** Whether there is something to save, what the last try met, and the way back. */
export function SaveBar(props: { draft: Draft; document: CentreDocument; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { draft, document, asking } = props;
  const [isAsking, setAsking] = useState(false);
  const isSaving = asking.pending === 'change-centre';

  async function save() {
    const { revision, centre } = draft;
    draft.tried();
    if (await asking.ask({ type: 'change-centre', revision, centre })) draft.discard();
  }

  return (
    <div className="admin-save">
      <p className="admin-save-state" role="status">
        <SaveState draft={draft} asking={asking} />
      </p>
      {draft.isChanged ? (
        <ActionButton onPress={draft.discard}>
          {say(draft.isStale ? 'admin.form.takeNew' : 'admin.form.discard')}
        </ActionButton>
      ) : (
        document.canRestore && (
          <ActionButton icon={<RotateCcw />} onPress={() => setAsking(true)}>
            {say('admin.form.restore')}
          </ActionButton>
        )
      )}
      <ActionButton
        tone="primary"
        icon={<Save />}
        isDisabled={!draft.isChanged || draft.isStale || asking.pending !== null}
        onPress={() => void save()}
      >
        {say(isSaving ? 'admin.form.saving' : 'admin.form.save')}
      </ActionButton>
      {isAsking && (
        <Confirm
          title={say('admin.form.restoreAsk')}
          yes={say('admin.form.restore')}
          confirm={() => void asking.ask({ type: 'restore-centre', revision: document.revision })}
          close={() => setAsking(false)}
        >
          <p>{say('admin.form.restoreMeans')}</p>
        </Confirm>
      )}
    </div>
  );
}

function SaveState(props: { draft: Draft; asking: Ask<AdminCommand> }) {
  const say = useSay();
  const { draft, asking } = props;
  const refused = draft.isPastTry ? null : asking.refused;
  if (refused !== null) {
    const { fault, field } = refused.refusal;
    return (
      <strong className="admin-refused">
        {fault === undefined ? refusedWords(say, refused) : faultWords(say, fault, field)}
      </strong>
    );
  }
  if (draft.isStale) return <strong className="admin-refused">{say('admin.form.stale')}</strong>;
  return draft.isChanged ? <strong>{say('admin.form.unsaved')}</strong> : say('admin.form.saved');
}
