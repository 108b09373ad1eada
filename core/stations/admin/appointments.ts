import { done, refuse } from '../../border.ts';
import type { AdminCommand, AdminScreen, CommandResult, OfficerName } from '../../contract.ts';
import { openingAt } from '../../queue/opening-hours.ts';
import type { StationDeps } from '../deps.ts';
import { unfit } from './centre.ts';

type Make = Extract<AdminCommand, { type: 'make-appointment' }>;

/** The appointments of a day: listed, made and cancelled. No names: whoever holds the code is the holder. */
export function createAppointmentDesk(deps: StationDeps) {
  const { store, clock, centre, catalogue } = deps;
  let made: string | null = null;

  function laneOf({ lane, procedure }: Make): string | null {
    if (procedure !== null) return catalogue.find(procedure)?.laneLetter ?? null;
    return centre.get().lanes.some(({ letter }) => letter === lane) ? lane : null;
  }

  return {
    make(command: Make): CommandResult {
      made = null;
      const { day, time, procedure } = command;
      const line = laneOf(command);
      if (line === null) {
        return procedure === null
          ? unfit('lane', { why: 'no-such-lane', name: command.lane ?? '' }, 'is not one of the lanes')
          : unfit('procedure', { why: 'no-such-procedure' }, 'is not in the catalogue');
      }
      const at = Date.parse(`${day}T${time}:00+07:00`);
      if (at <= clock.now()) return unfit('time', { why: 'in-the-past' }, 'is over');
      if (openingAt(centre.get().hours, at).at === 'closed')
        return unfit('time', { why: 'outside-hours' }, 'the centre is closed then');
      made = store.appointments.make({ day, at, line, procedure }).code;
      return done;
    },
    cancel(code: string): CommandResult {
      if (!store.appointments.cancel(code))
        return refuse('not-now', 'code: there is no such appointment, or its holder has come', 'code');
      if (made === code) made = null;
      return done;
    },
    /** The code that was just made is shown until something else is looked at. */
    lookAway: (): void => {
      made = null;
    },
    /** `day`: `null` for the present one. */
    screen(officer: OfficerName, day: string | null): AdminScreen {
      const today = store.tickets.dayAt(clock.now());
      return {
        at: 'appointments',
        officer,
        today,
        day: day ?? today,
        appointments: store.appointments.ofDay(day ?? today).map(({ code, at, line, procedure, ticket }) => ({
          code,
          at,
          lane: line,
          procedureName: procedure === null ? null : (catalogue.find(procedure)?.name ?? null),
          isUsed: ticket !== null,
        })),
        made,
        lanes: centre.get().lanes.map(({ letter, name }) => ({ letter, name })),
        procedures: catalogue.summaries,
      };
    },
  };
}
