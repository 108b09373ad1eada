import type { HeldCard } from '../card/held-card.ts';
import type { CheckInRefusal, KioskCommand, Language, Paper, WhyClosed } from '../contract.ts';
import type { WaitingMinutes } from '../queue/waiting-minutes.ts';
import { unreachable } from '../result.ts';
import type { TicketKind } from '../queue/ticket.ts';
import { behindCardStep, nextCardStep, type CardEvent, type CardStep } from './card-steps.ts';
import { type Errand, noWishes, type Wishes } from './errand.ts';
import { adviceFor, type FilingFacts } from './filing.ts';
import {
  beginFiling,
  behindFilingStep,
  nextFilingStep,
  resultOf,
  type Filing,
  type FilingEvent,
  type FilingStep,
} from './filing-steps.ts';

export type IssuedTicket = {
  id: string;
  number: string;
  laneName: string;
  counters: string[];
  peopleAhead: number;
  waitingMinutes: WaitingMinutes | null;
  issuedAt: number;
  kind: TicketKind;
  procedureName: string | null;
  statusCode: string | null;
};
/** A number whose slip was held to a reader. */
export type FoundNumber = { ticket: string; paper: Paper | null };

/**
 * Where a citizen is, with the card in their hands (`null` without one). Nothing about them exists outside this value,
 * and the way home replaces it whole.
 */
export type KioskStep =
  | { at: 'welcome' }
  | { at: 'notice' }
  | CardStep
  | { at: 'procedures'; card: HeldCard | null }
  /** `filing`: who came from the questions about filing goes back there. */
  | { at: 'errand'; card: HeldCard | null; errand: ChosenErrand; wishes: Wishes; filing?: Filing }
  | FilingStep
  | { at: 'appointment'; card: HeldCard | null; refused: CheckInRefusal | null }
  | { at: 'issuing'; card: HeldCard | null; errand: Errand; wishes: Wishes }
  | { at: 'ticket'; card: HeldCard | null; ticket: IssuedTicket; paper: Paper }
  | { at: 'number'; found: FoundNumber | null }
  | { at: 'closed'; why: WhyClosed };
type ChosenErrand = Exclude<Errand, { kind: 'appointment' }>;
export type KioskState = { language: Language; idle: 'no' | 'asked'; step: KioskStep };

export type KioskEvent =
  | Exclude<KioskCommand, { type: 'card-text' | 'camera' | 'file-online' }>
  | CardEvent
  | FilingEvent
  | { type: 'filing-begun'; facts: FilingFacts }
  | { type: 'issued'; ticket: IssuedTicket }
  | { type: 'issue-failed'; why: WhyClosed }
  | { type: 'check-in-refused'; why: CheckInRefusal }
  | { type: 'paper'; ticket: string; paper: Paper }
  | { type: 'number-scanned'; found: FoundNumber | null }
  | { type: 'timeout' };
export type KioskEffect =
  | { type: 'issue'; errand: Errand; wishes: Wishes; card: HeldCard | null }
  | { type: 'slip-seen'; ticket: string }
  | { type: 'reprint'; ticket: string }
  | { type: 'print-preparation'; procedure: string };
export type KioskMove = { state: KioskState; effects: KioskEffect[] };

export const homeState: KioskState = { language: 'vi', idle: 'no', step: { at: 'welcome' } };
export const timesMs = {
  quiet: 60_000,
  asked: 20_000,
  ticket: 25_000,
  ticketTrouble: 90_000,
  closed: 15_000,
  /** Whoever works on the own phone, or in the portal, does not touch this page for a while. */
  journey: 180_000,
  number: 45_000,
  /** On the welcome page only a language that somebody chose and left behind is put back. */
  welcome: 20_000,
};

