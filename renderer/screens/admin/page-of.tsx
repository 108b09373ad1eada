import type { AdminCommand, AdminScreen } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import type { Ask } from '../counter/use-ask.ts';
import { AppointmentsPage } from './appointments/appointments-page.tsx';
import { FiguresPage } from './figures/figures-page.tsx';
import type { Draft } from './form/use-draft.ts';
import { HoursPage } from './hours/hours-page.tsx';
import { LanesPage } from './lanes/lanes-page.tsx';
import { Overview } from './overview.tsx';
import { PrintersPage } from './printers/printers-page.tsx';
import { ScannerPage } from './scanner-page.tsx';

/** The page that the core says is looked at. `draft`: on pages that edit the document of the centre. */
export function PageOf(props: {
  screen: Exclude<AdminScreen, { at: 'signed-out' }>;
  draft: Draft | null;
  asking: Ask<AdminCommand>;
  now: number;
}) {
  const { screen, draft, asking, now } = props;
  switch (screen.at) {
    case 'overview':
      return <Overview screen={screen} asking={asking} now={now} />;
    case 'figures':
      return <FiguresPage screen={screen} asking={asking} />;
    case 'lanes':
      return draft && <LanesPage document={screen.document} draft={draft} />;
    case 'hours': {
      const { today, document, state } = screen;
      return (
        draft && <HoursPage today={today} document={document} draft={draft} state={state} asking={asking} />
      );
    }
    case 'appointments':
      return <AppointmentsPage screen={screen} asking={asking} />;
    case 'printers':
      return <PrintersPage screen={screen} asking={asking} />;
    case 'scanner-test':
      return <ScannerPage screen={screen} asking={asking} />;
    default:
      return unreachable(screen);
  }
}
