import { done, refuse } from '../border.ts';
import type { CommandResult, CounterCommand } from '../contract.ts';
import { callWaits, type CallWaits } from '../queue/call-waits.ts';
import type { Actor, Move, QueueRefusal } from '../queue/moves.ts';
import type { Ticket } from '../queue/ticket.ts';
import { type Result, unreachable } from '../result.ts';
import type { StationDeps } from './deps.ts';
import { counterOf } from './hall.ts';

export type CounterEvent = { type: 'visit-finished' } | { type: 'next-called' };
/** What moves a ticket, and so names the revision it was decided on. */
export type MoveCommand = Extract<CounterCommand, { seen: number }>;

/** What an officer's commands do to the queue. `tell` reaches the rating screen of the same counter. */
export function createCounterMoves(
  counterId: string,
  deps: StationDeps,
  tell: (event: CounterEvent) => void,
) {
  const { store, clock, centre, catalogue } = deps;
  const current = () => store.tickets.atCounter(store.tickets.dayAt(clock.now()), counterId);
  const counterNow = () => counterOf(centre.get(), counterId);

  function callNext(officer: string, at: number): CommandResult {
    const called = store.moves.callNext(counterNow(), officer, centre.get().queue, at);
    if (called.ok) tell({ type: 'next-called' });
    return answer(called);
  }

  function callChosen(id: string, by: Actor, move: Move, at: number): CommandResult {
    const ticket = store.tickets.find(id);
    if (ticket === null || !isOurs(ticket)) return refuse('invalid', 'ticket: not in these lanes', 'ticket');
    const called = store.moves.move(id, move, by, at);
    if (called.ok) tell({ type: 'next-called' });
    return answer(called);
  }

  /** Tickets of today that this counter may call, or had in hand. */
  function isOurs({ queueDay, line, boundTo }: Ticket): boolean {
    const counter = counterNow();
    return (
      queueDay === store.tickets.dayAt(clock.now()) &&
      (boundTo === counter.id || counter.lanes.includes(line) || counter.helps.includes(line))
    );
  }

  function moveOther(id: string, by: Actor, move: Move, at: number): CommandResult {
    const ticket = store.tickets.find(id);
    return ticket === null || !isOurs(ticket)
      ? refuse('invalid', 'ticket: not in these lanes', 'ticket')
      : answer(store.moves.move(id, move, by, at));
  }

  function moveCurrent(by: Actor, move: Move, at: number): CommandResult {
    const ticket = current();
    return ticket === null
      ? refuse('not-now', 'no ticket is at this counter', 'type')
      : answer(store.moves.move(ticket.id, move, by, at));
  }

  function afterWait(of: keyof CallWaits, by: Actor, move: Move, at: number): CommandResult {
    const ticket = current();
    const waitMs = ticket?.state === 'called' ? callWaits(ticket, centre.get().queue, at)[of] : 0;
    return waitMs > 0 ? refuseMove('too-soon', Math.ceil(waitMs / 1000)) : moveCurrent(by, move, at);
  }

  function transfer(
    command: Extract<MoveCommand, { type: 'transfer' }>,
    by: Actor,
    at: number,
  ): CommandResult {
    const { to, reason } = command;
    if (to.at === 'lane') {
      return centre.get().lanes.some(({ letter }) => letter === to.lane)
        ? moveCurrent(by, { type: 'transfer', line: to.lane, counter: null, reason }, at)
        : refuse('invalid', 'to.lane: no such lane here', 'to.lane');
    }
    const other = centre.get().counters.find(({ id }) => id === to.counter && id !== counterId);
    const line = current()?.line;
    if (other === undefined) return refuse('invalid', 'to.counter: no such counter here', 'to.counter');
    return moveCurrent(by, { type: 'transfer', line: line ?? '', counter: other.id, reason }, at);
  }

  function addService(procedure: string, by: Actor, at: number): CommandResult {
    const ticket = current();
    if (catalogue.find(procedure) === null)
      return refuse('invalid', 'procedure: no such procedure here', 'procedure');
    return ticket !== null && store.visits.addService(ticket.id, procedure, by, at)
      ? done
      : refuse('not-now', 'nobody is being served', 'type');
  }

  return {
    current,
    handle(command: MoveCommand, officer: string): CommandResult {
      const at = clock.now();
      const by: Actor = { officer, counter: counterId };
      switch (command.type) {
        case 'call-next':
          return callNext(officer, at);
        case 'call':
          return callChosen(
            command.ticket,
            by,
            { type: 'call', why: { why: 'chosen', reason: command.reason } },
            at,
          );
        case 'call-again':
          return afterWait('callAgainMs', by, { type: 'recall' }, at);
        case 'begin':
          return moveCurrent(by, { type: 'begin' }, at);
        case 'missed':
          return afterWait('missedMs', by, { type: 'miss' }, at);
        case 'finish': {
          const finished = moveCurrent(by, { type: 'finish' }, at);
          if (finished.ok) tell({ type: 'visit-finished' });
          return finished;
        }
        case 'come-back': {
          const ticket = store.tickets.find(command.ticket);
          if (ticket === null || !isOurs(ticket))
            return refuse('invalid', 'ticket: not in these lanes', 'ticket');
          return answer(store.moves.comeBack(command.ticket, centre.get().queue, by, at));
        }
        case 'park':
          return moveCurrent(by, { type: 'park', reason: command.reason }, at);
        case 'resume':
          return moveOther(command.ticket, by, { type: 'resume' }, at);
        case 'transfer':
          return transfer(command, by, at);
        case 'add-service':
          return addService(command.procedure, by, at);
        case 'prioritise': {
          const { priority } = command;
          if (priority !== null && !centre.get().priorityClasses.some(({ id }) => id === priority))
            return refuse('invalid', 'priority: no such class here', 'priority');
          return moveOther(command.ticket, by, { type: 'prioritise', priority }, at);
        }
        case 'cancel':
          return moveOther(command.ticket, by, { type: 'cancel', reason: command.reason }, at);
        case 'undo':
          return answer(store.moves.undo(officer, by, at));
        default:
          return unreachable(command);
      }
    },
  };
}

function answer(result: Result<unknown, QueueRefusal>): CommandResult {
  return result.ok ? done : refuseMove(result.error);
}

/** The queue says no; `seconds`: until it would say yes. */
export function refuseMove(why: QueueRefusal, seconds?: number): CommandResult {
  const { error } = refuse('not-now', sentences[why], 'type');
  return { ok: false, error: { ...error, why, ...(seconds === undefined ? {} : { seconds }) } };
}

const sentences: Record<QueueRefusal, string> = {
  nobody: 'nobody is waiting',
  'wrong-state': 'the ticket is past that',
  'other-counter': 'the ticket is at another counter',
  'no-counter': 'only a counter calls',
  'bound-elsewhere': 'the ticket was sent to another counter',
  'unknown-ticket': 'there is no such ticket',
  'on-break': 'nobody is called to a counter on a break',
  'too-soon': 'the number was called a moment ago',
  'counter-busy': 'finish the present ticket first',
  'too-many-returns': 'it has come back too often; a new number is needed',
  'nothing-to-undo': 'there is nothing to take back',
  'too-late': 'that was too long ago',
  'moved-since': 'the ticket has moved since',
  'rated-since': 'the visit was rated since',
  'accepted-since': 'a dossier was accepted since',
};