/** The whole citizen flow. `null`: this event has no meaning here and changes nothing. */
export function next(state: KioskState, event: KioskEvent): KioskMove | null {
  const { step } = state;
  const stay = (): KioskMove => ({ state: { ...state, idle: 'no' }, effects: [] });
  const go = (to: KioskStep, ...effects: KioskEffect[]): KioskMove => ({
    state: { language: state.language, idle: 'no', step: to },
    effects,
  });
  const chosen = (card: HeldCard | null, errand: ChosenErrand) =>
    go({ at: 'errand', card, errand, wishes: noWishes });
  const issue = (card: HeldCard | null, errand: Errand, wishes: Wishes) =>
    go({ at: 'issuing', card, errand, wishes }, { type: 'issue', errand, wishes, card });

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
      return step.at === 'procedures' ? chosen(step.card, { kind: 'file', procedure: event.code }) : null;
    case 'choose-service':
      return step.at === 'procedures' ? chosen(step.card, { kind: event.kind }) : null;
    case 'have-appointment':
      return step.at === 'procedures' ? go({ at: 'appointment', card: step.card, refused: null }) : null;
    case 'wish-priority':
      return step.at === 'errand'
        ? go({ ...step, wishes: { ...step.wishes, priority: event.priority } })
        : null;
    case 'share-card':
      return step.at === 'errand' && step.card !== null
        ? go({ ...step, wishes: { ...step.wishes, share: event.share } })
        : null;
    case 'take-number':
      // The second tap of a double tap finds the ticket already there: one ticket, no complaint.
      if (step.at === 'issuing' || step.at === 'ticket') return stay();
      return step.at === 'errand' ? issue(step.card, step.errand, step.wishes) : null;
    case 'check-in':
      if (step.at === 'issuing' || step.at === 'ticket') return stay();
      return step.at === 'appointment'
        ? issue(step.card, { kind: 'appointment', code: event.code }, noWishes)
        : null;
    case 'check-in-refused':
      return step.at === 'issuing' ? go({ at: 'appointment', card: step.card, refused: event.why }) : null;
    case 'issued':
      return step.at === 'issuing'
        ? go({ at: 'ticket', card: step.card, ticket: event.ticket, paper: { at: 'printing' } })
        : null;
    case 'issue-failed':
      return step.at === 'issuing' ? go({ at: 'closed', why: event.why }) : null;
    case 'paper': {
      const to = withPaper(step, event.ticket, event.paper);
      return to && go(to);
    }
    case 'slip-out': {
      const slip = slipOf(step);
      const to = slip?.paper?.at === 'asks' ? withPaper(step, slip.ticket, inHand) : null;
      return slip && to && go(to, { type: 'slip-seen', ticket: slip.ticket });
    }
    case 'slip-not-out':
    case 'print-slip': {
      const slip = slipOf(step);
      const isAsked = slip?.paper && answers[event.type](slip.paper);
      const to = slip && isAsked ? withPaper(step, slip.ticket, { at: 'printing' }) : null;
      return slip && to && go(to, { type: 'reprint', ticket: slip.ticket });
    }
    case 'number-scanned':
      return step.at === 'welcome' || step.at === 'scan' || step.at === 'number'
        ? go({ at: 'number', found: event.found })
        : null;
    case 'filing-begun':
      return step.at === 'errand' && step.errand.kind === 'file'
        ? go(beginFiling(step.card, event.facts))
        : null;
    case 'answer-filing':
    case 'tick-paper':
    case 'papers-ticked':
    case 'print-preparation':
    case 'preparation-paper':
    case 'take-channel':
    case 'next-step':
    case 'call-guide':
    case 'dismiss-guide':
    case 'guide-coming':
    case 'guide-released':
    case 'portal-seen':
    case 'portal-refused':
      return filingMove(state, event);
    case 'filing-number':
      return step.at === 'filing-result' || step.at === 'journey' || step.at === 'portal'
        ? go({
            at: 'errand',
            card: step.card,
            errand: errandOf(step.filing),
            wishes: noWishes,
            filing: step.filing,
          })
        : null;
    case 'back': {
      const to = behind(step);
      // Whoever comes to the welcome next is somebody else.
      if (to?.at === 'welcome') return { state: homeState, effects: [] };
      return to ? go(to) : null;
    }
    default:
      return unreachable(event);
  }
}

