import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CounterCommand, CounterScreen, CounterView, LaneWaiting } from '../../../core/contract.ts';
import { localTime } from '../../../core/clock.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { slotsOf } from './actions.ts';
import { ActionBar } from './action-bar.tsx';
import { useSay } from './staff-text.tsx';
import type { Ask } from './use-ask.ts';

type SignedIn = Exclude<CounterScreen, { at: 'signed-out' }>;

/** What stands still around the stage in every signed-in state: who works here, who waits, the four keys. */
export function Desk(props: {
  view: CounterView;
  screen: SignedIn;
  asking: Ask<CounterCommand>;
  now: number;
  children: ReactNode;
}) {
  const say = useSay();
  const { view, screen, asking, now } = props;
  const { desk } = screen;
  return (
    <ScreenFrame
      className="counter"
      header={
        <CentreHeader centre={view.centre}>
          <div className="counter-head">
            <strong className="counter-name">{view.counter.name}</strong>
            <span>{desk.officer.name}</span>
            <time className="counter-clock">{localTime(now)}</time>
            <ActionButton
              className="counter-sign-out"
              icon={<LogOut />}
              isDisabled={asking.pending !== null}
              onPress={() => void asking.ask({ type: 'sign-out' })}
            >
              {say('counter.signOut')}
            </ActionButton>
          </div>
        </CentreHeader>
      }
      bar={<ActionBar at={screen.at} slots={slotsOf(screen.at, desk.revision)} asking={asking} />}
    >
      <div className="counter-room">
        <div className={`counter-stage counter-stage-${screen.at}`}>{props.children}</div>
        <aside className="counter-aside">
          <WaitingPerLane lanes={desk.lanes} />
          <div className="counter-card">
            <h2>{say('counter.servedToday')}</h2>
            <p className="counter-figure">{say('counter.served', { count: desk.servedToday })}</p>
          </div>
        </aside>
      </div>
    </ScreenFrame>
  );
}

function WaitingPerLane(props: { lanes: LaneWaiting[] }) {
  const say = useSay();
  const total = props.lanes.reduce((sum, lane) => sum + lane.waiting, 0);
  return (
    <div className="counter-card counter-waiting">
      <h2>{say('counter.waitingTitle')}</h2>
      <p className="counter-figure">{say('counter.waitingTotal', { count: total })}</p>
      {props.lanes.length === 0 ? (
        <p>{say('counter.noLanes')}</p>
      ) : (
        <ul className="counter-lanes">
          {props.lanes.map((lane) => (
            <li key={lane.letter} className="counter-lane">
              <span className="counter-letter">{lane.letter}</span>
              <span className="counter-lane-name">{lane.name}</span>
              <strong className="counter-lane-count">{lane.waiting}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
