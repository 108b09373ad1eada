import type { LaneWaiting } from '../../../core/contract.ts';
import { useSay } from '../counter/staff-text.tsx';

/** How many wait in each lane. */
export function WaitingRow(props: { lanes: LaneWaiting[] }) {
  const say = useSay();
  if (props.lanes.length === 0) return <p className="display-no-lanes">{say('display.noLanes')}</p>;
  return (
    <div className="display-waiting">
      <p className="display-waiting-title">{say('display.waiting')}</p>
      <ul className="display-lanes">
        {props.lanes.map((lane) => (
          <li key={lane.letter} className="display-lane">
            <span className="display-letter">{lane.letter}</span>
            <span className="display-lane-name">{lane.name}</span>
            <strong className="display-lane-count">{lane.waiting}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
