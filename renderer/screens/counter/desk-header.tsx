import { Coffee, LogOut } from 'lucide-react';
import { localTime } from '../../../core/clock.ts';
import type { CounterView } from '../../../core/contract.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { CentreHeader } from '../../parts/centre-header.tsx';
import { breakKey } from './actions.ts';
import { KeyCap } from './key-cap.tsx';
import { LostLine } from './lost-line.tsx';
import { useSay } from './staff-text.tsx';

/** Who works where, the time, and the ways to pause and to leave. */
export function DeskHeader(props: {
  view: CounterView;
  officer: string;
  now: number;
  lostAt: number | null;
  isResting: boolean;
  /** `null` while a citizen is at the counter. */
  takeBreak: (() => void) | null;
  signOut: () => void;
}) {
  const say = useSay();
  const { view, now, lostAt, isResting, takeBreak } = props;
  return (
    <div>
      {lostAt !== null && <LostLine lostAt={lostAt} now={now} />}
      <CentreHeader centre={view.centre}>
        <div className="counter-head">
          <strong className="counter-name">{view.counter.name}</strong>
          <span>{props.officer}</span>
          <time className="counter-clock">{localTime(now)}</time>
          <ActionButton
            className="counter-sign-out"
            icon={<Coffee />}
            isDisabled={takeBreak === null || isResting}
            onPress={() => takeBreak?.()}
          >
            {say('counter.takeBreak')} <KeyCap>{breakKey}</KeyCap>
          </ActionButton>
          <ActionButton
            className="counter-sign-out"
            icon={<LogOut />}
            isDisabled={isResting}
            onPress={props.signOut}
          >
            {say('counter.signOut')}
          </ActionButton>
        </div>
      </CentreHeader>
    </div>
  );
}
