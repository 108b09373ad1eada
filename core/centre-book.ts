import { createHash } from 'node:crypto';
import { centreConfig, type CentreConfig } from './centre-config.ts';
import { err, ok, type Result } from './result.ts';
import type { Store } from './store/store.ts';

/** How the centre is laid out at this moment. An administrator may change it while the hall is full. */
export type CentreBook = {
  get(): CentreConfig;
  /** Names the content of the document: whoever edits it says which one they had before them. */
  revision(): string;
  /** What stood there before the last change; `null` when there was none, or this version cannot read it. */
  before(): CentreConfig | null;
  /** Stores the new document with the fact of it, keeps the old one, and then tells everybody. */
  replace(next: CentreConfig, officer: string, at: number): void;
  /** Calls `listener` after every change. */
  onChange(listener: () => void): void;
};

/** Opens the stored document. The failure is one sentence for a technician. */
export function openCentreBook(store: Store): Result<CentreBook, string> {
  const stored = store.settings.read('centre');
  if (stored === null) {
    return err(
      'No centre is set up in this data folder; start with MOTCUA_SAMPLE=1 to try the kiosk with a sample centre.',
    );
  }
  const parsed = centreConfig.safeParse(stored);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(
      `The settings of the centre are wrong: ${issue?.path.join('.') ?? 'centre'} ${issue?.message ?? ''}.`,
    );
  }
  let centre = parsed.data;
  const listeners: (() => void)[] = [];
  return ok({
    get: () => centre,
    revision: () => createHash('sha256').update(JSON.stringify(centre)).digest('hex').slice(0, 16),
    before: () => centreConfig.safeParse(store.settings.read('centre-before')).data ?? null,
    replace(next, officer, at) {
      store.centreSetting.replace(next, officer, at);
      centre = next;
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  });
}
