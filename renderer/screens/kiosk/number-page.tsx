import { House, Ticket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NumberState } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { formatTime } from '../../text/format.ts';
import type { Ask, PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { PaperState } from './paper-state.tsx';
import './number-page.css';
import { useWaitingWords } from './waiting-words.ts';

/** Whoever holds the code of a slip to the reader sees how things stand for its number. */
export function NumberPage({ view, screen, ask }: PageProps<'number'>) {
  const { t } = useTranslation('kiosk');
  const { found } = screen;
  const done = (
    <ActionButton tone="primary" size="large" icon={<House />} onPress={() => ask({ type: 'home' })}>
      {t('ticket.done')}
    </ActionButton>
  );
  return (
    <KioskFrame view={view} ask={ask} page="number" hasHome={false}>
      {found === null ? (
        <>
          <Unknown ask={ask} />
          {done}
        </>
      ) : (
        <>
          <Found found={found} />
          <div className="number-side">
            <Slip found={found} ask={ask} />
            {done}
          </div>
        </>
      )}
    </KioskFrame>
  );
}

function Found({ found }: { found: NumberState }) {
  const { t } = useTranslation('kiosk');
  const wait = useWaitingWords(found.waitingMinutes);
  return (
    <section className="ticket-slip number-found">
      <h1>{t('number.title')}</h1>
      <p className="ticket-number digits" style={{ '--characters': found.number.length }}>
        {found.number}
      </p>
      <p className="ticket-lane" lang="vi">
        {found.laneName}
      </p>
      <p className="number-state" role="status">
        {stateWords(found, t)}
      </p>
      {wait !== null && <p className="number-wait">{wait}</p>}
      <p className="ticket-time">{t('ticket.issuedAt', { time: formatTime(found.issuedAt) })}</p>
    </section>
  );
}

/** Its slip, where that still matters and did not surely come out. */
function Slip({ found, ask }: { found: NumberState; ask: Ask }) {
  const { paper } = found;
  const isOver = found.state === 'done' || found.state === 'cancelled' || found.state === 'expired';
  if (isOver || paper === null || (paper.at === 'printed' && paper.isConfirmed)) return null;
  return <PaperState paper={paper} canPrint={found.canPrint} ask={ask} />;
}

function stateWords(found: NumberState, t: ReturnType<typeof useTranslation<'kiosk'>>['t']): string {
  const { state, counterName } = found;
  if (state === 'waiting') {
    return found.peopleAhead > 0 ? t('number.ahead', { people: found.peopleAhead }) : t('number.nobodyAhead');
  }
  return state === 'called' || state === 'serving'
    ? t(`number.${state}`, { counter: counterName ?? '' })
    : t(`number.${state}`);
}

function Unknown(props: { ask: Ask }) {
  const { t } = useTranslation('kiosk');
  return (
    <section className="number-unknown">
      <h1>{t('number.unknown')}</h1>
      <p className="lead">{t('number.unknownNext')}</p>
      <ActionButton size="large" icon={<Ticket />} onPress={() => props.ask({ type: 'back' })}>
        {t('number.takeNew')}
      </ActionButton>
    </section>
  );
}
