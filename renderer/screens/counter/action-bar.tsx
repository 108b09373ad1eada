import { Check, CornerUpLeft, Megaphone, Play, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CounterDesk } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { type SideSlot, type SignedIn, type Slot, breakKey, undoKey } from './actions.ts';
import { KeyCap } from './key-cap.tsx';
import type { Deed } from './picking.ts';
import type { FunctionKey } from './shortcut-keys.ts';
import { useSay } from './staff-text.tsx';
import type { Say } from './staff-text.tsx';

const icons: Record<FunctionKey, ReactNode> = {
  F2: <Megaphone />,
  F4: <Play />,
  F8: <Check />,
  F9: <UserX />,
};

/** The keys under the stage, and a line of words above them that is always there, so that nothing jumps. */
export function ActionBar(props: {
  at: SignedIn['at'];
  isOnBreak: boolean;
  slots: Slot[];
  sideSlots: SideSlot[];
  undo: CounterDesk['undo'];
  /** What the last key met, in words. */
  refused: string | null;
  /** The last key takes longer than a person notices. */
  isSlow: boolean;
  /** Nothing can be done: the connection is lost. */
  isResting: boolean;
  press: (deed: Deed) => void;
}) {
  const say = useSay();
  const { isResting, press } = props;
  return (
    <div className="counter-bar">
      <div className="counter-lines">
        {props.refused === null ? (
          <p className="counter-line">{lineWords(say, props)}</p>
        ) : (
          <p className="counter-line counter-line-refused" role="alert">
            {props.refused}
          </p>
        )}
        {props.undo !== null && (
          <p className="counter-undo">
            <span>
              {say('counter.justDone', {
                move: say(`counter.move.${props.undo.move}`),
                number: props.undo.number,
              })}
            </span>
            <Button
              className="counter-small-key"
              isDisabled={isResting}
              onPress={() => press({ move: { type: 'undo' } })}
            >
              <CornerUpLeft aria-hidden="true" />
              {say('counter.undo')} <KeyCap>{undoKey}</KeyCap>
            </Button>
          </p>
        )}
      </div>
      <div className="counter-keys" role="group" aria-label={say('counter.actions')}>
        {props.slots.map(({ key, label, deed, isNext, waits }) => (
          <ActionButton
            key={key}
            className="counter-key"
            tone={isNext ? 'primary' : key === 'F9' ? 'danger' : 'plain'}
            size="large"
            icon={icons[key]}
            isDisabled={deed === null || isResting}
            onPress={() => deed !== null && press(deed)}
          >
            {say(label)} <KeyCap>{key}</KeyCap>
            {waits > 0 && (
              <small className="counter-key-wait">
                {say(key === 'F2' ? 'counter.callAgainIn' : 'counter.missedIn', { seconds: waits })}
              </small>
            )}
          </ActionButton>
        ))}
      </div>
      <div className="counter-side-keys" role="group" aria-label={say('counter.moreActions')}>
        {props.sideSlots.map(({ key, label, deed }) => (
          <Button
            key={key}
            className="counter-small-key"
            isDisabled={deed === null || isResting}
            onPress={() => deed !== null && press(deed)}
          >
            {say(label)} <KeyCap>{key}</KeyCap>
          </Button>
        ))}
      </div>
    </div>
  );
}

function lineWords(
  say: Say,
  {
    at,
    isOnBreak,
    isSlow,
    isResting,
  }: Record<'isOnBreak' | 'isSlow' | 'isResting', boolean> & Pick<SignedIn, 'at'>,
): string {
  // No key works then, so none is named.
  if (isResting) return '';
  if (isSlow) return say('counter.sending');
  switch (at) {
    case 'ready':
      return isOnBreak ? say('counter.onBreakLine', { key: breakKey }) : say('counter.readyHint');
    case 'called':
      return say('counter.missedHint');
    case 'serving':
      return say('counter.finishHint');
    default:
      return unreachable(at);
  }
}
