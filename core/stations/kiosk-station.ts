import { localDay } from '../clock.ts';
import type { CameraState, CommandResult, KioskCommand, KioskView } from '../contract.ts';
import { homeState, next, timeoutMs, timesMs, type KioskEffect, type KioskEvent } from '../flows/kiosk.ts';
import { done, refuse } from '../border.ts';
import type { PrintJob } from '../print/job.ts';
import { statusTokenIn } from '../phone/status-code.ts';
import { unreachable } from '../result.ts';
import { checkTyped, readCard } from './card-command.ts';
import { createCodeBrake } from './code-brake.ts';
import type { KioskDesk, StationDeps } from './deps.ts';
import { filingFacts, helpWanted, preparationSlipOf } from './filing-desk.ts';
import { centreName, openingNow } from './hall.ts';
import { issueTicket } from './issue-ticket.ts';
import { kioskScreen } from './kiosk-screen.ts';
import { sharedCard } from './shared-card.ts';
import { paperOf, printAgain, ticketByToken } from './slips-of-ticket.ts';

/** Runs the citizen flow of one kiosk: timers, effects, and the View of each state. */
export function createKioskStation(stationId: string, deps: StationDeps): KioskDesk<KioskCommand, KioskView> {
  const { clock, store, catalogue, centre, log } = deps;
  let state = homeState;
  let camera: CameraState | null = null;
  /** The slip to prepare by that was printed last. */
  let preparation: { procedure: string; job: string } | null = null;
  let cancelTimer = () => {};
  let goingHomeInSeconds: number | null = null;
  const today = () => localDay(clock.now());
  const brake = createCodeBrake(stationId, { guards: store.guards, clock });

  function dispatch(event: KioskEvent): boolean {
    const move = next(state, event);
    if (!move) return false;
    state = move.state;
    restartTimer();
    // Both are what the state says: whatever way leads home, nobody goes on waiting for a person and no portal stays open.
    deps.helpDesk.want(stationId, helpWanted(state, deps));
    deps.portals.want(stationId, state.step.at === 'portal' ? { isHidden: state.idle === 'asked' } : null);
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
        issue(effect);
        return;
      case 'slip-seen': {
        const job = store.printJobs.ofTicket(effect.ticket).at(-1);
        if (job) deps.spooler.settle(job.id, { type: 'seen' });
        showPaper(effect.ticket);
        return;
      }
      case 'reprint':
        reprint(effect.ticket);
        return;
      case 'print-preparation':
        printPreparation(effect.procedure);
        return;
      default:
        unreachable(effect);
    }
  }

  function printPreparation(code: string) {
    const procedure = catalogue.find(code);
    if (procedure === null) throw new Error(`no procedure ${code}`);
    try {
      const about = { ticket: null, station: stationId, officer: null, reason: 'first' as const };
      preparation = { procedure: code, job: deps.spooler.add(preparationSlipOf(procedure, deps), about) };
    } catch (error) {
      log.error({ error, station: stationId }, 'a slip could not be stored');
      dispatch({ type: 'preparation-paper', procedure: code, paper: { at: 'not-printed' } });
    }
  }

  function slipChanged({ id, ticket }: PrintJob) {
    if (ticket !== null) return showPaper(ticket);
    const job = preparation?.job === id ? store.printJobs.find(id) : null;
    const paper = job && paperOf([job]);
    if (preparation && paper)
      dispatch({ type: 'preparation-paper', procedure: preparation.procedure, paper });
  }

  function issue({ errand, wishes, card }: Extract<KioskEffect, { type: 'issue' }>) {
    const event = issueTicket({ errand, wishes, station: stationId }, deps);
    if (event.type === 'issued' && wishes.share && card !== null)
      deps.sharedCards.give(event.ticket.id, sharedCard(card));
    if (event.type === 'check-in-refused') brake.wrong();
    else if (event.type === 'issued' && errand.kind === 'appointment') brake.right();
    dispatch(event);
  }

  function reprint(id: string) {
    const ticket = store.tickets.find(id);
    if (!ticket) throw new Error('a ticket that is not there was to be printed');
    const again = printAgain(ticket, { station: stationId, officer: null, reason: 'not-out' }, deps);
    if (!again.ok) log.info({ station: stationId, why: again.error }, 'a slip was not printed again');
    showPaper(id);
  }

  function showPaper(ticket: string) {
    const paper = paperOf(store.printJobs.ofTicket(ticket));
    if (paper !== null) dispatch({ type: 'paper', ticket, paper });
  }

  /** The code of a slip opens its number wherever a citizen begins; everywhere else it is no card like any other text. */
  function slipText(token: string): CommandResult {
    const ticket = ticketByToken(token, deps);
    const found = ticket && { ticket: ticket.id, paper: paperOf(store.printJobs.ofTicket(ticket.id)) };
    return dispatch({ type: 'number-scanned', found })
      ? done
      : refuse('not-now', 'no code is asked for now', 'type');
  }

  function cardText(text: string, byPlace: string | null = null): CommandResult {
    const token = statusTokenIn(text) ?? (byPlace && statusTokenIn(byPlace));
    if (token) return slipText(token);
    if (state.step.at !== 'scan') return refuse('not-now', 'no card is asked for now', 'type');
    dispatch(readCard(text, byPlace, today()));
    return done;
  }

  /** Taking a number went well only when there is one. */
  function answerTo(command: KioskCommand): CommandResult {
    const { step } = state;
    if (command.type === 'take-number' && step.at === 'closed')
      return refuse('failed', `no number was given: ${step.why}`);
    return command.type === 'check-in' && step.at === 'appointment'
      ? refuse('invalid', `code: ${step.refused}`, 'code')
      : done;
  }

  function fileOnline(): CommandResult {
    const { step } = state;
    const errand = step.at === 'errand' ? step.errand : null;
    const facts = errand?.kind === 'file' ? filingFacts(errand.procedure, stationId, deps) : null;
    if (facts !== null && dispatch({ type: 'filing-begun', facts })) return done;
    return refuse('not-now', `nothing can be filed online at ${step.at}`, 'type');
  }

  deps.helpDesk.onAccepted(stationId, (who) =>
    dispatch(who === null ? { type: 'guide-released' } : { type: 'guide-coming', who }),
  );
  deps.portals.onNews(stationId, (news) => dispatch(news));

  return {
    view: () => ({
      role: 'kiosk',
      centre: centreName(centre.get()),
      language: state.language,
      goingHomeInSeconds,
      printer: deps.printerStatus().at,
      opening: openingNow(deps),
      hasDeskScanner: deps.hasDeskScanner,
      wedgeGapMs: deps.wedgeGapMs,
      screen: kioskScreen(state.step, deps, today(), brake.waitSeconds()),
    }),
    handle(command) {
      if (command.type === 'card-text') return cardText(command.text, command.byPlace);
      if (command.type === 'camera') {
        camera = command.state;
        deps.changed();
        return done;
      }
      if (command.type === 'file-online') return fileOnline();
      if (command.type === 'choose-procedure' && !catalogue.find(command.code)) {
        return refuse('invalid', 'code: no such procedure here', 'code');
      }
      const seconds = command.type === 'check-in' ? brake.waitSeconds() : 0;
      if (seconds > 0) {
        const message = `code: wait ${seconds} s before the next try`;
        return { ok: false, error: { code: 'slow-down', field: 'code', message, seconds } };
      }
      if (
        command.type === 'wish-priority' &&
        command.priority !== null &&
        !centre.get().priorityClasses.some(({ id }) => id === command.priority)
      ) {
        return refuse('invalid', 'priority: no such class here', 'priority');
      }
      const checked = checkTyped(command, state.step, today());
      if (!checked.ok) return checked;
      return dispatch(checked.value)
        ? answerTo(command)
        : refuse('not-now', `${command.type} has no meaning at ${state.step.at}`, 'type');
    },
    scanned(scan) {
      if (scan.at === 'text') cardText(scan.text);
      // Not taken for silence: the citizen holds the card there and waits.
      else dispatch({ type: 'card-refused', what: scan.at === 'not-utf8' ? 'damaged' : 'unknown' });
    },
    camera: () => camera,
    slipChanged,
    close() {
      cancelTimer();
      deps.helpDesk.forget(stationId);
      deps.portals.forget(stationId);
    },
  };
}
