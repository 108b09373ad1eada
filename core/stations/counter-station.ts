import { done, refuse } from '../border.ts';
import { localDay, startOfLocalDay } from '../clock.ts';
import type {
  CommandResult,
  CounterCommand,
  CounterScreen,
  CounterView,
  OfficerName,
  TicketForOfficer,
} from '../contract.ts';
import { unreachable } from '../result.ts';
import type { Ticket } from '../store/tickets.ts';
import type { Desk, StationDeps } from './deps.ts';
import { centreName, lanesWaiting } from './hall.ts';
import { createSignIn } from './sign-in.ts';

export type CounterEvent = { type: 'visit-finished' } | { type: 'next-called' };

/** The officer's desk at one counter. `tell` reaches the rating screen of the same counter. */
export function createCounterStation(
  counterId: string,
  deps: StationDeps,
  tell: (event: CounterEvent) => void,
): Desk<CounterCommand, CounterView> {
  const { store, clock, config, catalogue } = deps;
  const found = config.counters.find(({ id }) => id === counterId);
  if (!found) throw new Error(`no counter ${counterId} in this centre`);
  const counter = found;
  const desk = createSignIn({ officers: store.officers, clock, roles: ['officer', 'guide'] });
  const today = () => localDay(clock.now());
  const current = () => store.tickets.atCounter(today(), counter.id);

  function screen(): CounterScreen {
    const officer = desk.officer();
    if (!officer) return { at: 'signed-out', officers: desk.choices() };
    const ticket = current();
    if (!ticket) return { at: 'ready', desk: deskView(officer) };
    return {
      at: ticket.state === 'serving' ? 'serving' : 'called',
      desk: deskView(officer),
      ticket: ticketForOfficer(ticket),
    };
  }

  function deskView(officer: OfficerName) {
    return {
      officer,
      lanes: lanesWaiting(deps).filter(({ letter }) => counter.lanes.includes(letter)),
      next: store.tickets
        .inLine(today(), counter.lanes)
        .slice(0, 3)
        .map(({ label }) => label),
      servedToday: store.visits.servedSince(counter.id, startOfLocalDay(clock.now())),
    };
  }

  function ticketForOfficer(ticket: Ticket): TicketForOfficer {
    return {
      number: ticket.label,
      laneName: config.lanes.find(({ letter }) => letter === ticket.lane)?.name ?? '',
      procedure: ticket.procedure === null ? null : catalogue.find(ticket.procedure),
      issuedAt: ticket.issuedAt,
      calledAt: ticket.calledAt ?? ticket.issuedAt,
      calls: ticket.calls,
    };
  }

  async function handle(command: CounterCommand): Promise<CommandResult> {
    if (command.type === 'sign-in') return desk.signIn(command.officerId, command.pin);
    const officer = desk.officer();
    if (!officer) return refuse('not-now', 'sign in first', 'type');
    if (command.type === 'sign-out') {
      desk.signOut();
      return done;
    }
    const moved = move(command.type, officer);
    if (moved.ok) deps.sync.nudge();
    return moved;
  }

  function move(
    type: 'call-next' | 'call-again' | 'begin' | 'missed' | 'finish',
    officer: OfficerName,
  ): CommandResult {
    const at = clock.now();
    if (type === 'call-next') {
      const called = store.tickets.callNext(today(), counter.id, counter.lanes, at);
      if (!called.ok) {
        return refuse(
          'not-now',
          called.error === 'nobody' ? 'nobody is waiting' : 'finish the present ticket first',
          'type',
        );
      }
      tell({ type: 'next-called' });
      return done;
    }
    const ticket = current();
    if (!ticket) return refuse('not-now', 'no ticket is at this counter', 'type');
    switch (type) {
      case 'call-again':
        return store.tickets.callAgain(ticket.id, counter.id, at)
          ? done
          : refuse('not-now', 'it is being served already', 'type');
      case 'begin':
        return store.tickets.begin(ticket.id, counter.id, at, () =>
          store.visits.begin(ticket.id, counter.id, officer.id, at),
        )
          ? done
          : refuse('not-now', 'it is being served already', 'type');
      case 'missed':
        return store.tickets.miss(ticket.id, counter.id, at)
          ? done
          : refuse('not-now', 'it is being served already', 'type');
      case 'finish': {
        const finished = store.tickets.finish(ticket.id, counter.id, at, () =>
          store.visits.finish(ticket.id, at),
        );
        if (!finished) return refuse('not-now', 'it has not begun yet', 'type');
        tell({ type: 'visit-finished' });
        return done;
      }
      default:
        return unreachable(type);
    }
  }

  return {
    view: () => ({
      role: 'counter',
      centre: centreName(config),
      counter: { id: counter.id, name: counter.name },
      screen: screen(),
    }),
    async handle(command) {
      const result = await handle(command);
      deps.changed();
      return result;
    },
    close: () => {},
  };
}
