import type { RecordFact } from './facts.ts';
import type { Db } from './open.ts';
import type { SettingStore } from './settings.ts';

export type CentreSettingStore = ReturnType<typeof createCentreSettingStore>;

/** The document of the centre: the present one and the one before it. */
export function createCentreSettingStore(db: Db, record: RecordFact, settings: SettingStore) {
  return {
    /** All of it or nothing: the new document, the old one kept, and the fact that tells who changed it, not how. */
    replace: (next: unknown, officer: string, at: number): void =>
      db
        .transaction(() => {
          settings.write('centre-before', settings.read('centre'));
          settings.write('centre', next);
          record({ type: 'centre-changed', body: { officer } }, at);
        })
        .immediate(),
  };
}
