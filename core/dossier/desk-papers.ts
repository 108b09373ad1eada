import type { Clock } from '../clock.ts';
import { localDay } from '../clock.ts';
import type { FormName } from '../forms/form-names.ts';
import { type FormPaper, formPaper, madeAt, type PaperOf } from '../forms/form-paper.ts';
import type { FormPress } from '../forms/form-press.ts';
import { type FormTemplate, templateInForce } from '../forms/template.ts';
import { err, ok, type Result } from '../result.ts';
import type { ReceiptFields } from '../slips/receipt-slip.ts';
import type { Slip } from '../slips/slip.ts';
import type { Seal } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import { drawSecret } from './look-up-secret.ts';

/** Prints a slip for somebody at a counter; it is kept and tried by whoever prints. */
export type PrintSlip = (slip: Slip, about: { ticket: string | null; officer: string | null }) => void;
export type DrawnPaper = { pdf: Uint8Array; number: string; source: FormTemplate['source'] };
export type DeskPapers = ReturnType<typeof createDeskPapers>;

/** Whose a dossier is, is kept that long past the day it is due: reprints and complaints come in that time. */
export const keptAfterDueMs = 60 * 86_400_000;

/** The papers of the desk: accepts dossiers, and draws what is signed for them. */
export function createDeskPapers(deps: {
  store: Pick<Store, 'dossiers'>;
  clock: Pick<Clock, 'now'>;
  seal: Seal;
  digest: (code: string, letters: string) => string;
  templates: readonly FormTemplate[];
  press: Pick<FormPress, 'pdf'>;
  print: PrintSlip;
}) {
  const { store, seal } = deps;

  function receiptOf(code: string): PaperOf<'receipt'> | null {
    const sealed = store.dossiers.sealed(code);
    const text = sealed === null ? null : seal.open(sealed);
    if (text === null) return null;
    const paper = formPaper.safeParse(JSON.parse(text));
    return paper.success && paper.data.form === 'receipt' ? paper.data : null;
  }

  return {
    /** For a receipt that is still to be accepted. */
    newSecret: drawSecret,

    /** Durable when it returns; its slip is printed then. */
    accept(
      receipt: ReceiptFields,
      about: { ticket: string; procedure: string | null; counter: string; officer: string },
    ): Result<undefined, 'code-taken' | 'not-serving'> {
      const { dossierCode: code, dueAt, secondDueAt, collectAt, fee, lookUpSecret, accepted } = receipt;
      const { officer, ...where } = about;
      const stored = store.dossiers.accept({
        ...where,
        code,
        acceptedBy: officer,
        acceptedAt: accepted.at,
        dueAt,
        collectAt,
        fee,
        lookUpDigest: deps.digest(code, lookUpSecret),
        sealed: seal.seal(JSON.stringify({ form: 'receipt', ...receipt })),
        purgeAt: Math.max(dueAt, secondDueAt ?? 0) + keptAfterDueMs,
      });
      if (stored.ok) deps.print({ kind: 'receipt', ...receipt }, { ticket: about.ticket, officer });
      return stored;
    },

    /** What an accepted dossier's receipt says; `null` when there is none, or it was forgotten. */
    receiptOf,

    /** By the template that held on the paper's day. */
    async draw(paper: FormPaper): Promise<Result<DrawnPaper, 'no-template'>> {
      const template = templateInForce(deps.templates, paper.form, localDay(madeAt(paper)));
      if (template === null) return err('no-template');
      const { number, source } = template;
      return ok({ pdf: await deps.press.pdf(template, paper), number, source });
    },

    issued(
      paper: { form: FormName; dossier: string | null; ticket: string },
      by: { officer: string; counter: string },
    ): void {
      store.dossiers.paperIssued(paper, by, deps.clock.now());
    },
  };
}
