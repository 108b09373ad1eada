import { House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../parts/action-button.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { formatTime } from '../../text/format.ts';
import type { PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { PaperState } from './paper-state.tsx';
import { useWaitingWords } from './waiting-words.ts';

declare module 'react' {
  interface CSSProperties {
    /** How many characters have to fit on one line. */
    '--characters'?: number;
  }
}

export function TicketPage({ view, screen, ask }: PageProps<'ticket'>) {
  const { t } = useTranslation('kiosk');
  const { ticket, paper } = screen;
  const orWords = new Intl.ListFormat(view.language, { type: 'disjunction' });
  // Nothing to carry away but a photograph: then it carries the code along.
  const isGivenUp = paper.at === 'not-printed' || paper.at === 'voided';
  const isOnlyHere = paper.at === 'waiting' || (isGivenUp && !screen.canPrint);
  const isAsked = paper.at === 'asks' || (isGivenUp && screen.canPrint);
  const wait = useWaitingWords(ticket.waitingMinutes);
  return (
    <KioskFrame view={view} ask={ask} page="ticket" hasHome={false}>
      <section className={`ticket-slip ${isOnlyHere ? 'ticket-alone' : ''}`}>
        <h1>{t('ticket.title')}</h1>
        <p className="ticket-number digits" style={{ '--characters': ticket.number.length }}>
          {ticket.number}
        </p>
        <p className="ticket-lane" lang="vi">
          {ticket.laneName}
        </p>
        {ticket.kind !== 'file' && <p className="ticket-procedure">{t(`ticket.kind.${ticket.kind}`)}</p>}
        {ticket.procedureName !== null && (
          <p className="ticket-procedure" lang="vi">
            {ticket.procedureName}
          </p>
        )}
        <p className="ticket-time">{t('ticket.issuedAt', { time: formatTime(ticket.issuedAt) })}</p>
        {isOnlyHere && ticket.statusCode !== null && (
          <div className="ticket-code">
            <QrCode className="ticket-qr" text={ticket.statusCode} label={t('ticket.code')} />
            <p>
              <strong>{t('ticket.photograph')}</strong> {t('ticket.atCounter')}
            </p>
          </div>
        )}
      </section>
      <div className="ticket-side">
        <dl className="ticket-facts">
          <div>
            <dt>{t('ticket.counters')}</dt>
            <dd>{ticket.counters.length > 0 ? orWords.format(ticket.counters) : t('ticket.counterSoon')}</dd>
          </div>
          <div>
            <dt>{t('ticket.ahead')}</dt>
            <dd>
              {ticket.peopleAhead > 0
                ? t('ticket.aheadPeople', { people: ticket.peopleAhead })
                : t('ticket.aheadNobody')}
            </dd>
            {wait !== null && <dd className="ticket-wait">{wait}</dd>}
          </div>
        </dl>
        <PaperState paper={paper} canPrint={screen.canPrint} ask={ask} />
        <p className="ticket-listen">{t('ticket.listen')}</p>
        <ActionButton
          tone={isAsked ? 'plain' : 'primary'}
          size="large"
          icon={<House />}
          onPress={() => ask({ type: 'home' })}
        >
          {t('ticket.done')}
        </ActionButton>
      </div>
    </KioskFrame>
  );
}
