import type { NumberState, Paper } from '../contract.ts';
import { isReady } from '../devices/printers.ts';
import { citizensLeft, type PrintJob, type ReprintRefusal } from '../print/job.ts';
import type { ReprintReason } from '../queue/reasons.ts';
import type { Ticket } from '../queue/ticket.ts';
import { unreachable, type Result } from '../result.ts';
import type { StationDeps } from './deps.ts';
import { counterName } from './hall.ts';
import { shownTicket } from './issue-ticket.ts';
import { queueSlip } from './queue-slip.ts';

/** What became of a ticket's slip, out of its print jobs, oldest first; `null` when there were none. */
export function paperOf(jobs: readonly PrintJob[]): Paper | null {
  const state = jobs.at(-1)?.state;
  switch (state?.at) {
    case undefined:
      return null;
    case 'waiting':
    case 'printing':
      // One that tries again, and may not succeed, still waits.
      return state.why === null ? { at: 'printing' } : { at: 'waiting', why: state.why };
    case 'printed':
      return { at: 'printed', isConfirmed: state.why !== 'unconfirmed' };
    case 'failed':
      return state.why === 'uncertain' && citizensLeft(jobs) > 0 ? { at: 'asks' } : { at: 'not-printed' };
    case 'voided':
      return { at: 'voided' };
    default:
      return unreachable(state);
  }
}

type Deps = Omit<StationDeps, 'changedHere'>;

/** Whether it makes sense to let the citizen have it printed now. */
export function canCitizenPrint(ticket: string, deps: Deps): boolean {
  return isReady(deps.printerStatus()) && citizensLeft(deps.store.printJobs.ofTicket(ticket)) > 0;
}

/** The slip of a ticket once more; made anew where its words are no longer kept. */
export function printAgain(
  ticket: Ticket,
  by: { station: string; officer: string | null; reason: ReprintReason },
  deps: StationDeps,
): Result<string, ReprintRefusal> {
  const { spooler, store, board } = deps;
  return spooler.reprint(ticket.id, by, () => {
    const token = store.tickets.statusTokenOf(ticket.id);
    return queueSlip(shownTicket(ticket, token, board.waitingMinutesOf(ticket), deps), deps);
  });
}

/** The ticket of today's queue whose slip carries this token. */
export function ticketByToken(token: string, { store, clock }: Deps): Ticket | null {
  const ticket = store.tickets.byStatusToken(token);
  return ticket?.queueDay === store.tickets.dayAt(clock.now()) ? ticket : null;
}

/** How things stand for one number. */
export function numberState(ticket: Ticket, deps: Deps): NumberState {
  const { store, centre, board } = deps;
  const config = centre.get();
  const isWaiting = ticket.state === 'waiting';
  const isAtCounter = ticket.state === 'called' || ticket.state === 'serving';
  return {
    number: ticket.label,
    laneName: config.lanes.find(({ letter }) => letter === ticket.line)?.name ?? '',
    state: ticket.state,
    peopleAhead: isWaiting ? store.tickets.aheadOf(ticket) : 0,
    waitingMinutes: isWaiting ? board.waitingMinutesOf(ticket) : null,
    counterName: isAtCounter && ticket.counter !== null ? counterName(config, ticket.counter) : null,
    issuedAt: ticket.issuedAt,
    paper: paperOf(store.printJobs.ofTicket(ticket.id)),
    canPrint: canCitizenPrint(ticket.id, deps),
  };
}
