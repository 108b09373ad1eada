import type { PrinterStatus } from '../contract.ts';
import type { PrintOutcome } from '../devices/printer.ts';
import type { ReprintReason } from '../queue/reasons.ts';
import { unreachable } from '../result.ts';
import type { SlipKind } from '../slips/slip.ts';

/** Why paper was asked for: the first time, or once more. */
export type PrintReason = 'first' | ReprintReason;

/**
 * `printing` stands in the store before the first byte goes out, so that a crash leaves a doubt and never a second slip.
 * `why` of the first two: what the last printer that could not begin had.
 */
export type JobState =
  | { at: 'waiting'; why: PrinterStatus['at'] | null }
  | { at: 'printing'; printer: string; why: PrinterStatus['at'] | null }
  /** `unconfirmed`: by a printer that answers nothing; `seen`: a person has it in the hand. */
  | { at: 'printed'; why: 'unconfirmed' | 'seen' | null }
  /** `uncertain`: some or all of it may be out; `undrawable`: surely nothing is. */
  | { at: 'failed'; why: 'uncertain' | 'undrawable' }
  | { at: 'voided'; why: 'too-old' | 'by-hand' };
export type SettledState = Exclude<JobState, { at: 'waiting' | 'printing' }>;

export type PrintJob = {
  id: string;
  /** The first job with the same words: itself, unless this is a reprint. */
  origin: string;
  kind: SlipKind;
  ticket: string | null;
  /** The day it counts for, `yyyy-mm-dd`. */
  day: string;
  station: string;
  /** How many times the same words were, or may have been, on paper before; 0 for the first. */
  reprint: number;
  /** Who asked for it; `null`: the citizen. */
  officer: string | null;
  reason: PrintReason;
  state: JobState;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** What was not begun by then is never printed. */
  expiresAt: number;
};

export type JobEvent =
  | { type: 'start'; printer: string }
  | { type: 'outcome'; outcome: PrintOutcome }
  | { type: 'undrawable' }
  | { type: 'life-over' }
  /** The core is up again: whatever was at a printer then, nobody heard how it ended. */
  | { type: 'restarted' }
  /** A person holds the slip in the hand. */
  | { type: 'seen' }
  /** A person decides that no paper is needed. */
  | { type: 'put-aside' };

/** What an event makes of a job. `null`: nothing. A job that is settled never goes to a printer again. */
export function nextState(state: JobState, event: JobEvent): JobState | null {
  switch (event.type) {
    case 'start':
      return state.at === 'waiting' ? { at: 'printing', printer: event.printer, why: state.why } : null;
    case 'outcome':
      return state.at === 'printing' ? afterOutcome(event.outcome) : null;
    case 'undrawable':
      return state.at === 'waiting' ? { at: 'failed', why: 'undrawable' } : null;
    case 'life-over':
      return state.at === 'waiting' ? { at: 'voided', why: 'too-old' } : null;
    case 'restarted':
      return state.at === 'printing' ? { at: 'failed', why: 'uncertain' } : null;
    case 'seen':
      return state.at === 'failed' && state.why === 'uncertain' ? { at: 'printed', why: 'seen' } : null;
    case 'put-aside':
      return state.at === 'waiting' || state.at === 'failed' ? { at: 'voided', why: 'by-hand' } : null;
    default:
      return unreachable(event);
  }
}

function afterOutcome(outcome: PrintOutcome): JobState {
  switch (outcome.at) {
    case 'printed':
      return { at: 'printed', why: outcome.confirmed === false ? 'unconfirmed' : null };
    case 'not-started':
      return { at: 'waiting', why: outcome.why };
    case 'uncertain':
      return { at: 'failed', why: 'uncertain' };
    default:
      return unreachable(outcome);
  }
}

export function isSettled(state: JobState): state is SettledState {
  return state.at !== 'waiting' && state.at !== 'printing';
}

/** Whether paper with these words may exist: the next one then says that it is another. */
export function mayBeOut(state: JobState): boolean {
  return state.at === 'printed' || (state.at === 'failed' && state.why === 'uncertain');
}

/** How often a citizen may have the same number printed again without an officer. */
export const mostByCitizen = 2;
export type ReprintRefusal = 'nothing-to-print' | 'under-way' | 'too-often';

/** Whether the words of these jobs, oldest first, may be printed once more, and as the how-manieth. */
export function reprintNumber(
  earlier: readonly PrintJob[],
  officer: string | null,
): { at: 'allowed'; reprint: number } | { at: 'refused'; why: ReprintRefusal } {
  const last = earlier.at(-1);
  if (last !== undefined && !isSettled(last.state)) return { at: 'refused', why: 'under-way' };
  // What an officer hands out a citizen does not print at will.
  if (officer === null && (last === undefined || last.kind !== 'ticket'))
    return { at: 'refused', why: 'nothing-to-print' };
  if (officer === null && citizensLeft(earlier) === 0) return { at: 'refused', why: 'too-often' };
  return { at: 'allowed', reprint: earlier.filter(({ state }) => mayBeOut(state)).length };
}

/** How often a citizen may still print again. */
export function citizensLeft(earlier: readonly PrintJob[]): number {
  const asked = earlier.filter(({ officer, reason }) => officer === null && reason !== 'first').length;
  return Math.max(0, mostByCitizen - asked);
}
