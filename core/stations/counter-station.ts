import { done, refuse } from '../border.ts';
import type { CommandResult, CounterCommand, CounterScreen, CounterView } from '../contract.ts';
import { unreachable } from '../result.ts';
import { undoWithinMs } from '../store/moves.ts';
import type { Desk, StationDeps } from './deps.ts';
import { counterDeskView, ticketForOfficer } from './counter-desk-view.ts';
import { createCounterMoves, refuseMove, type CounterEvent, type MoveCommand } from './counter-moves.ts';
import { handleSlips } from './counter-slips.ts';
import { createCounterPapers } from './counter-papers.ts';
import { centreName, counterName, counterOf } from './hall.ts';
import { createSignIn } from './sign-in.ts';

/** Whether somebody is at a counter to call: waiting times count only on those. */
export type CounterDesk = Desk<CounterCommand, CounterView> & { isOpen(): boolean };

/** What brings people to a counter, or into its line; not while its officer is away. */
const callsSomebody: readonly MoveCommand['type'][] = ['call-next', 'call', 'resume'];

/** The officer's desk at one counter. `tell` reaches the rating screen of the same counter. */
export function createCounterStation(
  counterId: string,
  deps: StationDeps,
  tell: (event: CounterEvent) => void,
): CounterDesk {
  const { store, clock, centre } = deps;
  const desk = createSignIn({
    screen: `counter-${counterId}`,
    officers: store.officers,
    guards: store.guards,
    clock,
    roles: ['officer', 'guide'],
  });
  const moves = createCounterMoves(counterId, deps, tell);
  const papers = createCounterPapers(counterId, deps, moves.current);
  let onBreak = false;
  let isBrowsing = false;
  // Begins at the time, so that a revision from before a restart is never met again.
  let revision = clock.now();
  let cancelUndoEnd = () => {};

  function screen(): CounterScreen {
    const officer = desk.officer();
    if (!officer) return { at: 'signed-out', officers: desk.choices() };
    const counter = counterOf(centre.get(), counterId);
    const shown = counterDeskView(counter, officer, { revision, onBreak, isBrowsing }, deps);
    const ticket = moves.current();
    if (!ticket) return { at: 'ready', desk: shown };
    return {
      at: ticket.state === 'serving' ? 'serving' : 'called',
      desk: shown,
      ticket: ticketForOfficer(ticket, deps),
    };
  }

  async function handle(command: CounterCommand): Promise<CommandResult> {
    if (command.type === 'sign-in') return desk.signIn(command.officerId, command.pin);
    const officer = desk.officer();
    if (!officer) return refuse('not-now', 'sign in first', 'type');
    if ('seen' in command) return move(command, officer.id);
    switch (command.type) {
      case 'sign-out':
        desk.signOut();
        onBreak = false;
        isBrowsing = false;
        return done;
      case 'break':
        if (command.on && moves.current() !== null) return refuseMove('counter-busy');
        onBreak = command.on;
        return done;
      case 'reprint':
      case 'settle-slip':
        return handleSlips(command, { station: `counter-${counterId}`, officer: officer.id }, deps);
      case 'browse-procedures':
        isBrowsing = command.on;
        return done;
      case 'accept-help':
        return deps.helpDesk.accept(command.request, officer, command.on)
          ? done
          : refuse('not-now', 'request: they left, or somebody else comes', 'request');
      case 'accept-dossier':
      case 'draw-receipt':
      case 'draw-paper':
      case 'paper-issued':
      case 'find-dossier':
        return papers.handle(command, officer);
      default:
        return unreachable(command);
    }
  }

  function move(command: MoveCommand, officer: string): CommandResult {
    if (command.seen !== revision)
      return refuse('not-now', 'seen: the screen was behind; look again', 'seen');
    if (onBreak && callsSomebody.includes(command.type)) return refuseMove('on-break');
    const moved = moves.handle(command, officer);
    if (!moved.ok) return moved;
    revision += 1;
    // Taking a move back may bring somebody to the counter.
    if (moves.current() !== null) onBreak = false;
    isBrowsing = false;
    deps.sharedCards.forgetEnded();
    deps.sync.nudge();
    // What can no longer be taken back must not go on being offered.
    cancelUndoEnd();
    cancelUndoEnd = clock.after(undoWithinMs + 1, () => deps.changed());
    return moved;
  }

  return {
    view: () => ({
      role: 'counter',
      centre: centreName(centre.get()),
      counter: { id: counterId, name: counterName(centre.get(), counterId) },
      screen: screen(),
    }),
    isOpen: () => desk.officer() !== null && !onBreak,
    async handle(command) {
      const result = await handle(command);
      deps.changed();
      return result;
    },
    close: () => cancelUndoEnd(),
  };
}