function filingMove(state: KioskState, event: FilingEvent): KioskMove | null {
  const { step } = state;
  const to = isFilingStep(step) ? nextFilingStep(step, event) : null;
  if (to === null) return null;
  // What comes from elsewhere is no sign that somebody stands here.
  const isFromHere = !['preparation-paper', 'guide-coming', 'guide-released', 'portal-seen'].includes(
    event.type,
  );
  return {
    state: { ...state, idle: isFromHere ? 'no' : state.idle, step: to },
    effects:
      event.type === 'print-preparation'
        ? [{ type: 'print-preparation', procedure: to.filing.facts.procedure }]
        : [],
  };
}

/** What is taken a number for after the questions: a counter for the procedure, or a person who files with the citizen. */
function errandOf({ facts, answers }: Filing): ChosenErrand {
  const { channel, others } = adviceFor(facts, answers);
  const isForCounter = channel === 'counter' || (channel !== 'guide' && others.includes('counter'));
  return isForCounter
    ? { kind: 'file', procedure: facts.procedure }
    : { kind: 'online-help', procedure: facts.procedure };
}

const inHand: Paper = { at: 'printed', isConfirmed: true };
/** When the citizen's word about the slip is one that was asked for. */
const answers = {
  'slip-not-out': (paper: Paper) => paper.at === 'asks' || (paper.at === 'printed' && !paper.isConfirmed),
  'print-slip': (paper: Paper) => paper.at === 'not-printed' || paper.at === 'voided',
};

/** The slip the screen speaks of. */
function slipOf(step: KioskStep): { ticket: string; paper: Paper | null } | null {
  if (step.at === 'ticket') return { ticket: step.ticket.id, paper: step.paper };
  return step.at === 'number' ? step.found : null;
}

/** The same page with what became of the slip; `null` when it speaks of another. */
function withPaper(step: KioskStep, ticket: string, paper: Paper): KioskStep | null {
  if (slipOf(step)?.ticket !== ticket) return null;
  if (step.at === 'ticket') return { ...step, paper };
  return step.at === 'number' ? { ...step, found: { ticket, paper } } : null;
}

/** How long a state may stand before `timeout` comes; `null` when it may stand for ever. */
export function timeoutMs(state: KioskState): number | null {
  if (state.idle === 'asked') return timesMs.asked;
  if (isCardStep(state.step)) return timesMs.quiet;
  switch (state.step.at) {
    case 'welcome':
      return state.language === homeState.language ? null : timesMs.welcome;
    case 'ticket':
      return state.step.paper.at === 'printed' && state.step.paper.isConfirmed
        ? timesMs.ticket
        : timesMs.ticketTrouble;
    case 'number':
      return timesMs.number;
    case 'closed':
      return timesMs.closed;
    case 'notice':
    case 'procedures':
    case 'errand':
    case 'appointment':
    case 'issuing':
    case 'filing-question':
    case 'filing-result':
      return timesMs.quiet;
    case 'journey':
    case 'portal':
      return timesMs.journey;
    default:
      return unreachable(state.step);
  }
}

function timedOut(state: KioskState): KioskMove {
  const { at } = state.step;
  const asksFirst = at !== 'welcome' && at !== 'ticket' && at !== 'number' && at !== 'closed';
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
    case 'errand':
      return step.filing
        ? resultOf({ card: step.card, filing: step.filing })
        : { at: 'procedures', card: step.card };
    case 'appointment':
      return { at: 'procedures', card: step.card };
    case 'filing-question':
    case 'filing-result':
    case 'journey':
    case 'portal':
      return (
        behindFilingStep(step) ?? {
          at: 'errand',
          card: step.card,
          errand: { kind: 'file', procedure: step.filing.facts.procedure },
          wishes: noWishes,
        }
      );
    case 'number':
      return { at: 'welcome' };
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
    case 'errand':
    case 'appointment':
    case 'filing-question':
    case 'filing-result':
    case 'journey':
    case 'portal':
    case 'issuing':
    case 'ticket':
    case 'number':
    case 'closed':
      return false;
    default:
      return unreachable(step);
  }
}

export function isFilingStep(step: KioskStep): step is FilingStep {
  return (
    step.at === 'filing-question' ||
    step.at === 'filing-result' ||
    step.at === 'journey' ||
    step.at === 'portal'
  );
}
