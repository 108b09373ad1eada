import type { ReactNode } from 'react';
import { FileText, Globe, Timer, TriangleAlert, Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KioskCommand, Procedure, RequiredDocument } from '../../../core/contract.ts';
import type { Send } from '../../client.ts';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { formatVnd } from '../../text/format.ts';
import type { PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { TakeNumber } from './take-number.tsx';

/** From here on, a name at the size of a title would push the papers off the page. */
const longNameLength = 44;

export function ProcedurePage({
  view,
  screen,
  ask,
  send,
}: PageProps<'procedure'> & { send: Send<KioskCommand> }) {
  const { t } = useTranslation('kiosk');
  const { procedure, lane } = screen;
  return (
    <KioskFrame view={view} ask={ask} page="procedure" onBack={() => ask({ type: 'back' })}>
      <h1 lang="vi" className={procedure.name.length > longNameLength ? 'long-title' : ''}>
        {procedure.name}
      </h1>
      <div className="procedure-body">
        <ScrollArea moreLabel={t('scroll.more')} backLabel={t('scroll.back')}>
          <div className="procedure-sheet">
            <Documents procedure={procedure} />
            <Mistakes mistakes={procedure.commonMistakes} />
            <FeeAndTime procedure={procedure} />
            <Online procedure={procedure} />
          </div>
        </ScrollArea>
      </div>
      <TakeNumber
        view={view}
        lane={lane}
        wishes={screen.wishes}
        filing={screen.filing}
        ask={ask}
        send={send}
      />
    </KioskFrame>
  );
}

function Documents(props: { procedure: Procedure }) {
  const { t } = useTranslation('kiosk');
  const { documents, uncertain } = props.procedure;
  return (
    <section className="procedure-documents">
      <h2>
        <FileText aria-hidden="true" />
        {t('procedure.documents')}
        {uncertain.includes('documents') && <Uncertain />}
      </h2>
      <ol className="document-list">
        {documents.map((document) => (
          <li key={document.name}>
            <p className="document-name" lang="vi">
              {document.name}
            </p>
            {document.note !== '' && (
              <p className="document-note" lang="vi">
                {document.note}
              </p>
            )}
            <Amounts document={document} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Amounts(props: { document: RequiredDocument }) {
  const { t } = useTranslation('kiosk');
  const { original, copies } = props.document;
  return (
    <p className="badges">
      {original > 0 && (
        <span className="badge badge-original">{t('procedure.originals', { n: original })}</span>
      )}
      {copies > 0 && <span className="badge badge-copies">{t('procedure.copies', { n: copies })}</span>}
      {original === 0 && copies === 0 && <span className="badge badge-show">{t('procedure.show')}</span>}
    </p>
  );
}

/** For what people are most often sent home again. */
function Mistakes(props: { mistakes: readonly string[] }) {
  const { t } = useTranslation('kiosk');
  if (props.mistakes.length === 0) return null;
  return (
    <section className="procedure-mistakes">
      <h2>
        <TriangleAlert aria-hidden="true" />
        {t('procedure.mistakes')}
      </h2>
      <ul lang="vi">
        {props.mistakes.map((mistake) => (
          <li key={mistake}>{mistake}</li>
        ))}
      </ul>
    </section>
  );
}

function FeeAndTime(props: { procedure: Procedure }) {
  const { t } = useTranslation('kiosk');
  const { procedure } = props;
  return (
    <dl className="procedure-facts">
      <Fact icon={<Wallet />} title={t('procedure.fee')} isUncertain={procedure.uncertain.includes('feeVnd')}>
        <strong>{useFeeWords(procedure.feeVnd)}</strong>
        {procedure.feeNote !== '' && <span lang="vi">{procedure.feeNote}</span>}
      </Fact>
      <Fact
        icon={<Timer />}
        title={t('procedure.timeLimit')}
        isUncertain={procedure.uncertain.includes('timeLimit')}
      >
        <strong lang="vi">{procedure.timeLimit}</strong>
      </Fact>
    </dl>
  );
}

function Online({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation('kiosk');
  const online = {
    full: t('procedure.onlineFull'),
    partial: t('procedure.onlinePartial'),
    none: t('procedure.onlineNone'),
  };
  return (
    <dl className="procedure-online">
      <Fact
        icon={<Globe />}
        title={t('procedure.online')}
        isUncertain={procedure.uncertain.includes('onlineLevel')}
      >
        <strong>{procedure.onlineOnly ? t('procedure.onlineOnly') : online[procedure.onlineLevel]}</strong>
      </Fact>
    </dl>
  );
}

function Fact(props: { icon: ReactNode; title: string; isUncertain: boolean; children: ReactNode }) {
  return (
    <div className="procedure-fact">
      <dt>
        <span aria-hidden="true">{props.icon}</span>
        {props.title}
        {props.isUncertain && <Uncertain />}
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Uncertain() {
  const { t } = useTranslation('kiosk');
  return <span className="badge badge-uncertain">{t('procedure.uncertain')}</span>;
}

function useFeeWords(feeVnd: number | null): string {
  const { t } = useTranslation('kiosk');
  if (feeVnd === null) return t('procedure.feeByCouncil');
  return feeVnd === 0 ? t('procedure.free') : formatVnd(feeVnd);
}
