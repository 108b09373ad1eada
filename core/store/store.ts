import { createOutbox } from './outbox.ts';
import { createAppointmentStore } from './appointments.ts';
import { createCallStore } from './calls.ts';
import { createCallTimes } from './call-times.ts';
import { createCentreSettingStore } from './centre-setting.ts';
import { createDayFacts } from './day-facts.ts';
import { createDossierStore } from './dossiers.ts';
import { prepareFacts } from './facts.ts';
import { createMoveStore } from './moves.ts';
import { createOfficerStore } from './officers.ts';
import type { Db } from './open.ts';
import { createPrintJobStore } from './print-jobs.ts';
import { createSettingStore } from './settings.ts';
import { createSharedCardMarks } from './shared-card-marks.ts';
import { createSignInGuardStore } from './sign-in-guards.ts';
import { createTicketStore } from './tickets.ts';
import { createVisitStore } from './visits.ts';

export type Store = ReturnType<typeof createStore>;

export function createStore(db: Db) {
  const record = prepareFacts(db);
  const tickets = createTicketStore(db, record);
  const visits = createVisitStore(db, record);
  const calls = createCallStore(db);
  const settings = createSettingStore(db);
  return {
    tickets,
    visits,
    calls,
    appointments: createAppointmentStore(db, tickets),
    printJobs: createPrintJobStore(db, record),
    callTimes: createCallTimes(db),
    moves: createMoveStore(db, record, { tickets, visits, calls }),
    officers: createOfficerStore(db),
    guards: createSignInGuardStore(db),
    sharedCardMarks: createSharedCardMarks(db),
    settings,
    centreSetting: createCentreSettingStore(db, record, settings),
    dayFacts: createDayFacts(db),
    dossiers: createDossierStore(db, record, visits),
    outbox: createOutbox(db),
    close: () => db.close(),
  };
}
