import {
  Check,
  CircleAlert,
  HandHelping,
  MonitorSmartphone,
  Printer,
  Smartphone,
  Ticket,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, PaperStanding } from '../../../../core/flows/filing.ts';
import { ActionButton } from '../../../parts/action-button.tsx';
import { ScrollArea } from '../../../parts/scroll-area.tsx';
import type { Ask, PageProps } from '../ask.ts';
import { FilingFrame } from './filing-frame.tsx';
import { SlipState } from './slip-state.tsx';

type ResultDocument = PageProps<'filing-result'>['screen']['documents'][number];

const icons: Record<Channel, ReactNode> = {
  here: <MonitorSmartphone />,
  phone: <Smartphone />,
  guide: <HandHelping />,
  counter: <Ticket />,
};

/** Where this dossier goes, why, what is missing, and the ways on. */
export function ResultPage({ view, screen, ask }: PageProps<'filing-result'>) {
  const { t } = useTranslation('kiosk');
  const { advice, slip } = screen;
  const others = advice.others.filter((one) => one !== 'counter');
  return (
    <FilingFrame view={view} ask={ask} page="filing-result" hasCall={false} about={screen}>
      <section className="verdict">
        <span className="topic-icon" aria-hidden="true">
          {icons[advice.channel]}
        </span>
        <div>
          <h1>{t(`filing.verdict.${advice.channel}`)}</h1>
          <p className="lead">{t(`filing.why.${advice.why}`)}</p>
          {screen.onlineOnly && <p className="soft">{t('filing.onlineOnly')}</p>}
        </div>
      </section>
      <ScrollArea moreLabel={t('scroll.more')} backLabel={t('scroll.back')}>
        <Papers documents={screen.documents} />
        {screen.onlineLevel === 'partial' && advice.channel !== 'counter' && (
          <p className="filing-mind">{t('filing.partial')}</p>
        )}
        {advice.channel === 'phone' && screen.here !== 'ready' && (
          <p className="filing-mind">{t(`filing.notHere.${screen.here}`)}</p>
        )}
      </ScrollArea>
      <div className="filing-ways">
        <WayButton channel={advice.channel} ask={ask} isMain />
        <div className={`filing-other-ways ways-${others.length + (advice.channel === 'counter' ? 1 : 2)}`}>
          <ActionButton
            icon={<Printer />}
            isDisabled={slip?.at === 'printing' || slip?.at === 'waiting'}
            onPress={() => ask({ type: 'print-preparation' })}
          >
            {t('filing.print')}
          </ActionButton>
          {advice.channel !== 'counter' && (
            <ActionButton icon={<Ticket />} onPress={() => ask({ type: 'filing-number' })}>
              {t('filing.number')}
            </ActionButton>
          )}
          {others.map((channel) => (
            <WayButton key={channel} channel={channel} ask={ask} isMain={false} />
          ))}
        </div>
        {slip !== null && <SlipState paper={slip} />}
      </div>
    </FilingFrame>
  );
}

function WayButton(props: { channel: Channel; ask: Ask; isMain: boolean }) {
  const { t } = useTranslation('kiosk');
  const { channel, ask, isMain } = props;
  return (
    <ActionButton
      tone={isMain ? 'primary' : 'plain'}
      size={isMain ? 'large' : 'normal'}
      icon={icons[channel]}
      onPress={() =>
        ask(channel === 'counter' ? { type: 'filing-number' } : { type: 'take-channel', channel })
      }
    >
      {t(`filing.take.${channel}`)}
    </ActionButton>
  );
}

const order: PaperStanding[] = ['missing', 'here', 'shown', 'if-needed'];

function Papers(props: { documents: ResultDocument[] }) {
  const { t } = useTranslation('kiosk');
  const { documents } = props;
  if (documents.length === 0) return <p>{t('filing.noPapers')}</p>;
  const isComplete = documents.every(({ standing }) => standing !== 'missing');
  return (
    <>
      <h2>{isComplete ? t('filing.complete') : t('filing.missing')}</h2>
      <ul className="paper-check">
        {documents
          .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
          .map(({ name, note, standing }) => (
            <li key={name} className={`paper-${standing}`}>
              {standing === 'missing' ? <CircleAlert aria-hidden="true" /> : <Check aria-hidden="true" />}
              <span lang="vi">
                {name}
                {note !== '' && <span className="document-note">{note}</span>}
              </span>
              <span className="badge">{t(`filing.standing.${standing}`)}</span>
            </li>
          ))}
      </ul>
    </>
  );
}
