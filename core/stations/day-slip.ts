import { enoughMeasured } from '../queue/spread.ts';
import { figuresOf } from '../queue/figures.ts';
import type { EndOfDaySlip } from '../slips/end-of-day-slip.ts';
import type { StationDeps } from './deps.ts';

/** What became of the numbers and slips of a day, lane by lane. Nothing about anybody. */
export function endOfDaySlip(day: string, { store, centre, clock }: StationDeps): EndOfDaySlip {
  const { name, unit, lanes } = centre.get();
  const figures = figuresOf(day, store.dayFacts.of(day));
  const slips = store.printJobs.countByState(day);
  return {
    kind: 'end-of-day',
    centreName: name,
    unit,
    day,
    lanes: lanes.map((lane) => {
      const counted = figures.lanes.find(({ key }) => key === lane.letter);
      const wait = counted?.wait;
      return {
        letter: lane.letter,
        name: lane.name,
        issued: counted?.issued ?? 0,
        served: counted?.served ?? 0,
        missed: counted?.missed ?? 0,
        cancelled: counted?.cancelled ?? 0,
        expired: counted?.expired ?? 0,
        medianWaitMinutes:
          wait === undefined || wait.median === null || wait.n < enoughMeasured
            ? null
            : Math.round(wait.median / 60_000),
      };
    }),
    slips: {
      printed: slips.get('printed') ?? 0,
      failed: slips.get('failed') ?? 0,
      voided: slips.get('voided') ?? 0,
    },
    printedAt: clock.now(),
  };
}
