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
  LayoutList,
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
import { LifeDrawing } from './life-drawings.tsx';
import { type LifeEventId, lifeEventsOf } from './life-events.ts';
import { ProcedureList } from './procedure-list.tsx';
import { serviceIcons } from './service-page.tsx';
import './life-events.css';
import './service.css';
import { SearchPanel } from './search-panel.tsx';
import { type TopicId, topicsOf } from './topics.ts';

type Place =
  | { at: 'events' }
  | { at: 'event'; id: LifeEventId }
  | { at: 'topics' }
  | { at: 'topic'; id: TopicId }
  | { at: 'search' };

/** First what happened, then the procedure; behind it the list of all, or letters for those who know a name. */
export function ProceduresPage({ view, screen, ask }: PageProps<'procedures'>) {
  const { t } = useTranslation('kiosk');
  const [place, setPlace] = useState<Place>({ at: 'events' });
  const topics = useMemo(() => topicsOf(screen.procedures), [screen.procedures]);
  const events = useMemo(() => lifeEventsOf(screen.procedures), [screen.procedures]);
  const choose = (code: string) => ask({ type: 'choose-procedure', code });
  const go = (at: 'events' | 'topics' | 'search') => () => setPlace({ at });

  if (place.at === 'search') {
    return (
      <KioskFrame view={view} ask={ask} page="search" onBack={go('events')}>
        <SearchPanel
          procedures={screen.procedures}
          lanes={screen.lanes}
          onChoose={choose}
          onAskOfficer={() => ask({ type: 'choose-service', kind: 'question' })}
        />
      </KioskFrame>
    );
  }
  const event = place.at === 'event' ? events.find(({ id }) => id === place.id) : undefined;
  if (event !== undefined) {
    return (
      <KioskFrame view={view} ask={ask} page="topic" onBack={go('events')}>
        <h1 className="topic-title">
          <span className="event-picture" aria-hidden="true">
            <LifeDrawing id={event.id} />
          </span>
          {event.title[view.language]}
        </h1>
        <ScrollArea moreLabel={t('scroll.more')} backLabel={t('scroll.back')}>
          <ProcedureList procedures={event.procedures} lanes={screen.lanes} onChoose={choose} />
          <div className="event-others">
            <OtherWays all={go('topics')} search={go('search')} />
          </div>
        </ScrollArea>
      </KioskFrame>
    );
  }
  const topic = place.at === 'topic' ? topics.find(({ id }) => id === place.id) : undefined;
  if (topic !== undefined) {
    return (
      <KioskFrame view={view} ask={ask} page="topic" onBack={go('topics')}>
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
  if (place.at === 'topics' || events.length === 0) {
    const isFirst = events.length === 0;
    return (
      <KioskFrame
        view={view}
        ask={ask}
        page={isFirst ? 'procedures' : 'topics'}
        onBack={isFirst ? () => ask({ type: 'back' }) : go('events')}
      >
        <h1>{t('procedures.allTitle')}</h1>
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
            <Tile icon={<Search />} title={t('procedures.search')} onPress={go('search')} />
          </li>
        </ul>
        {isFirst && <Services ask={ask} />}
      </KioskFrame>
    );
  }
  return (
    <KioskFrame view={view} ask={ask} page="procedures" onBack={() => ask({ type: 'back' })}>
      <h1>{t('procedures.title')}</h1>
      <div className="event-ways">
        <ul className="event-grid">
          {events.map(({ id, title }) => (
            <li key={id}>
              <Button className="topic-tile event-tile" onPress={() => setPlace({ at: 'event', id })}>
                <LifeDrawing id={id} />
                {title[view.language]}
              </Button>
            </li>
          ))}
        </ul>
        <OtherWays all={go('topics')} search={go('search')} />
      </div>
      <Services ask={ask} />
    </KioskFrame>
  );
}

/** To what none of the pictures shows. */
function OtherWays(props: { all: () => void; search: () => void }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="other-ways">
      <ActionButton icon={<LayoutList />} onPress={props.all}>
        {t('procedures.all')}
      </ActionButton>
      <ActionButton icon={<Search />} onPress={props.search}>
        {t('procedures.search')}
      </ActionButton>
    </div>
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
