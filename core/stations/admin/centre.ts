import { done, refuse } from '../../border.ts';
import type { CentreConfig } from '../../centre-config.ts';
import { leftStanding } from '../../centre-in-use.ts';
import type { CentreDocument, CommandResult, FormFault } from '../../contract.ts';
import type { StationDeps } from '../deps.ts';

/** The document of the centre on an administrator's screen. What comes in has been parsed: it contradicts only the hall. */
export function createCentreDesk(deps: StationDeps) {
  const { centre, store, clock, catalogue, log } = deps;

  function change(revision: string, next: CentreConfig, officer: string): CommandResult {
    const present = centre.get();
    if (revision !== centre.revision())
      return unfit('revision', { why: 'changed-meanwhile' }, 'somebody else has changed it meanwhile');
    if (next.id !== present.id)
      return unfit('centre.id', { why: 'other-centre' }, 'is how the hub knows this centre');
    const now = clock.now();
    const today = store.tickets.dayAt(now);
    const left = leftStanding(present, next, {
      lanes: store.tickets.unfinishedByLine(today),
      counters: store.tickets.unfinishedByCounter(today),
      appointments: store.appointments.comingByLine(today),
    });
    if (left !== null)
      return unfit(`centre.${left.field}`, left.fault, 'somebody still waits for what would be gone');
    centre.replace(next, officer, now);
    log.info({ lanes: next.lanes.length, counters: next.counters.length }, 'the centre was changed');
    deps.sync.nudge();
    return done;
  }

  return {
    change,
    /** Puts back what stood there before the last change; doing it twice changes nothing. */
    restore(revision: string, officer: string): CommandResult {
      const before = centre.before();
      return before === null
        ? refuse('not-now', 'there is nothing to go back to', 'type')
        : change(revision, before, officer);
    },
    document(): CentreDocument {
      const counts = new Map<string, number>();
      for (const { field } of catalogue.procedures) counts.set(field, (counts.get(field) ?? 0) + 1);
      return {
        revision: centre.revision(),
        centre: centre.get(),
        fields: [...counts].map(([name, procedures]) => ({ name, procedures })),
        canRestore: centre.before() !== null,
      };
    },
  };
}

/** A field that does not fit, in words for engineers and as a fault for the screen. */
export function unfit(field: string, fault: FormFault, message: string): CommandResult {
  return { ok: false, error: { code: 'invalid', field, message: `${field}: ${message}`, fault } };
}
