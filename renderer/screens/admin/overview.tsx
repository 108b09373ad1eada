import type { AdminCommand } from '../../../core/contract.ts';
import type { Ask } from '../counter/use-ask.ts';
import { DevicesCard } from './devices-card.tsx';
import { LanCard } from './lan-card.tsx';
import type { OverviewScreen } from './shares.ts';
import { SatisfactionCard } from './satisfaction-card.tsx';
import { SyncCard } from './sync-card.tsx';
import { TicketsCard } from './tickets-card.tsx';

/** Satisfaction first; then today's numbers, whether the data leaves the house, and the devices. */
export function Overview(props: { screen: OverviewScreen; asking: Ask<AdminCommand>; now: number }) {
  const { screen, asking, now } = props;
  return (
    <div className="admin-room">
      <div className="admin-column">
        <SatisfactionCard day={screen.today} ratings={screen.ratings} asked={screen.asked} />
        <TicketsCard tickets={screen.tickets} slips={screen.slips} />
      </div>
      <div className="admin-column">
        <SyncCard sync={screen.sync} asking={asking} now={now} />
        <DevicesCard devices={screen} asking={asking} now={now} />
      </div>
      <LanCard lan={screen.lan} phone={screen.phone} asking={asking} now={now} />
    </div>
  );
}
