import { RefreshCw } from 'lucide-react';
import type { AdminCommand, SyncView } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { momentWords } from '../counter/date-words.ts';
import { elapsedWords } from '../counter/elapsed.ts';
import { refusedWords } from '../counter/refused-words.ts';
import { useSay } from '../counter/staff-text.tsx';
import type { Say } from '../counter/staff-text.tsx';
import type { Ask } from '../counter/use-ask.ts';

/** Whether the facts of this machine reach the hub, and a button for the impatient. */
export function SyncCard(props: { sync: SyncView; asking: Ask<AdminCommand>; now: number }) {
  const say = useSay();
  const { sync, asking, now } = props;
  const isSending = asking.pending === 'sync-now';
  return (
    <section className="admin-card admin-sync">
      <header className="admin-card-head">
        <h2 className="admin-card-title">{say('admin.sync.title')}</h2>
        <ActionButton
          className="admin-sync-now"
          icon={<RefreshCw />}
          isDisabled={asking.pending !== null || sync.hub === null}
          onPress={() => void asking.ask({ type: 'sync-now' })}
        >
          {say(isSending ? 'admin.sync.sending' : 'admin.sync.syncNow')}
        </ActionButton>
      </header>
      <p className={`admin-state admin-state-${sync.state}`}>{syncWords(say, sync, now)}</p>
      {sync.trouble !== null && <p className="admin-trouble">{sync.trouble}</p>}
      {sync.hub === null && <p className="admin-note">{say('admin.sync.noHub')}</p>}
      <dl className="admin-facts">
        {sync.hub !== null && (
          <div>
            <dt>{say('admin.sync.hub')}</dt>
            <dd className="admin-address">{sync.hub}</dd>
          </div>
        )}
        {sync.state === 'failing' && sync.lastSuccessAt !== null && (
          <div>
            <dt>{say('admin.sync.lastSuccess')}</dt>
            <dd>{momentWords(sync.lastSuccessAt, now)}</dd>
          </div>
        )}
        <div>
          <dt>{say('admin.sync.pending')}</dt>
          <dd>
            {sync.pending === 0
              ? say('admin.sync.nothingPending')
              : say('admin.sync.pendingCount', { count: sync.pending })}
          </dd>
        </div>
        {sync.oldestPendingAt !== null && (
          <div>
            <dt>{say('admin.sync.oldest')}</dt>
            <dd>{elapsedWords(say, sync.oldestPendingAt, now)}</dd>
          </div>
        )}
      </dl>
      {asking.refused !== null && !asking.refused.command.startsWith('lan-') && (
        <p className="admin-refused" role="alert">
          {refusedWords(say, asking.refused)}
        </p>
      )}
    </section>
  );
}

function syncWords(say: Say, sync: SyncView, now: number): string {
  switch (sync.state) {
    case 'never':
      return say('admin.sync.never');
    case 'ok':
      return sync.lastSuccessAt === null
        ? say('admin.sync.okUnknown')
        : say('admin.sync.ok', { time: momentWords(sync.lastSuccessAt, now) });
    case 'failing':
      return say('admin.sync.failing');
    default:
      return unreachable(sync.state);
  }
}
