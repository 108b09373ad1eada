import type { ReactNode } from 'react';
import { Hand, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import type { LaneWaiting } from '../../../core/contract.ts';
import type { PageProps } from './ask.ts';
import { ClosedNow } from './closed-now.tsx';
import { CardStepDrawing, ChooseStepDrawing, TicketStepDrawing } from './drawings.tsx';
import { Estuary } from './estuary.tsx';
import { KioskFrame } from './kiosk-frame.tsx';
import { printerTrouble } from './printer-trouble.ts';

export function WelcomePage({ view, screen, ask }: PageProps<'welcome'>) {
  const { t } = useTranslation('kiosk');
  const trouble = printerTrouble(view.printer);
  return (
    <KioskFrame view={view} ask={ask} page="welcome" hasHome={false}>
      <div className="welcome-hello">
        <h1>{t('welcome.title')}</h1>
        {view.opening.at === 'closed' ? (
          <ClosedNow opening={view.opening} />
        ) : (
          <p className="lead">{t('welcome.lead')}</p>
        )}
        {view.opening.at === 'open' && trouble !== null && (
          <p className="warning welcome-paper" role="status">
            <TriangleAlert aria-hidden="true" />
            <span>{t(`welcome.printer.${trouble}`)}</span>
          </p>
        )}
        {/* The picture belongs to the button: whoever taps the scene means the same as whoever taps the words. */}
        <Button className="welcome-start" onPress={() => ask({ type: 'start' })}>
          <Estuary className="welcome-scene" />
          <span className="welcome-touch">
            <Hand aria-hidden="true" />
            {t('welcome.start')}
          </span>
        </Button>
      </div>
      <div className="welcome-side">
        <section>
          <h2>{t('welcome.stepsTitle')}</h2>
          <ol className="welcome-steps">
            <Step drawing={<CardStepDrawing />} title={t('welcome.stepCard')} />
            <Step drawing={<ChooseStepDrawing />} title={t('welcome.stepChoose')} />
            <Step drawing={<TicketStepDrawing />} title={t('welcome.stepTicket')} />
          </ol>
        </section>
        {screen.lanes.length > 0 && <Waiting lanes={screen.lanes} />}
      </div>
    </KioskFrame>
  );
}

function Step(props: { drawing: ReactNode; title: string }) {
  return (
    <li>
      {props.drawing}
      <p>{props.title}</p>
    </li>
  );
}

function Waiting(props: { lanes: LaneWaiting[] }) {
  const { t } = useTranslation('kiosk');
  return (
    <section>
      <h2>{t('welcome.waitingTitle')}</h2>
      <ul className="welcome-lanes">
        {props.lanes.map((lane) => (
          <li key={lane.letter}>
            <span className="lane-letter">{lane.letter}</span>
            <span className="lane-name" lang="vi">
              {lane.name}
            </span>
            <span className="lane-people digits">{lane.waiting}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
