import type { CounterScreen, TicketForOfficer } from '../../../core/contract.ts';
import { unreachable } from '../../../core/result.ts';
import type { Deed } from './picking.ts';
import type { FunctionKey } from './shortcut-keys.ts';

type MainLabel = `counter.${'callNext' | 'callAgain' | 'begin' | 'finish' | 'missed'}`;
type SideLabel =
  | `counter.${'transfer' | 'park' | 'addService' | 'prioritise' | 'cancel' | 'reprint'}`
  | 'papers.key';
export type SignedIn = Exclude<CounterScreen, { at: 'signed-out' }>;
/**
 * One of the four keys an officer's fingers learn: always in its place, with `deed: null` while it does nothing. `waits`:
 * the seconds until it does something.
 */
export type Slot = { key: FunctionKey; label: MainLabel; deed: Deed | null; isNext: boolean; waits: number };
/** Whole seconds until a number may be called again, or marked missed. */
export type SecondsLeft = { callAgain: number; missed: number };
/** The rarer moves, each with the letter its word begins with. */
export type SideSlot = { key: string; label: SideLabel; deed: Deed | null };

export const undoKey = 'Z';
export const breakKey = 'N';
export const listKeys = { '1': 'waiting', '2': 'missed', '3': 'parked', '4': 'slips' } as const;

/** The four keys in their fixed order. `isNext` marks the one an officer will most likely want. */
export function slotsOf(at: SignedIn['at'], onBreak: boolean, left: SecondsLeft): Slot[] {
  switch (at) {
    case 'ready':
      return [
        onBreak
          ? resting('F2', 'counter.callNext')
          : { ...resting('F2', 'counter.callNext'), deed: { move: { type: 'call-next' } }, isNext: true },
        resting('F4', 'counter.begin'),
        resting('F8', 'counter.finish'),
        resting('F9', 'counter.missed'),
      ];
    case 'called':
      return [
        afterWait('F2', 'counter.callAgain', { move: { type: 'call-again' } }, left.callAgain),
        { ...resting('F4', 'counter.begin'), deed: { move: { type: 'begin' } }, isNext: true },
        resting('F8', 'counter.finish'),
        afterWait('F9', 'counter.missed', { move: { type: 'missed' } }, left.missed),
      ];
    case 'serving':
      return [
        resting('F2', 'counter.callNext'),
        resting('F4', 'counter.begin'),
        { ...resting('F8', 'counter.finish'), deed: { move: { type: 'finish' } }, isNext: true },
        resting('F9', 'counter.missed'),
      ];
    default:
      return unreachable(at);
  }
}

/** What else can be done with the ticket in hand, in a fixed order. */
export function sideSlotsOf(screen: SignedIn): SideSlot[] {
  const isCalled = screen.at === 'called';
  const inHand = screen.at === 'ready' ? null : screen.ticket;
  const when = (condition: boolean, deed: (ticket: TicketForOfficer) => Deed): Deed | null =>
    inHand !== null && condition ? deed(inHand) : null;
  return [
    {
      key: 'C',
      label: 'counter.transfer',
      deed: when(true, ({ number }) => ({ ask: { at: 'transfer', number } })),
    },
    { key: 'G', label: 'counter.park', deed: when(true, ({ number }) => ({ ask: { at: 'park', number } })) },
    {
      key: 'T',
      label: 'counter.addService',
      deed: when(!isCalled, ({ number }) => ({ ask: { at: 'add-service', number } })),
    },
    { key: 'P', label: 'papers.key', deed: when(!isCalled, () => ({ open: 'papers' })) },
    {
      key: 'U',
      label: 'counter.prioritise',
      deed: when(isCalled, (ticket) => ({ ask: { at: 'priority', ticket } })),
    },
    {
      key: 'H',
      label: 'counter.cancel',
      deed: when(isCalled, (ticket) => ({ ask: { at: 'cancel', ticket } })),
    },
    {
      key: 'I',
      label: 'counter.reprint',
      deed: when(true, ({ id, number }) => ({
        ask: { at: 'reprint', number, what: { at: 'ticket', ticket: id } },
      })),
    },
  ];
}

function resting(key: FunctionKey, label: MainLabel): Slot {
  return { key, label, deed: null, isNext: false, waits: 0 };
}

function afterWait(key: FunctionKey, label: MainLabel, deed: Deed, waits: number): Slot {
  return { ...resting(key, label), deed: waits > 0 ? null : deed, waits };
}
