import { useCallback, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { KioskCommand, KioskView } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import type { Send } from '../../client.ts';
import type { Scan } from '../../scan/scan.ts';
import { useScan } from '../../scan/use-scan.ts';
import { useWedge } from '../../scan/use-wedge.ts';
import { textInstance } from '../../text/i18n.ts';
import { kioskEn } from '../../text/kiosk.en.ts';
import { kioskVi } from '../../text/kiosk.vi.ts';
import { AppointmentPage } from './appointment-page.tsx';
import type { Ask } from './ask.ts';
import { ClosedPage } from './closed-page.tsx';
import { JourneyPage } from './filing/journey-page.tsx';
import { PapersPage } from './filing/papers-page.tsx';
import { PortalPage } from './filing/portal-page.tsx';
import { QuestionPage } from './filing/question-page.tsx';
import { ResultPage } from './filing/result-page.tsx';
import { GreetingPage } from './greeting-page.tsx';
import { NoticePage } from './notice-page.tsx';
import { NumberPage } from './number-page.tsx';
import { ProcedurePage } from './procedure-page.tsx';
import { ProceduresPage } from './procedures-page.tsx';
import { CorrectPage } from './review/correct-page.tsx';
import { RepairPage } from './review/repair-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { LiveScanPage } from './scan-page.tsx';
import { ServicePage } from './service-page.tsx';
import { StillHere } from './still-here.tsx';
import { TicketPage } from './ticket-page.tsx';
import { TypeNamePage } from './typing/type-name-page.tsx';
import { TypeNumberPage } from './typing/type-number-page.tsx';
import { useSignsOfLife } from './use-signs-of-life.ts';
import { WelcomePage } from './welcome-page.tsx';
import './kiosk.css';

const texts = {
  vi: textInstance('kiosk', 'vi', kioskVi),
  en: textInstance('kiosk', 'en', kioskEn),
};

export function KioskScreen(props: { view: KioskView; send: Send<KioskCommand> }) {
  const { view, send } = props;
  // A refusal here is a double tap or a cut line; the next view, or its absence, already says so.
  const ask = useCallback<Ask>((command) => void send(command), [send]);
  const stay = useCallback(() => ask({ type: 'stay' }), [ask]);
  useWedge(view.wedgeGapMs, ({ text, byPlace }) => {
    // On every other page a code is caught and comes to nothing.
    if (takesCodes(view.screen.at))
      ask(byPlace === null ? { type: 'card-text', text } : { type: 'card-text', text, byPlace });
  });
  useSignsOfLife(view.screen.at !== 'welcome', stay);
  const scan = useScan(view.screen, send);
  useEffect(() => {
    document.documentElement.lang = view.language;
  }, [view.language]);

  return (
    <I18nextProvider i18n={texts[view.language]}>
      <Page view={view} send={send} ask={ask} scan={scan} />
      {view.goingHomeInSeconds !== null && <StillHere seconds={view.goingHomeInSeconds} ask={ask} />}
    </I18nextProvider>
  );
}

/** Where a card, or the code of a slip, may be held to a scanner. */
function takesCodes(at: KioskView['screen']['at']): boolean {
  return at === 'scan' || at === 'welcome' || at === 'number';
}

function Page(props: { view: KioskView; send: Send<KioskCommand>; ask: Ask; scan: Scan }) {
  const { view, send, ask, scan } = props;
  const { screen } = view;
  switch (screen.at) {
    case 'welcome':
      return <WelcomePage view={view} screen={screen} ask={ask} />;
    case 'notice':
      return <NoticePage view={view} screen={screen} ask={ask} />;
    case 'scan':
      return <LiveScanPage view={view} screen={screen} ask={ask} scan={scan} />;
    case 'repair':
      return <RepairPage view={view} screen={screen} ask={ask} />;
    case 'review':
      return <ReviewPage view={view} screen={screen} ask={ask} />;
    case 'correct':
      return <CorrectPage view={view} screen={screen} ask={ask} />;
    case 'type-number':
      return <TypeNumberPage view={view} screen={screen} ask={ask} />;
    case 'type-name':
      return <TypeNamePage view={view} screen={screen} ask={ask} />;
    case 'greeting':
      return <GreetingPage view={view} screen={screen} ask={ask} />;
    case 'procedures':
      return <ProceduresPage view={view} screen={screen} ask={ask} />;
    case 'procedure':
      // The key: what was open or pressed for one procedure must not carry over to the next.
      return <ProcedurePage key={screen.procedure.code} view={view} screen={screen} ask={ask} send={send} />;
    case 'filing-question':
      return <QuestionPage key={screen.question} view={view} screen={screen} ask={ask} />;
    case 'filing-papers':
      return <PapersPage view={view} screen={screen} ask={ask} />;
    case 'filing-result':
      return <ResultPage view={view} screen={screen} ask={ask} />;
    case 'journey':
      return <JourneyPage view={view} screen={screen} ask={ask} />;
    case 'portal':
      return <PortalPage view={view} screen={screen} ask={ask} />;
    case 'service':
      return <ServicePage key={screen.kind} view={view} screen={screen} ask={ask} send={send} />;
    case 'appointment':
      return <AppointmentPage view={view} screen={screen} ask={ask} send={send} />;
    case 'ticket':
      return <TicketPage view={view} screen={screen} ask={ask} />;
    case 'number':
      return <NumberPage view={view} screen={screen} ask={ask} />;
    case 'closed':
      return <ClosedPage view={view} screen={screen} ask={ask} />;
    default:
      return unreachable(screen);
  }
}
