import { type ReactNode, useMemo, useState } from 'react';
import {
  Baby,
  BookOpenCheck,
  CalendarCheck,
  Briefcase,
  Ellipsis,
  HandHeart,
  House,
  IdCard,
  LandPlot,
  Search,
  Ship,
  Store,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { serviceKinds } from '../../../core/queue/ticket.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import type { Ask, PageProps } from './ask.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { ProcedureList } from './procedure-list.tsx';
import { serviceIcons } from './service-page.tsx';
import './service.css';
import { SearchPanel } from './search-panel.tsx';
import { type TopicId, topicsOf } from './topics.ts';

type Place = { at: 'topics' } | { at: 'topic'; id: TopicId } | { at: 'search' };

/** First the kind of business, then the procedure; or letters, for those who know its name. */
export function ProceduresPage({ view, screen, ask }: PageProps<'procedures'>) {
  const { t } = useTranslation('kiosk');
  const [place, setPlace] = useState<Place>({ at: 'topics' });
  const topics = useMemo(() => topicsOf(screen.procedures), [screen.procedures]);
  const topic = place.at === 'topic' ? topics.find(({ id }) => id === place.id) : undefined;
  const choose = (code: string) => ask({ type: 'choose-procedure', code });
  const toTopics = () => setPlace({ at: 'topics' });

  if (place.at === 'search') {
    return (
      <KioskFrame view={view} ask={ask} page="search" onBack={toTopics}>
        <SearchPanel
          procedures={screen.procedures}
          lanes={screen.lanes}
          onChoose={choose}
          onAskOfficer={() => ask({ type: 'choose-service', kind: 'question' })}
        />
      </KioskFrame>
    );
  }
  if (topic !== undefined) {
    return (
      <KioskFrame view={view} ask={ask} page="topic" onBack={toTopics}>
        <h1 className="topic-title">
          <span className="topic-icon" aria-hidden="true">
            {topicIcons[topic.id]}
          </span>
          {topic.title[view.language]}
        </h1>
        <ScrollArea moreLabel={t('scroll.more')} backLabel={t('scroll.back')}>
          <ProcedureList procedures={topic.procedures} lanes={screen.lanes} onChoose={choose} />
        </ScrollArea>
      </KioskFrame>
    );
  }
  return (
    <KioskFrame view={view} ask={ask} page="procedures" onBack={() => ask({ type: 'back' })}>
      <h1>{t('procedures.title')}</h1>
      <ul className="topic-grid">
        {topics.map((each) => (
          <li key={each.id}>
            <Tile
              icon={topicIcons[each.id]}
              title={each.title[view.language]}
              onPress={() => setPlace({ at: 'topic', id: each.id })}
            />
          </li>
        ))}
        <li className="search-tile">
          <Tile icon={<Search />} title={t('procedures.search')} onPress={() => setPlace({ at: 'search' })} />
        </li>
      </ul>
      <Services ask={ask} />
    </KioskFrame>
  );
}

/** For those who come without a dossier, or do not know what to choose. */
function Services(props: { ask: Ask }) {
  const { t } = useTranslation('kiosk');
  return (
    <section className="services">
      <h2>{t('service.or')}</h2>
      <ul className="service-list">
        {serviceKinds.map((kind) => (
          <li key={kind}>
            <ActionButton
              icon={serviceIcons[kind]}
              onPress={() => props.ask({ type: 'choose-service', kind })}
            >
              {t(`service.${kind}.tile`)}
            </ActionButton>
          </li>
        ))}
        <li>
          <ActionButton icon={<CalendarCheck />} onPress={() => props.ask({ type: 'have-appointment' })}>
            {t('appointment.tile')}
          </ActionButton>
        </li>
      </ul>
    </section>
  );
}

function Tile(props: { icon: ReactNode; title: string; onPress: () => void }) {
  return (
    <Button className="topic-tile" onPress={props.onPress}>
      <span className="topic-icon" aria-hidden="true">
        {props.icon}
      </span>
      {props.title}
    </Button>
  );
}

const topicIcons: Record<TopicId, ReactNode> = {
  family: <Baby />,
  certify: <BookOpenCheck />,
  residence: <House />,
  identity: <IdCard />,
  welfare: <HandHeart />,
  land: <LandPlot />,
  vehicle: <Ship />,
  business: <Store />,
  work: <Briefcase />,
  other: <Ellipsis />,
};
