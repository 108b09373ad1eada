import { Check, Megaphone, Play, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CounterCommand } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import type { Slot } from './actions.ts';
import { refusedWords } from './refused-words.ts';
import { useSay } from './staff-text.tsx';
import type { Say } from './staff-text.tsx';
import type { Ask } from './use-ask.ts';
import { useShortcuts } from './use-shortcuts.ts';
import type { ShortcutKey } from './use-shortcuts.ts';

const icons: Record<ShortcutKey, ReactNode> = {
  F2: <Megaphone />,
  F4: <Play />,
  F8: <Check />,
  F9: <UserX />,
};

/** The four keys under the stage, and one line of words above them that is always there, so that nothing jumps. */
export function ActionBar(props: {
  at: 'ready' | 'called' | 'serving';
  slots: Slot[];
  asking: Ask<CounterCommand>;
}) {
  const say = useSay();
  const { slots, asking } = props;

  function press(slot: Slot | undefined) {
    if (slot !== undefined && slot.command !== null) void asking.ask(slot.command);
  }
  useShortcuts((key) => press(slots.find((slot) => slot.key === key)));

  return (
    <div className="counter-bar">
      {asking.refused === null ? (
        <p className="counter-line">
          {asking.pending === null ? hint(say, props.at) : say('counter.sending')}
        </p>
      ) : (
        <p className="counter-line counter-line-refused" role="alert">
          {refusedWords(say, asking.refused)}
        </p>
      )}
      <div className="counter-keys" role="group" aria-label={say('counter.actions')}>
        {slots.map((slot) => (
          <ActionButton
            key={slot.key}
            className="counter-key"
            tone={slot.isNext ? 'primary' : slot.key === 'F9' ? 'danger' : 'plain'}
            size="large"
            icon={icons[slot.key]}
            isDisabled={slot.command === null}
            onPress={() => press(slot)}
          >
            {say(slot.label)} <kbd className="counter-kbd">{slot.key}</kbd>
          </ActionButton>
        ))}
      </div>
    </div>
  );
}

function hint(say: Say, at: 'ready' | 'called' | 'serving'): string {
  switch (at) {
    case 'ready':
      return say('counter.readyHint');
    case 'called':
      return say('counter.missedHint');
    case 'serving':
      return say('counter.finishHint');
    default:
      return unreachable(at);
  }
}
