import { Delete } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useSay } from './staff-text.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/**
 * A numeric keypad. Its keys never take the focus: after a click on "5", Enter on the keyboard must sign in
 * and not press "5" again.
 */
export function PinPad(props: {
  isDisabled: boolean;
  onDigit: (digit: string) => void;
  onErase: () => void;
}) {
  const say = useSay();
  const key = (digit: string) => (
    <Button
      key={digit}
      className="signin-key"
      preventFocusOnPress
      excludeFromTabOrder
      isDisabled={props.isDisabled}
      aria-label={say('signIn.digit', { digit })}
      onPress={() => props.onDigit(digit)}
    >
      {digit}
    </Button>
  );
  return (
    <div className="signin-pad" role="group" aria-label={say('signIn.keypad')}>
      {digits.map(key)}
      <span />
      {key('0')}
      <Button
        className="signin-key signin-key-erase"
        preventFocusOnPress
        excludeFromTabOrder
        isDisabled={props.isDisabled}
        aria-label={say('signIn.eraseLabel')}
        onPress={props.onErase}
      >
        <Delete aria-hidden="true" />
        {say('signIn.erase')}
      </Button>
    </div>
  );
}
