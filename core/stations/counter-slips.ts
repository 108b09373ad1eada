import { done, refuse } from '../border.ts';
import type { CommandResult, CounterCommand, SlipDesk, SlipTrouble } from '../contract.ts';
import { isSettled, type PrintJob, type ReprintRefusal } from '../print/job.ts';
import { ticketLabel } from '../queue/number.ts';
import type { Ticket } from '../queue/ticket.ts';
import { type Result, unreachable } from '../result.ts';
import type { StationDeps } from './deps.ts';
import { printAgain } from './slips-of-ticket.ts';

export type SlipCommand = Extract<CounterCommand, { type: 'reprint' | 'settle-slip' }>;
const troublesShown = 40;

/** The slips that need somebody, and the printers that do. The same at every counter: people go to the nearest. */
export function slipDesk(deps: StationDeps): SlipDesk {
  const { store, clock } = deps;
  return {
    printers: deps.printers.all().flatMap(({ id, name }) => {
      const { at } = deps.printers.status(id);
      return at === 'ready' ? [] : [{ name, at }];
    }),
    troubles: store.printJobs
      .troubles(store.tickets.dayAt(clock.now()), troublesShown)
      .flatMap((job) => troubleOf(job, deps)),
  };
}

function troubleOf(
  { id, kind, ticket, state, createdAt, reprint }: PrintJob,
  deps: StationDeps,
): SlipTrouble[] {
  if (!isSettled(state) || state.at === 'printed') return [];
  const number = ticket === null ? null : (deps.store.tickets.find(ticket)?.label ?? null);
  return [{ id, kind, number, why: state.why, at: createdAt, reprint }];
}

/** What an officer decides about slips. Moves nobody in the queue. */
export function handleSlips(
  command: SlipCommand,
  by: { station: string; officer: string },
  deps: StationDeps,
): CommandResult {
  const { store, spooler } = deps;
  switch (command.type) {
    case 'settle-slip':
      return spooler.settle(command.job, { type: command.as })
        ? done
        : refuse('not-now', 'job: is settled already', 'job');
    case 'reprint': {
      const { what, reason } = command;
      const job = what.at === 'job' ? store.printJobs.find(what.job) : null;
      if (job !== null && (job.kind !== 'ticket' || job.ticket === null))
        return answer(spooler.reprintJob(job.id, { ...by, reason }));
      const ticket = ticketOf(what, job, deps);
      return ticket === null
        ? refuse('invalid', 'what: no such number today', 'what')
        : answer(printAgain(ticket, { ...by, reason }, deps));
    }
    default:
      return unreachable(command);
  }
}

function ticketOf(
  what: Extract<SlipCommand, { type: 'reprint' }>['what'],
  job: PrintJob | null,
  { store, clock }: StationDeps,
): Ticket | null {
  const today = store.tickets.dayAt(clock.now());
  if (what.at === 'number') {
    const label = ticketLabel(what.number.slice(0, 1), Number(what.number.slice(1)));
    return store.tickets.byLabel(today, label);
  }
  const ticket = store.tickets.find(what.at === 'ticket' ? what.ticket : (job?.ticket ?? ''));
  return ticket?.queueDay === today ? ticket : null;
}

function answer(again: Result<string, ReprintRefusal>): CommandResult {
  if (again.ok) return done;
  switch (again.error) {
    case 'under-way':
      return refuse('not-now', 'what: is being printed', 'what');
    case 'nothing-to-print':
      return refuse('failed', 'what: its words are no longer kept', 'what');
    case 'too-often':
      return refuse('not-now', 'what: was printed too often', 'what');
    default:
      return unreachable(again.error);
  }
}
