import {
  acceptRepair,
  correctField,
  declineRepair,
  keepField,
  openDoubts,
  type Held,
  type HeldCard,
  type ReadCard,
} from '../card/held-card.ts';
import type { Card } from '../card/reading.ts';
import type { CorrectableField, KioskCommand, NotACard } from '../contract.ts';
import { unreachable } from '../result.ts';

/** From the question for the card to the greeting: reading, doubts put right, or the number typed by hand. */
export type CardStep =
  | { at: 'scan'; refused: NotACard | null }
  | { at: 'repair'; card: ReadCard; offered: Card }
  | { at: 'review'; card: ReadCard; isNumberShown: boolean }
  | { at: 'correct'; card: ReadCard; field: CorrectableField }
  /** `name`: what is known of it already. */
  | { at: 'type-number'; number: string; name: string }
  | { at: 'type-name'; number: string; from: 'keypad' | 'bar-code'; name: string }
  | { at: 'greeting'; card: HeldCard };

type CardCommand = Extract<
  KioskCommand,
  {
    type:
      | 'accept-repair'
      | 'decline-repair'
      | 'show-number'
      | 'correct-field'
      | 'field-typed'
      | 'keep-field'
      | 'finish-review'
      | 'type-number'
      | 'number-typed'
      | 'name-typed'
      | 'wrong-card';
  }
>;
/** Numbers, names and values have been checked before they come here. */
export type CardEvent =
  | CardCommand
  | { type: 'card-read'; held: Held }
  | { type: 'card-refused'; what: NotACard };

/** `null`: this event has no meaning at this step. */
export function nextCardStep(step: CardStep, event: CardEvent): CardStep | null {
  switch (event.type) {
    case 'card-read':
      return step.at === 'scan' ? afterReading(event.held) : null;
    case 'card-refused':
      return step.at === 'scan' ? { at: 'scan', refused: event.what } : null;
    case 'accept-repair':
      return step.at === 'repair' ? { at: 'greeting', card: acceptRepair(step.offered) } : null;
    case 'decline-repair':
      return step.at === 'repair'
        ? { at: 'correct', card: declineRepair(step.card), field: 'fullName' }
        : null;
    case 'show-number':
      return step.at === 'review' ? { ...step, isNumberShown: true } : null;
    case 'correct-field':
      return step.at === 'review' ? { at: 'correct', card: step.card, field: event.field } : null;
    case 'field-typed':
      return step.at === 'correct' && step.field === event.field
        ? // Back to the whole card: the citizen sees what it says now before going on.
          { at: 'review', card: correctField(step.card, event.field, event.value), isNumberShown: false }
        : null;
    case 'keep-field': {
      const kept = step.at === 'review' ? keepField(step.card, event.field) : null;
      return kept && { at: 'review', card: kept, isNumberShown: false };
    }
    case 'finish-review':
      return step.at === 'review' ? { at: 'greeting', card: step.card } : null;
    case 'type-number':
      if (step.at === 'scan') return { at: 'type-number', number: '', name: '' };
      return step.at === 'review'
        ? { at: 'type-number', number: '', name: step.card.card.fullName ?? '' }
        : null;
    case 'number-typed':
      return step.at === 'type-number'
        ? { at: 'type-name', number: event.number, from: 'keypad', name: step.name }
        : null;
    case 'name-typed':
      return step.at === 'type-name'
        ? {
            at: 'greeting',
            card: { source: 'typed', number: step.number, numberFrom: step.from, fullName: event.name },
          }
        : null;
    case 'wrong-card':
      if (step.at === 'review') return { at: 'scan', refused: null };
      if (step.at !== 'greeting') return null;
      return step.card.source === 'typed'
        ? { at: 'type-number', number: step.card.number, name: step.card.fullName }
        : { at: 'scan', refused: null };
    default:
      return unreachable(event);
  }
}

function afterReading(held: Held): CardStep {
  if (held.at === 'number') return { at: 'type-name', number: held.number, from: 'bar-code', name: '' };
  const { card, offered } = held;
  if (offered !== null) return { at: 'repair', card, offered };
  return openDoubts(card).length > 0
    ? { at: 'review', card, isNumberShown: false }
    : { at: 'greeting', card };
}

/** The step before; `null` where nothing of the card lies between here and the notice. */
export function behindCardStep(step: CardStep): CardStep | null {
  switch (step.at) {
    case 'scan':
    case 'repair':
    case 'review':
      return null;
    case 'correct':
      return { at: 'review', card: step.card, isNumberShown: false };
    case 'type-number':
      return { at: 'scan', refused: null };
    case 'type-name':
      return step.from === 'keypad'
        ? { at: 'type-number', number: step.number, name: step.name }
        : { at: 'scan', refused: null };
    case 'greeting':
      return behindGreeting(step.card);
    default:
      return unreachable(step);
  }
}

function behindGreeting(card: HeldCard): CardStep | null {
  if (card.source === 'typed') {
    return { at: 'type-name', number: card.number, from: card.numberFrom, name: card.fullName };
  }
  return card.doubts.length + card.corrected.length > 0 ? { at: 'review', card, isNumberShown: false } : null;
}
