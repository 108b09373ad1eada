import type { HeldCard } from '../card/held-card.ts';
import type { KioskCommand, Language, Paper } from '../contract.ts';
import { unreachable } from '../result.ts';
import { behindCardStep, nextCardStep, type CardEvent, type CardStep } from './card-steps.ts';

export type IssuedTicket = {
  id: string;
  number: string;
  laneName: string;
  counters: string[];
  peopleAhead: number;
  issuedAt: number;
  procedureName: string;
};

/**
 * Where a citizen is, with the card in their hands (`null` without one). Nothing about them exists outside this value,
 * and the way home replaces it whole.
 */
export type KioskStep =
  | { at: 'welcome' }
  | { at: 'notice' }
  | CardStep
  | { at: 'procedures'; card: HeldCard | null }
  | { at: 'procedure'; card: HeldCard | null; code: string }
  | { at: 'issuing'; card: HeldCard | null; code: string }
  | { at: 'ticket'; card: HeldCard | null; ticket: IssuedTicket; paper: Paper }
  | { at: 'closed'; why: 'numbers-exhausted' | 'store-failed' };
export type KioskState = { language: Language; idle: 'no' | 'asked'; step: KioskStep };

export type KioskEvent =
  | Exclude<KioskCommand, { type: 'card-text' | 'camera' }>
  | CardEvent
  | { type: 'issued'; ticket: IssuedTicket }
  | { type: 'issue-failed'; why: 'numbers-exhausted' | 'store-failed' }
  | { type: 'paper'; ticket: string; paper: Paper }
  | { type: 'timeout' };
export type KioskEffect = { type: 'issue'; code: string } | { type: 'print'; ticket: IssuedTicket };
export type KioskMove = { state: KioskState; effects: KioskEffect[] };

export const homeState: KioskState = { language: 'vi', idle: 'no', step: { at: 'welcome' } };
export const timesMs = {
  quiet: 60_000,
  asked: 20_000,
  ticket: 25_000,
  ticketTrouble: 90_000,
  closed: 15_000,
};

/** The whole citizen flow. `null`: this event has no meaning here and changes nothing. */
export function next(state: KioskState, event: KioskEvent): KioskMove | null {
  const { step } = state;
  const stay = (): KioskMove => ({ state: { ...state, idle: 'no' }, effects: [] });
  const go = (to: KioskStep, ...effects: KioskEffect[]): KioskMove => ({
    state: { language: state.language, idle: 'no', step: to },
    effects,
  });

  switch (event.type) {
    case 'home':
      return { state: homeState, effects: [] };
    case 'stay':
      return stay();
    case 'choose-language':
      return { state: { ...state, idle: 'no', language: event.language }, effects: [] };
    case 'timeout':
      return timedOut(state);
    case 'start':
      return step.at === 'welcome' ? go({ at: 'notice' }) : null;
    case 'agree':
      return step.at === 'notice' ? go({ at: 'scan', refused: null }) : null;
    case 'without-card':
      return step.at === 'notice' || isCardStep(step) ? go({ at: 'procedures', card: null }) : null;
    case 'confirm-card':
      return step.at === 'greeting' ? go({ at: 'procedures', card: step.card }) : null;
    case 'card-read':
    case 'card-refused':
    case 'accept-repair':
    case 'decline-repair':
    case 'show-number':
    case 'correct-field':
    case 'field-typed':
    case 'keep-field':
    case 'finish-review':
    case 'type-number':
    case 'number-typed':
    case 'name-typed':
    case 'wrong-card': {
      const to = isCardStep(step) ? nextCardStep(step, event) : null;
      return to && go(to);
    }
    case 'choose-procedure':
      return step.at === 'procedures' ? go({ at: 'procedure', card: step.card, code: event.code }) : null;
    case 'take-number':
      // The second tap of a double tap finds the ticket already there: one ticket, no complaint.
      if (step.at === 'issuing' || step.at === 'ticket') return stay();
      return step.at === 'procedure'
        ? go({ at: 'issuing', card: step.card, code: step.code }, { type: 'issue', code: step.code })
        : null;
    case 'issued':
      return step.at === 'issuing'
        ? go(
            { at: 'ticket', card: step.card, ticket: event.ticket, paper: { at: 'printing' } },
            { type: 'print', ticket: event.ticket },
          )
        : null;
    case 'issue-failed':
      return step.at === 'issuing' ? go({ at: 'closed', why: event.why }) : null;
    case 'paper':
      return step.at === 'ticket' && step.ticket.id === event.ticket
        ? go({ ...step, paper: event.paper })
        : null;
    case 'back': {
      const to = behind(step);
      return to ? go(to) : null;
    }
    default:
      return unreachable(event);
  }
}

/** How long a state may stand before `timeout` comes; `null` when it may stand for ever. */
export function timeoutMs(state: KioskState): number | null {
  if (state.idle === 'asked') return timesMs.asked;
  if (isCardStep(state.step)) return timesMs.quiet;
  switch (state.step.at) {
    case 'welcome':
      // Only a language left behind by someone who walked away needs to be put back.
      return state.language === homeState.language ? null : timesMs.quiet;
    case 'ticket':
      return state.step.paper.at === 'printed' ? timesMs.ticket : timesMs.ticketTrouble;
    case 'closed':
      return timesMs.closed;
    case 'notice':
    case 'procedures':
    case 'procedure':
    case 'issuing':
      return timesMs.quiet;
    default:
      return unreachable(state.step);
  }
}

function timedOut(state: KioskState): KioskMove {
  const { at } = state.step;
  const asksFirst = at !== 'welcome' && at !== 'ticket' && at !== 'closed';
  return asksFirst && state.idle === 'no'
    ? { state: { ...state, idle: 'asked' }, effects: [] }
    : { state: homeState, effects: [] };
}

function behind(step: KioskStep): KioskStep | null {
  if (isCardStep(step)) return behindCardStep(step) ?? { at: 'notice' };
  switch (step.at) {
    case 'notice':
      return { at: 'welcome' };
    case 'procedures':
      return step.card === null ? { at: 'notice' } : { at: 'greeting', card: step.card };
    case 'procedure':
      return { at: 'procedures', card: step.card };
    case 'welcome':
    case 'issuing':
    case 'ticket':
    case 'closed':
      return null;
    default:
      return unreachable(step);
  }
}

function isCardStep(step: KioskStep): step is CardStep {
  switch (step.at) {
    case 'scan':
    case 'repair':
    case 'review':
    case 'correct':
    case 'type-number':
    case 'type-name':
    case 'greeting':
      return true;
    case 'welcome':
    case 'notice':
    case 'procedures':
    case 'procedure':
    case 'issuing':
    case 'ticket':
    case 'closed':
      return false;
    default:
      return unreachable(step);
  }
}
