import type { HeldCard } from '../card/held-card.ts';
import type { KioskCommand, Paper } from '../contract.ts';
import { unreachable } from '../result.ts';
import {
  adviceFor,
  type Channel,
  type FilingAnswers,
  type FilingFacts,
  type FilingQuestion,
  noAnswers,
  questionAfter,
  questionBefore,
} from './filing.ts';

/** Somebody was asked to come to the kiosk; `who` is the officer who said yes. */
export type Help = { at: 'none' } | { at: 'asked' } | { at: 'coming'; who: string };

/** What the portal beside the panel shows, as far as its page says by signs that are known. */
export type PortalPage =
  | { at: 'opening' }
  | { at: 'step'; index: number }
  /** Not a page that is known: nothing on it is pointed at. */
  | { at: 'unexpected' }
  | { at: 'failed' };
/** What the window of the portal refused last. */
export type PortalRefusal = 'address' | 'window' | 'download' | 'file' | 'permission';

export type Filing = { facts: FilingFacts; answers: FilingAnswers; help: Help };
type Held = { card: HeldCard | null; filing: Filing };
/** From "file online" to the last step of the way that was found. */
export type FilingStep =
  | (Held & { at: 'filing-question'; question: FilingQuestion })
  | (Held & { at: 'filing-result'; slip: Paper | null })
  | (Held & { at: 'journey'; channel: 'phone' | 'guide'; index: number })
  | (Held & { at: 'portal'; page: PortalPage; refused: PortalRefusal | null });

export type FilingCommand = Extract<
  KioskCommand,
  {
    type:
      | 'answer-filing'
      | 'tick-paper'
      | 'papers-ticked'
      | 'print-preparation'
      | 'take-channel'
      | 'next-step'
      | 'call-guide'
      | 'dismiss-guide';
  }
>;
export type FilingEvent =
  | FilingCommand
  | { type: 'preparation-paper'; procedure: string; paper: Paper }
  | { type: 'guide-coming'; who: string }
  | { type: 'guide-released' }
  | { type: 'portal-seen'; page: PortalPage }
  | { type: 'portal-refused'; what: PortalRefusal };

export const nobody: Help = { at: 'none' };

/** The first question about a procedure. */
export function beginFiling(card: HeldCard | null, facts: FilingFacts): FilingStep {
  return {
    at: 'filing-question',
    card,
    filing: { facts, answers: noAnswers, help: nobody },
    question: 'whose',
  };
}

/** `null`: this event has no meaning at this step. */
export function nextFilingStep(step: FilingStep, event: FilingEvent): FilingStep | null {
  const { filing } = step;
  switch (event.type) {
    case 'answer-filing': {
      const { question, answer } = event.answer;
      return step.at === 'filing-question' && step.question === question
        ? answered(step, { ...filing.answers, [question]: answer })
        : null;
    }
    case 'tick-paper':
      return step.at === 'filing-question' &&
        step.question === 'papers' &&
        event.paper < filing.facts.papers.length
        ? withAnswers(step, { ...filing.answers, papers: ticked(filing.answers.papers, event) })
        : null;
    case 'papers-ticked':
      return step.at === 'filing-question' && step.question === 'papers'
        ? answered(step, filing.answers)
        : null;
    case 'print-preparation':
      // A second tap while it prints is one slip.
      return step.at === 'filing-result' && !isUnderWay(step.slip)
        ? { ...step, slip: { at: 'printing' } }
        : null;
    case 'preparation-paper':
      return step.at === 'filing-result' && step.slip !== null && filing.facts.procedure === event.procedure
        ? { ...step, slip: event.paper }
        : null;
    case 'take-channel':
      return step.at === 'filing-result' && isOpen(filing, event.channel) ? begun(step, event.channel) : null;
    case 'next-step':
      return step.at === 'journey' && step.index + 1 < filing.facts.steps[step.channel]
        ? { ...step, index: step.index + 1 }
        : null;
    case 'call-guide':
      return filing.help.at === 'none' ? withHelp(step, { at: 'asked' }) : null;
    case 'dismiss-guide':
      return filing.help.at === 'none' ? null : withHelp(step, nobody);
    case 'guide-coming':
      return filing.help.at === 'none' ? null : withHelp(step, { at: 'coming', who: event.who });
    case 'guide-released':
      return filing.help.at === 'coming' ? withHelp(step, { at: 'asked' }) : null;
    case 'portal-seen':
      return step.at === 'portal' ? withPage(step, event.page) : null;
    case 'portal-refused':
      return step.at === 'portal' ? { ...step, refused: event.what } : null;
    default:
      return unreachable(event);
  }
}

/** The step before; `null` at the first question, behind which the procedure lies. */
export function behindFilingStep(step: FilingStep): FilingStep | null {
  const { card, filing } = step;
  const { facts, answers } = filing;
  switch (step.at) {
    case 'filing-question': {
      const before = questionBefore(step.question, facts, answers);
      return before && { at: 'filing-question', card, filing, question: before };
    }
    case 'filing-result': {
      const last = questionBefore(null, facts, answers) ?? 'whose';
      return { at: 'filing-question', card, filing, question: last };
    }
    case 'journey':
      return step.index > 0 ? { ...step, index: step.index - 1 } : resultOf(step);
    case 'portal':
      return resultOf(step);
    default:
      return unreachable(step);
  }
}

/** The page that says where the dossier goes. */
export function resultOf({ card, filing }: Held): FilingStep {
  return { at: 'filing-result', card, filing, slip: null };
}

function begun(step: FilingStep, channel: 'here' | 'phone' | 'guide'): FilingStep {
  const { card, filing } = step;
  if (channel === 'here') return { at: 'portal', card, filing, page: { at: 'opening' }, refused: null };
  const help: Help = channel === 'guide' && filing.help.at === 'none' ? { at: 'asked' } : filing.help;
  return { at: 'journey', card, filing: { ...filing, help }, channel, index: 0 };
}

function isOpen({ facts, answers }: Filing, channel: Channel): boolean {
  const advice = adviceFor(facts, answers);
  return advice.channel === channel || advice.others.includes(channel);
}

function answered(step: Extract<FilingStep, { at: 'filing-question' }>, answers: FilingAnswers): FilingStep {
  const filing = { ...step.filing, answers };
  const question = questionAfter(step.question, filing.facts, answers);
  return question === null ? resultOf({ card: step.card, filing }) : { ...step, filing, question };
}

function ticked(papers: readonly number[], { paper, on }: { paper: number; on: boolean }): number[] {
  const others = papers.filter((one) => one !== paper);
  return on ? [...others, paper] : others;
}

function withAnswers<Step extends FilingStep>(step: Step, answers: FilingAnswers): Step {
  return { ...step, filing: { ...step.filing, answers } };
}

function withHelp<Step extends FilingStep>(step: Step, help: Help): Step {
  return { ...step, filing: { ...step.filing, help } };
}

function isUnderWay(slip: Paper | null): boolean {
  return slip?.at === 'printing' || slip?.at === 'waiting';
}

/** What was refused on one page says nothing on the next. */
function withPage(step: Extract<FilingStep, { at: 'portal' }>, page: PortalPage): FilingStep {
  const isSame = page.at === 'step' && step.page.at === 'step' && page.index === step.page.index;
  return { ...step, page, refused: isSame ? step.refused : null };
}
