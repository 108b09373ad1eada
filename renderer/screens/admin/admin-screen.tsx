import type { AdminCommand, AdminView, CommandResult } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { SignIn } from '../counter/sign-in.tsx';
import { StaffText, useSay } from '../counter/staff-text.tsx';
import { useAsk } from '../counter/use-ask.ts';
import { useNow } from '../counter/use-now.ts';
import { AdminFrame } from './admin-frame.tsx';
import { Overview } from './overview.tsx';
import { ScannerPage } from './scanner-page.tsx';
import './admin.css';

type AdminProps = { view: AdminView; send: (command: AdminCommand) => Promise<CommandResult> };

/** What the administrator of one machine looks at. */
export function AdminScreen(props: AdminProps) {
  return (
    <StaffText>
      <Admin {...props} />
    </StaffText>
  );
}

function Admin({ view, send }: AdminProps) {
  const say = useSay();
  const { screen } = view;
  const asking = useAsk(send, screen.at);
  const now = useNow(10_000);

  switch (screen.at) {
    case 'signed-out':
      return (
        <ScreenFrame className="admin" header={<CentreHeader centre={view.centre} />}>
          <SignIn
            officers={screen.officers}
            place={say('admin.title')}
            isSending={asking.pending === 'sign-in'}
            refused={asking.refused}
            signIn={asking.ask}
          />
        </ScreenFrame>
      );
    case 'overview':
      return (
        <AdminFrame centre={view.centre} device={view.device} screen={screen} asking={asking} now={now}>
          <Overview screen={screen} asking={asking} now={now} />
        </AdminFrame>
      );
    case 'scanner-test':
      return (
        <AdminFrame centre={view.centre} device={view.device} screen={screen} asking={asking} now={now}>
          <ScannerPage screen={screen} asking={asking} />
        </AdminFrame>
      );
    default:
      return unreachable(screen);
  }
}
