import { LogOut } from 'lucide-react';
import type { AdminCommand, CentreName } from '../../../core/contract.ts';
import { localTime } from '../../../core/clock.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { dayWords } from '../counter/date-words.ts';
import { useSay } from '../counter/staff-text.tsx';
import type { Ask } from '../counter/use-ask.ts';
import { DevicesCard } from './devices-card.tsx';
import type { OverviewScreen } from './figures.ts';
import { LanCard } from './lan-card.tsx';
import { SatisfactionCard } from './satisfaction-card.tsx';
import { SyncCard } from './sync-card.tsx';
import { TicketsCard } from './tickets-card.tsx';

/** Satisfaction first; then today's numbers, whether the data leaves the house, and the devices. */
export function Overview(props: {
  centre: CentreName;
  device: string;
  screen: OverviewScreen;
  asking: Ask<AdminCommand>;
  now: number;
}) {
  const say = useSay();
  const { screen, asking, now } = props;
  return (
    <ScreenFrame
      className="admin"
      header={
        <CentreHeader centre={props.centre}>
          <div className="admin-head">
            <span className="admin-who">
              <strong>{screen.officer.name}</strong>
              <small>{say('admin.device', { device: props.device.slice(0, 8) })}</small>
            </span>
            <time className="admin-now">
              {localTime(now)}
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
      <div className="admin-room">
        <div className="admin-column">
          <SatisfactionCard ratings={screen.ratings} asked={screen.asked} />
          <TicketsCard tickets={screen.tickets} />
        </div>
        <div className="admin-column">
          <SyncCard sync={screen.sync} asking={asking} now={now} />
          <DevicesCard printer={screen.printer} camera={screen.camera} stations={screen.stations} />
        </div>
        <LanCard lan={screen.lan} asking={asking} now={now} />
      </div>
    </ScreenFrame>
  );
}
