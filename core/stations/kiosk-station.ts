import { greet } from '../card/greet.ts';
import { parseCard } from '../card/parse-card.ts';
import { countersOf, laneLetterOf } from '../centre-config.ts';
import { localDay } from '../clock.ts';
import type { CameraState, CommandResult, KioskCommand, KioskScreen, KioskView, Paper } from '../contract.ts';
import type { PrintOutcome } from '../devices/printer.ts';
import {
  homeState,
  next,
  timeoutMs,
  timesMs,
  type IssuedTicket,
  type KioskEffect,
  type KioskEvent,
} from '../flows/kiosk.ts';
import { done, refuse } from '../border.ts';
import { unreachable } from '../result.ts';
import type { KioskDesk, StationDeps } from './deps.ts';
import { centreName, lanesWaiting } from './hall.ts';

/** Runs the citizen flow of one kiosk: timers, effects, and the View of each state. */
export function createKioskStation(stationId: string, deps: StationDeps): KioskDesk<KioskCommand, KioskView> {
  const { clock, store, catalogue, config, board, log } = deps;
  let state = homeState;
  let camera: CameraState | null = null;
  let cancelTimer = () => {};
  let goingHomeInSeconds: number | null = null;

  function dispatch(event: KioskEvent): boolean {
    const move = next(state, event);
    if (!move) return false;
    state = move.state;
    restartTimer();
    for (const effect of move.effects) run(effect);
    // A citizen who looks around changes nothing for anybody else.
    if (move.effects.length > 0) deps.changed();
    else deps.changedHere();
    return true;
  }

  function restartTimer() {
    cancelTimer();
    goingHomeInSeconds = state.idle === 'asked' ? timesMs.asked / 1000 : null;
    const delayMs = timeoutMs(state);
    if (delayMs === null) cancelTimer = () => {};
    else if (goingHomeInSeconds === null)
      cancelTimer = clock.after(delayMs, () => dispatch({ type: 'timeout' }));
    else cancelTimer = clock.after(1000, countDown);
  }

  function countDown() {
    if (goingHomeInSeconds === null) return;
    goingHomeInSeconds -= 1;
    if (goingHomeInSeconds <= 0) {
      dispatch({ type: 'timeout' });
      return;
    }
    cancelTimer = clock.after(1000, countDown);
    deps.changedHere();
  }

  function run(effect: KioskEffect) {
    switch (effect.type) {
      case 'issue':
        dispatch(issue(effect.code));
        return;
      case 'print':
        // After this turn: the citizen's answer goes out before the paper is thought of.
        setImmediate(() => void print(effect.ticket));
        return;
      default:
        unreachable(effect);
    }
  }

  function issue(code: string): KioskEvent {
    const procedure = catalogue.find(code);
    if (!procedure) return { type: 'issue-failed', why: 'store-failed' };
    const lane = laneLetterOf(config, procedure.field);
    const at = clock.now();
    try {
      // Asked before: afterwards it would be the time of whoever comes behind this one.
      const waitingMinutes = board.waitingMinutes(lane, false);
      const issued = store.tickets.issue({
        lane,
        kind: 'file',
        procedure: code,
        priority: null,
        station: stationId,
        at,
      });
      if (!issued.ok) return { type: 'issue-failed', why: issued.error };
      deps.sync.nudge();
      const ticket: IssuedTicket = {
        id: issued.value.id,
        number: issued.value.label,
        laneName: config.lanes.find(({ letter }) => letter === lane)?.name ?? '',
        counters: countersOf(config, lane).map(({ name }) => name),
        peopleAhead: store.tickets.aheadOf(issued.value),
        waitingMinutes,
        issuedAt: at,
        procedureName: procedure.name,
      };
      return { type: 'issued', ticket };
    } catch (error) {
      log.error({ error, station: stationId }, 'a ticket could not be stored');
      return { type: 'issue-failed', why: 'store-failed' };
    }
  }

  async function print(ticket: IssuedTicket) {
    let outcome: PrintOutcome;
    try {
      outcome = await deps.printTicket({
        centreName: config.name,
        unit: config.unit,
        number: ticket.number,
        laneName: ticket.laneName,
        procedureName: ticket.procedureName,
        counters: ticket.counters,
        peopleAhead: ticket.peopleAhead,
        waitingMinutes: ticket.waitingMinutes,
        issuedAt: ticket.issuedAt,
        statusUrl: null,
        reprint: 0,
      });
    } catch (error) {
      log.error({ error, station: stationId }, 'a slip could not be made');
      outcome = { at: 'not-started', why: 'error' };
    }
    const paper = paperOf(outcome);
    if (paper.at !== 'printing') {
      try {
        store.tickets.recordPaper(ticket.id, paper.at, clock.now());
        deps.sync.nudge();
      } catch (error) {
        log.error({ error, station: stationId }, 'what became of a slip could not be stored');
      }
    }
    dispatch({ type: 'paper', ticket: ticket.id, paper });
  }

  function cardText(text: string): CommandResult {
    if (state.step.at !== 'scan') return refuse('not-now', 'no card is asked for now', 'type');
    const reading = greet(parseCard(text, localDay(clock.now())));
    dispatch(
      'what' in reading
        ? { type: 'card-refused', what: reading.what }
        : { type: 'card-read', card: reading.card },
    );
    return done;
  }

  /** Taking a number went well only when there is one. */
  function answerTo(command: KioskCommand): CommandResult {
    const { step } = state;
    return command.type === 'take-number' && step.at === 'closed'
      ? refuse('failed', `no number was given: ${step.why}`)
      : done;
  }

  function screen(): KioskScreen {
    const { step } = state;
    switch (step.at) {
      case 'welcome':
        return { at: 'welcome', lanes: lanesWaiting(deps) };
      case 'procedures':
        return { at: 'procedures', procedures: catalogue.summaries, lanes: lanesWaiting(deps) };
      case 'procedure':
      case 'issuing': {
        const procedure = catalogue.find(step.code);
        const lane = lanesWaiting(deps).find(({ letter }) => letter === procedure?.laneLetter);
        if (!procedure || !lane) throw new Error(`no lane takes procedure ${step.code}`);
        return { at: 'procedure', procedure, lane };
      }
      case 'ticket': {
        const { id: _, ...ticket } = step.ticket;
        return { at: 'ticket', ticket, paper: step.paper };
      }
      case 'notice':
      case 'scan':
      case 'greeting':
      case 'closed':
        return step;
      default:
        return unreachable(step);
    }
  }

  return {
    view: () => ({
      role: 'kiosk',
      centre: centreName(config),
      language: state.language,
      goingHomeInSeconds,
      printer: deps.printerStatus().at,
      screen: screen(),
    }),
    handle(command) {
      if (command.type === 'card-text') return cardText(command.text);
      if (command.type === 'camera') {
        camera = command.state;
        deps.changed();
        return done;
      }
      if (command.type === 'choose-procedure' && !catalogue.find(command.code)) {
        return refuse('invalid', 'code: no such procedure here', 'code');
      }
      return dispatch(command)
        ? answerTo(command)
        : refuse('not-now', `${command.type} has no meaning at ${state.step.at}`, 'type');
    },
    scanned: (text) => {
      cardText(text);
    },
    camera: () => camera,
    close: () => cancelTimer(),
  };
}

function paperOf(outcome: PrintOutcome): Paper {
  switch (outcome.at) {
    case 'printed':
      return { at: 'printed' };
    case 'not-started':
      return { at: 'not-printed', why: outcome.why };
    case 'uncertain':
      return { at: 'uncertain' };
    default:
      return unreachable(outcome);
  }
}
