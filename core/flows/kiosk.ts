import type { WaitingMinutes } from '../queue/waiting-minutes.ts';
import type { GreetedCard, KioskCommand, Language, NotACard, Paper } from '../contract.ts';
import { unreachable } from '../result.ts';

export type IssuedTicket = {
  id: string;
  number: string;
  laneName: string;
  counters: string[];
  peopleAhead: number;
  waitingMinutes: WaitingMinutes | null;
  issuedAt: number;
  procedureName: string;
};

/** Where a citizen is. Nothing about them exists outside this value, and the way home replaces it whole. */
export type KioskStep =
  | { at: 'welcome' }
  | { at: 'notice' }
  | { at: 'scan'; refused: NotACard | null }
  | { at: 'greeting'; card: GreetedCard }
  | { at: 'procedures' }
  | { at: 'procedure'; code: string }
  | { at: 'issuing'; code: string }
  | { at: 'ticket'; ticket: IssuedTicket; paper: Paper }
  | { at: 'closed'; why: 'numbers-exhausted' | 'store-failed' };
export type KioskState = { language: Language; idle: 'no' | 'asked'; step: KioskStep };

export type KioskEvent =
  | Exclude<KioskCommand, { type: 'card-text' | 'camera' }>
  | { type: 'card-read'; card: GreetedCard }
  | { type: 'card-refused'; what: NotACard }
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
      return step.at === 'notice' || step.at === 'scan' || step.at === 'greeting'
        ? go({ at: 'procedures' })
        : null;
    case 'card-read':
      return step.at === 'scan' ? go({ at: 'greeting', card: event.card }) : null;
    case 'card-refused':
      return step.at === 'scan' ? go({ at: 'scan', refused: event.what }) : null;
    case 'confirm-card':
      return step.at === 'greeting' ? go({ at: 'procedures' }) : null;
    case 'wrong-card':
      return step.at === 'greeting' ? go({ at: 'scan', refused: null }) : null;
    case 'choose-procedure':
      return step.at === 'procedures' ? go({ at: 'procedure', code: event.code }) : null;
    case 'take-number':
      // The second tap of a double tap finds the ticket already there: one ticket, no complaint.
      if (step.at === 'issuing' || step.at === 'ticket') return stay();
      return step.at === 'procedure'
        ? go({ at: 'issuing', code: step.code }, { type: 'issue', code: step.code })
        : null;
    case 'issued':
      return step.at === 'issuing'
        ? go(
            { at: 'ticket', ticket: event.ticket, paper: { at: 'printing' } },
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
  switch (state.step.at) {
    case 'welcome':
      // Only a language left behind by someone who walked away needs to be put back.
      return state.language === homeState.language ? null : timesMs.quiet;
    case 'ticket':
      return state.step.paper.at === 'printed' ? timesMs.ticket : timesMs.ticketTrouble;
    case 'closed':
      return timesMs.closed;
    case 'notice':
    case 'scan':
    case 'greeting':
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
  switch (step.at) {
    case 'notice':
      return { at: 'welcome' };
    case 'scan':
    case 'greeting':
    case 'procedures':
      return { at: 'notice' };
    case 'procedure':
      return { at: 'procedures' };
    case 'welcome':
    case 'issuing':
    case 'ticket':
    case 'closed':
      return null;
    default:
      return unreachable(step);
  }
}
