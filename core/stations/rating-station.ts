import { done, refuse } from '../border.ts';
import { localDay } from '../clock.ts';
import type { CommandResult, RatingCommand, RatingScreen, RatingView } from '../contract.ts';
import { next, ratingTimesMs, timeoutMs, type RatingEvent, type RatingState } from '../flows/rating.ts';
import { unreachable } from '../result.ts';
import type { CounterEvent } from './counter-moves.ts';
import type { Desk, StationDeps } from './deps.ts';
import { centreName, counterName } from './hall.ts';

export type RatingDesk = Desk<RatingCommand, RatingView> & { hear(event: CounterEvent): void };

/** The screen at a counter that asks the citizen how it went. */
export function createRatingStation(counterId: string, deps: StationDeps): RatingDesk {
  const { store, clock, question } = deps;
  let cancelTimer = () => {};
  let state: RatingState = { at: 'idle' };
  ask();

  function dispatch(event: RatingEvent) {
    state = next(state, event);
    cancelTimer();
    const delayMs = timeoutMs(state);
    cancelTimer = delayMs === null ? () => {} : clock.after(delayMs, () => dispatch({ type: 'timeout' }));
    deps.changed();
  }

  /** Also after a restart: whoever was just served is still standing there. */
  function ask() {
    const visit = store.visits.unrated(counterId, clock.now() - ratingTimesMs.asking);
    if (visit) dispatch({ type: 'visit-finished', visit: visit.id });
  }

  function rate(visit: string, choiceId: string): CommandResult {
    if (state.at !== 'asking' || state.visit !== visit)
      return refuse('not-now', 'this visit is not asked about now', 'visit');
    const choice = question.choices.find(({ id }) => id === choiceId);
    if (!choice) return refuse('invalid', 'choice: not one of the choices', 'choice');
    const at = clock.now();
    const { id, value } = choice;
    const outcome = store.visits.rate({
      visit,
      question: question.id,
      choice: id,
      value,
      day: localDay(at),
      at,
    });
    if (outcome !== 'recorded') return refuse('not-now', 'this visit has its rating already', 'visit');
    // Stored durably by now: only then does the screen say thank you.
    dispatch({ type: 'rated', visit });
    deps.sync.nudge();
    return done;
  }

  function screen(): RatingScreen {
    if (state.at !== 'asking') return state;
    const { id, vi, en, choices } = question;
    const shown = choices.map((choice) => ({
      id: choice.id,
      face: choice.face,
      vi: choice.vi,
      en: choice.en,
    }));
    return { at: 'asking', visit: state.visit, question: { id, vi, en, choices: shown } };
  }

  return {
    view: () => ({
      role: 'rating',
      centre: centreName(deps.centre.get()),
      counter: { id: counterId, name: counterName(deps.centre.get(), counterId) },
      screen: screen(),
    }),
    handle: (command) => rate(command.visit, command.choice),
    hear(event) {
      switch (event.type) {
        case 'visit-finished':
          ask();
          return;
        case 'next-called':
          dispatch({ type: 'next-called' });
          return;
        default:
          unreachable(event);
      }
    },
    close: () => cancelTimer(),
  };
}
