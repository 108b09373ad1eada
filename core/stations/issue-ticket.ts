import { countersOf, laneLetterOf, laneOfKind } from '../centre-config.ts';
import type { Errand, Wishes } from '../flows/errand.ts';
import type { IssuedTicket, KioskEvent } from '../flows/kiosk.ts';
import type { Ticket } from '../queue/ticket.ts';
import type { Result } from '../result.ts';
import type { CheckInRefused } from '../store/appointments.ts';
import type { StationDeps } from './deps.ts';
import { openingNow } from './hall.ts';

type Request = { errand: Errand; wishes: Wishes; station: string; at: number };

/** Gives a number for the errand, durable when this returns; or says why there is none. */
export function issueTicket(request: Omit<Request, 'at'>, deps: StationDeps): KioskEvent {
  const at = deps.clock.now();
  if (openingNow(deps).at === 'closed') return { type: 'issue-failed', why: 'outside-hours' };
  try {
    // Asked before: afterwards it would be the time of whoever comes behind this one.
    const waitingMinutes = waitBefore(request, deps);
    const issued = store({ ...request, at }, deps);
    if (issued.ok) {
      deps.sync.nudge();
      return { type: 'issued', ticket: { ...shown(issued.value, deps), waitingMinutes } };
    }
    return issued.error === 'numbers-exhausted'
      ? { type: 'issue-failed', why: issued.error }
      : { type: 'check-in-refused', why: issued.error };
  } catch (error) {
    deps.log.error({ error, station: request.station }, 'a ticket could not be stored');
    return { type: 'issue-failed', why: 'store-failed' };
  }
}

/** `null` for an appointment too: it has its own time. */
function waitBefore({ errand, wishes }: Pick<Request, 'errand' | 'wishes'>, deps: StationDeps) {
  return errand.kind === 'appointment'
    ? null
    : deps.board.waitingMinutes(laneOf(errand, deps), wishes.priority !== null);
}

function store({ errand, wishes, station, at }: Request, deps: StationDeps): Result<Ticket, CheckInRefused> {
  const { tickets, appointments } = deps.store;
  if (errand.kind === 'appointment') return appointments.checkIn(errand.code, station, at);
  const procedure = errand.procedure ?? null;
  const lane = laneOf(errand, deps);
  return tickets.issue({ lane, kind: errand.kind, procedure, priority: wishes.priority, station, at });
}

/** The lane an errand goes to. */
export function laneOf(
  errand: Exclude<Errand, { kind: 'appointment' }>,
  { centre, catalogue }: StationDeps,
): string {
  if (errand.kind !== 'file') return laneOfKind(centre.get(), errand.kind);
  const procedure = catalogue.find(errand.procedure);
  if (procedure === null) throw new Error('a procedure that is not in the catalogue was chosen');
  return laneLetterOf(centre.get(), procedure.field);
}

function shown(
  ticket: Ticket,
  { centre, catalogue, store: stored }: StationDeps,
): Omit<IssuedTicket, 'waitingMinutes'> {
  const config = centre.get();
  return {
    id: ticket.id,
    number: ticket.label,
    laneName: config.lanes.find(({ letter }) => letter === ticket.line)?.name ?? '',
    counters: countersOf(config, ticket.line).map(({ name }) => name),
    peopleAhead: stored.tickets.aheadOf(ticket),
    issuedAt: ticket.issuedAt,
    kind: ticket.kind,
    procedureName: ticket.procedure === null ? null : (catalogue.find(ticket.procedure)?.name ?? null),
  };
}
