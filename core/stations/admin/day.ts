import { done, refuse } from '../../border.ts';
import type { CommandResult, DayState } from '../../contract.ts';
import { nextOpenDay } from '../../queue/opening-hours.ts';
import type { StationDeps } from '../deps.ts';
import { endOfDaySlip } from '../day-slip.ts';
import { closeByHand, isClosedByHand, openingNow } from '../hall.ts';

/** Closing the day before its time, and opening it again. */
export function createDayDesk(deps: StationDeps) {
  const { store, clock, centre, log } = deps;
  const today = () => store.tickets.dayAt(clock.now());

  return {
    close(day: string, carry: boolean, officer: string): CommandResult {
      if (day !== today()) return refuse('not-now', 'day: is not the day that runs', 'day');
      // First no more numbers: one that came between would be lost with nobody told.
      closeByHand(deps, day);
      const to = carry ? nextOpenDay(centre.get().hours, day) : null;
      const closed = store.moves.closeDay(day, to, { officer, counter: null }, clock.now());
      log.info(closed, 'the day was closed by hand');
      const about = { ticket: null, station: 'admin', officer, reason: 'first' } as const;
      deps.spooler.add(endOfDaySlip(day, deps), about);
      deps.sync.nudge();
      return done;
    },
    reopen(day: string): CommandResult {
      if (day !== today() || !isClosedByHand(deps, day))
        return refuse('not-now', 'day: is not closed by hand', 'day');
      closeByHand(deps, null);
      return done;
    },
    state(): DayState {
      const day = today();
      const states = store.tickets.countByState(day);
      return {
        isClosedByHand: isClosedByHand(deps, day),
        opening: openingNow(deps),
        waiting: states.get('waiting') ?? 0,
        called: states.get('called') ?? 0,
        serving: states.get('serving') ?? 0,
        parked: states.get('parked') ?? 0,
        missed: states.get('missed') ?? 0,
        nextDay: nextOpenDay(centre.get().hours, day),
      };
    },
  };
}
