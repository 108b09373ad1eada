import type { CounterCommand, CounterScreen } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import type { ShortcutKey } from './use-shortcuts.ts';

type Label = `counter.${'callNext' | 'callAgain' | 'begin' | 'finish' | 'missed'}`;
export type DeskCommand = Exclude<CounterCommand, { type: 'sign-in' | 'sign-out' }>;
/** One of the four keys an officer's fingers learn: always in its place, with `command: null` while it does nothing. */
export type Slot = { key: ShortcutKey; label: Label; command: DeskCommand | null; isNext: boolean };

/** The four keys in their fixed order. `isNext` marks the one an officer will most likely want; `seen` is the revision of the desk. */
export function slotsOf(at: Exclude<CounterScreen['at'], 'signed-out'>, seen: number): Slot[] {
  switch (at) {
    case 'ready':
      return [
        { key: 'F2', label: 'counter.callNext', command: { type: 'call-next', seen }, isNext: true },
        resting('F4', 'counter.begin'),
        resting('F8', 'counter.finish'),
        resting('F9', 'counter.missed'),
      ];
    case 'called':
      return [
        { key: 'F2', label: 'counter.callAgain', command: { type: 'call-again', seen }, isNext: false },
        { key: 'F4', label: 'counter.begin', command: { type: 'begin', seen }, isNext: true },
        resting('F8', 'counter.finish'),
        { key: 'F9', label: 'counter.missed', command: { type: 'missed', seen }, isNext: false },
      ];
    case 'serving':
      return [
        resting('F2', 'counter.callNext'),
        resting('F4', 'counter.begin'),
        { key: 'F8', label: 'counter.finish', command: { type: 'finish', seen }, isNext: true },
        resting('F9', 'counter.missed'),
      ];
    default:
      return unreachable(at);
  }
}

function resting(key: ShortcutKey, label: Label): Slot {
  return { key, label, command: null, isNext: false };
}
