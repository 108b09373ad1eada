import { CircleHelp, House, Printer, ReceiptText, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { formatTime } from '../../text/format.ts';
import type { PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';
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
  const wait = useWaitingWords(ticket.waitingMinutes);
  return (
    <KioskFrame view={view} ask={ask} page="ticket" hasHome={false}>
      <section className="ticket-slip">
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
        <PaperState paper={paper} />
        <p className="ticket-listen">{t('ticket.listen')}</p>
        <ActionButton tone="primary" size="large" icon={<House />} onPress={() => ask({ type: 'home' })}>
          {t('ticket.done')}
        </ActionButton>
      </div>
    </KioskFrame>
  );
}

function PaperState(props: { paper: Paper }) {
  const { t } = useTranslation('kiosk');
  const { paper } = props;
  switch (paper.at) {
    case 'printing':
      return (
        <p className="paper-state" role="status">
          <Printer aria-hidden="true" />
          <span>
            {t('ticket.printing')} {t('ticket.rememberToo')}
          </span>
        </p>
      );
    case 'printed':
      return (
        <p className="paper-state paper-printed" role="status">
          <ReceiptText aria-hidden="true" />
          <strong>{t('ticket.printed')}</strong>
        </p>
      );
    case 'not-printed':
      return (
        <p className="paper-state paper-trouble" role="alert">
          <TriangleAlert aria-hidden="true" />
          <span>
            {t(`ticket.notPrinted.${paper.why}`)} <strong>{t('ticket.remember')}</strong>{' '}
            {t('ticket.stillValid')}
          </span>
        </p>
      );
    case 'uncertain':
      return (
        <p className="paper-state paper-trouble" role="alert">
          <CircleHelp aria-hidden="true" />
          <span>
            {t('ticket.uncertain')} <strong>{t('ticket.remember')}</strong> {t('ticket.stillValid')}
          </span>
        </p>
      );
    default:
      return unreachable(paper);
  }
}
