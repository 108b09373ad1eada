import { countersOf, laneLetterOf, laneOfKind } from '../centre-config.ts';
import type { Errand, Wishes } from '../flows/errand.ts';
import type { IssuedTicket, KioskEvent } from '../flows/kiosk.ts';
import { statusCode } from '../phone/status-code.ts';
import type { Ticket } from '../queue/ticket.ts';
import type { WaitingMinutes } from '../queue/waiting-minutes.ts';
import type { Result } from '../result.ts';
import type { CheckInRefused } from '../store/appointments.ts';
import type { StationDeps } from './deps.ts';
import { openingNow } from './hall.ts';
import { queueSlip } from './queue-slip.ts';

type Request = {
  errand: Errand;
  wishes: Wishes;
  station: string;
  at: number;
  also: (ticket: Ticket, token: string) => void;
};

/** Gives a number for the errand and the job of its slip, durable when this returns; or says why there is none. */
export function issueTicket(request: Omit<Request, 'at' | 'also'>, deps: StationDeps): KioskEvent {
  const at = deps.clock.now();
  const { station } = request;
  if (openingNow(deps).at === 'closed') return { type: 'issue-failed', why: 'outside-hours' };
  try {
    // Asked before: afterwards it would be the time of whoever comes behind this one.
    const waitingMinutes = waitBefore(request, deps);
    const given: IssuedTicket[] = [];
    const issued = store(
      {
        ...request,
        at,
        also(ticket, token) {
          const shown = shownTicket(ticket, token, waitingMinutes, deps);
          given.push(shown);
          deps.spooler.add(queueSlip(shown, deps), {
            ticket: ticket.id,
            station,
            officer: null,
            reason: 'first',
          });
        },
      },
      deps,
    );
    const [ticket] = given;
    if (issued.ok && ticket !== undefined) {
      deps.sync.nudge();
      return { type: 'issued', ticket };
    }
    return issued.ok || issued.error === 'numbers-exhausted'
      ? { type: 'issue-failed', why: 'numbers-exhausted' }
      : { type: 'check-in-refused', why: issued.error };
  } catch (error) {
    deps.log.error({ error, station }, 'a ticket could not be stored');
    return { type: 'issue-failed', why: 'store-failed' };
  }
}

/** `null` for an appointment too: it has its own time. */
function waitBefore({ errand, wishes }: Pick<Request, 'errand' | 'wishes'>, deps: StationDeps) {
  return errand.kind === 'appointment'
    ? null
    : deps.board.waitingMinutes(laneOf(errand, deps), wishes.priority !== null);
}

function store(
  { errand, wishes, station, at, also }: Request,
  deps: StationDeps,
): Result<Ticket, CheckInRefused> {
  const { tickets, appointments } = deps.store;
  if (errand.kind === 'appointment') return appointments.checkIn(errand.code, station, at, also);
  const procedure = errand.procedure ?? null;
  const lane = laneOf(errand, deps);
  return tickets.issue({ lane, kind: errand.kind, procedure, priority: wishes.priority, station, at, also });
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

/** A ticket as its holder sees it. */
export function shownTicket(
  ticket: Ticket,
  token: string | null,
  waitingMinutes: WaitingMinutes | null,
  deps: StationDeps,
): IssuedTicket {
  const { catalogue } = deps;
  const config = deps.centre.get();
  return {
    id: ticket.id,
    number: ticket.label,
    laneName: config.lanes.find(({ letter }) => letter === ticket.line)?.name ?? '',
    counters: countersOf(config, ticket.line).map(({ name }) => name),
    peopleAhead: deps.store.tickets.aheadOf(ticket),
    waitingMinutes,
    issuedAt: ticket.issuedAt,
    kind: ticket.kind,
    procedureName: ticket.procedure === null ? null : (catalogue.find(ticket.procedure)?.name ?? null),
    statusCode: token === null ? null : statusCode(token, deps.statusAddress()),
  };
}
