import type { ReactNode } from 'react';
import { LogOut } from 'lucide-react';
import type { AdminCommand, CentreName, OfficerName } from '../../../core/contract.ts';
import { localTime } from '../../../core/clock.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { dayWords } from '../counter/date-words.ts';
import { useSay } from '../counter/staff-text.tsx';
import type { Ask } from '../counter/use-ask.ts';
import { PageTabs } from './page-tabs.tsx';
import type { PageAt } from './pages.tsx';

/** Around every page of a signed-in administrator: whose machine, who, when, the way out, and the other pages. */
export function AdminFrame(props: {
  centre: CentreName;
  device: string;
  screen: { at: PageAt; officer: OfficerName; today: string };
  asking: Ask<AdminCommand>;
  now: number;
  bar?: ReactNode;
  children: ReactNode;
}) {
  const say = useSay();
  const { screen, asking, bar } = props;
  return (
    <ScreenFrame
      className="admin"
      {...(bar === undefined ? {} : { bar })}
      header={
        <CentreHeader centre={props.centre}>
          <div className="admin-head">
            <span className="admin-who">
              <strong>{screen.officer.name}</strong>
              <small>{say('admin.device', { device: props.device.slice(0, 8) })}</small>
            </span>
            <time className="admin-now">
              {localTime(props.now)}
              <small>{dayWords(screen.today)}</small>
            </time>
            <ActionButton
              className="admin-sign-out"
              icon={<LogOut />}
              isDisabled={asking.pending !== null}
              onPress={() => void asking.ask({ type: 'sign-out' })}
            >
              {say('admin.signOut')}
            </ActionButton>
          </div>
        </CentreHeader>
      }
    >
      <div className="admin-body">
        <PageTabs at={screen.at} asking={asking} />
        <div className="admin-page" key={screen.at}>
          {props.children}
        </div>
      </div>
    </ScreenFrame>
  );
}
