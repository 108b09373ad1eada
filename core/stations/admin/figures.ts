import type { AdminScreen, OfficerName } from '../../contract.ts';
import { figuresOf, type DayFact, type DayFigures } from '../../queue/figures.ts';
import type { StationDeps } from '../deps.ts';

/** The figures of the day looked at, counted again only when a fact has come. */
export function createFiguresDesk(deps: StationDeps) {
  const { store, clock, centre } = deps;
  let known: { facts: readonly DayFact[]; length: number; figures: DayFigures } | null = null;

  function figures(day: string): DayFigures {
    const facts = store.dayFacts.of(day);
    if (known?.facts !== facts || known.length !== facts.length || known.figures.day !== day)
      known = { facts, length: facts.length, figures: figuresOf(day, facts) };
    return known.figures;
  }

  return {
    /** `day`: `null` for the present one. */
    screen: (officer: OfficerName, day: string | null): AdminScreen => {
      const today = store.tickets.dayAt(clock.now());
      const { lanes, counters } = centre.get();
      return {
        at: 'figures',
        officer,
        today,
        figures: figures(day ?? today),
        laneNames: Object.fromEntries(lanes.map(({ letter, name }) => [letter, name])),
        counterNames: Object.fromEntries(counters.map(({ id, name }) => [id, name])),
      };
    },
  };
}
