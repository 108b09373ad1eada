import type { CentreConfig, CounterConfig } from '../centre-config.ts';
import { startOfLocalDay } from '../clock.ts';
import { placeOf } from '../dossier/place.ts';
import { proposeDue } from '../dossier/propose-due.ts';
import type { CounterDesk, OfficerName, TicketBrief, TicketForOfficer } from '../contract.ts';
import { callWaits } from '../queue/call-waits.ts';
import { type Ticket, waitingListed } from '../queue/ticket.ts';
import { slipDesk } from './counter-slips.ts';
import type { StationDeps } from './deps.ts';
import { lanesWaiting } from './hall.ts';

const nextShown = 3;

/** What an officer sees of the queue behind the ticket in hand. */
export function counterDeskView(
  counter: CounterConfig,
  officer: OfficerName,
  own: { revision: number; onBreak: boolean; isBrowsing: boolean },
  deps: StationDeps,
): CounterDesk {
  const { store, clock } = deps;
  const config = deps.centre.get();
  const { revision, onBreak, isBrowsing } = own;
  const now = clock.now();
  const day = store.tickets.dayAt(now);
  const serves = ({ line, boundTo }: Ticket) =>
    boundTo === counter.id ||
    (boundTo === null && (counter.lanes.includes(line) || counter.helps.includes(line)));
  const undoable = store.moves.undoable(officer.id, now);
  const brief = (ticket: Ticket) => ticketBrief(ticket, deps);
  return {
    officer,
    revision,
    onBreak,
    lanes: lanesWaiting(deps)
      .filter(({ letter }) => counter.lanes.includes(letter) || counter.helps.includes(letter))
      .map((lane) => ({ ...lane, isOwn: counter.lanes.includes(lane.letter) })),
    otherLanes: config.lanes.map(({ letter, name }) => ({ letter, name })),
    otherCounters: config.counters
      .filter(({ id }) => id !== counter.id)
      .map(({ id, name }) => ({ id, name })),
    priorityClasses: config.priorityClasses,
    next: store.moves.nextInLine(day, nextShown, counter, config.queue, now).map(brief),
    waiting: store.tickets.firstWaiting(day, counter, waitingListed).map(brief),
    parked: store.tickets
      .inState(day, 'parked')
      .filter(({ boundTo }) => boundTo === counter.id)
      .map(brief),
    missed: store.tickets.inState(day, 'missed').filter(serves).map(brief),
    servedToday: store.visits.servedSince(counter.id, startOfLocalDay(now)),
    slips: slipDesk(deps),
    undo: undoable && { number: undoable.label, move: undoable.move },
    place: placeOf(config.unit),
    procedures: isBrowsing ? deps.catalogue.summaries : null,
    helpRequests: deps.helpDesk.open().map(({ station, procedure, ...request }) => ({
      id: request.id,
      kiosk: kioskNumber(station),
      procedureName: deps.catalogue.find(procedure)?.name ?? '',
      step: request.step,
      since: request.since,
      acceptedBy: request.acceptedBy,
    })),
  };
}

export function ticketForOfficer(
  ticket: Ticket,
  { store, clock, centre, catalogue, sharedCards }: StationDeps,
): TicketForOfficer {
  const procedures = [ticket.procedure, ...store.visits.services(ticket.id)]
    .map((code) => (code === null ? null : catalogue.find(code)))
    .filter((procedure) => procedure !== null);
  const { hours } = centre.get();
  const due = procedures.flatMap((procedure) => {
    const proposed = proposeDue(procedure, hours, clock.now());
    return proposed === null ? [] : [[procedure.code, proposed] as const];
  });
  return {
    id: ticket.id,
    number: ticket.label,
    laneName: laneName(centre.get(), ticket.line),
    kind: ticket.kind,
    priority: ticket.priority,
    procedure: ticket.procedure === null ? null : catalogue.find(ticket.procedure),
    services: store.visits
      .services(ticket.id)
      .map((code) => catalogue.find(code))
      .filter((procedure) => procedure !== null),
    issuedAt: ticket.issuedAt,
    calledAt: ticket.calledAt ?? ticket.issuedAt,
    calls: ticket.calls,
    waits: callWaits(ticket, centre.get().queue, clock.now()),
    reason: store.calls.reasonOf(ticket.id),
    sharedCard: sharedCards.of(ticket.id),
    dossiers: store.dossiers.ofTicket(ticket.id).map(({ code, procedure, acceptedAt, dueAt }) => ({
      code,
      procedureName: procedure === null ? null : (catalogue.find(procedure)?.name ?? null),
      acceptedAt,
      dueAt,
    })),
    proposedDue: Object.fromEntries(due),
  };
}

function ticketBrief(ticket: Ticket, { centre, catalogue }: StationDeps): TicketBrief {
  return {
    id: ticket.id,
    number: ticket.label,
    laneName: laneName(centre.get(), ticket.line),
    kind: ticket.kind,
    priority: ticket.priority,
    procedureName: ticket.procedure === null ? null : (catalogue.find(ticket.procedure)?.name ?? null),
    issuedAt: ticket.issuedAt,
    returns: ticket.returns,
  };
}

function laneName(config: CentreConfig, letter: string): string {
  return config.lanes.find((lane) => lane.letter === letter)?.name ?? '';
}

/** `kiosk` is the first, `kiosk-2` the second; a kiosk on the network has no number. */
function kioskNumber(station: string): number | null {
  const match = /^kiosk(?:-([2-9][0-9]?))?$/.exec(station);
  return match === null ? null : Number(match[1] ?? 1);
}
