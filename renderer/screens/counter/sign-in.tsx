import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { TextField } from 'react-aria-components/TextField';
import type { OfficerName } from '../../../core/contract.ts';
import { PinPad } from './pin-pad.tsx';
import { afterKey, isWholePin, pinOf } from './pin.ts';
import { refusedWords } from './refused-words.ts';
import type { RefusedCommand } from './refused-words.ts';
import { useSay } from './staff-text.tsx';
import './sign-in.css';

export type SignInCommand = { type: 'sign-in'; officerId: string; pin: string };

/** Picks a name and takes a PIN; for the counter and for the administrator. `signIn` resolves to whether it let them in. */
export function SignIn(props: {
  officers: readonly OfficerName[];
  /** Where one signs in to: the counter's name, or the administration. */
  place: ReactNode;
  isSending: boolean;
  refused: RefusedCommand | null;
  signIn: (command: SignInCommand) => Promise<boolean>;
}) {
  const say = useSay();
  const only = props.officers.length === 1 ? (props.officers[0]?.id ?? null) : null;
  const [picked, setPicked] = useState<string | null>(only);
  const [pin, setPin] = useState('');
  const pinField = useRef<HTMLInputElement>(null);
  const officer = props.officers.find(({ id }) => id === picked);
  const canSend = officer !== undefined && isWholePin(pin) && !props.isSending;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (officer === undefined || !canSend) return;
    const letIn = await props.signIn({ type: 'sign-in', officerId: officer.id, pin });
    if (letIn) return;
    setPin('');
    pinField.current?.focus();
  }

  // Digits typed anywhere on the screen belong to the PIN: nobody should have to click into a field first.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.target === pinField.current || event.ctrlKey || event.altKey || event.metaKey) return;
      const changed = officer === undefined ? null : afterKey(pin, event.key);
      if (changed === null) return;
      event.preventDefault();
      setPin(changed);
      pinField.current?.focus();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [officer, pin]);

  return (
    <form className="signin" onSubmit={(event) => void submit(event)}>
      <div className="signin-names">
        <p className="signin-place">{props.place}</p>
        <h1>{say('signIn.title')}</h1>
        {props.officers.length === 0 ? (
          <p className="signin-nobody">{say('signIn.nobody')}</p>
        ) : (
          <RadioGroup className="signin-group" value={picked} onChange={setPicked}>
            <Label className="signin-step">{say('signIn.chooseName')}</Label>
            <div className="signin-list">
              {props.officers.map(({ id, name }) => (
                <RadioField key={id} value={id}>
                  <RadioButton className="signin-name">
                    <span className="signin-dot" aria-hidden="true" />
                    {name}
                  </RadioButton>
                </RadioField>
              ))}
            </div>
          </RadioGroup>
        )}
      </div>
      <div className="signin-pin">
        <p className="signin-step">{say('signIn.typePin')}</p>
        <TextField
          className="signin-field"
          // Not `password`-managed: a shared counter PC must never offer to remember an officer's PIN.
          type="password"
          autoComplete="one-time-code"
          inputMode="numeric"
          isDisabled={officer === undefined}
          isReadOnly={props.isSending}
          value={pin}
          onChange={(typed) => setPin(pinOf(typed))}
        >
          <Label>
            {officer === undefined ? say('signIn.chooseFirst') : say('signIn.pin', { name: officer.name })}
          </Label>
          <Input ref={pinField} className="signin-input" />
        </TextField>
        <Message isSending={props.isSending} refused={props.refused} />
        <PinPad
          isDisabled={officer === undefined || props.isSending}
          onDigit={(digit) => setPin(pinOf(pin + digit))}
          onErase={() => setPin(pin.slice(0, -1))}
        />
        <Button type="submit" className="action action-primary action-large" isDisabled={!canSend}>
          {say('signIn.enter')}
        </Button>
      </div>
    </form>
  );
}

function Message(props: { isSending: boolean; refused: RefusedCommand | null }) {
  const say = useSay();
  if (props.refused !== null) {
    return (
      <p className="signin-message signin-message-refused" role="alert">
        {refusedWords(say, props.refused)}
      </p>
    );
  }
  return <p className="signin-message">{say(props.isSending ? 'signIn.sending' : 'signIn.pinHint')}</p>;
}
