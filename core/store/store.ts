import { createOutbox } from './outbox.ts';
import { prepareFacts } from './facts.ts';
import { createOfficerStore } from './officers.ts';
import type { Db } from './open.ts';
import { createSettingStore } from './settings.ts';
import { createTicketStore } from './tickets.ts';
import { createVisitStore } from './visits.ts';

export type Store = ReturnType<typeof createStore>;

export function createStore(db: Db) {
  const record = prepareFacts(db);
  return {
    tickets: createTicketStore(db, record),
    visits: createVisitStore(db, record),
    officers: createOfficerStore(db),
    settings: createSettingStore(db),
    outbox: createOutbox(db),
    close: () => db.close(),
  };
}
