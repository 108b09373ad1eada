import type { Clock } from '../clock.ts';
import { localDay } from '../clock.ts';
import type { FormName } from '../forms/form-names.ts';
import { type FormPaper, formPaper, madeAt, type PaperOf } from '../forms/form-paper.ts';
import type { FormPress } from '../forms/form-press.ts';
import { type FormTemplate, templateInForce } from '../forms/template.ts';
import type { Spooler } from '../print/spooler.ts';
import { err, ok, type Result } from '../result.ts';
import type { ReceiptFields } from '../slips/receipt-slip.ts';
import type { Slip } from '../slips/slip.ts';
import type { Seal } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import { drawSecret } from './look-up-secret.ts';

export type DrawnPaper = {
  pdf: Uint8Array;
  /** The slip that goes with a receipt, as a data URL of its picture. */
  slip: string | null;
  number: string;
  source: FormTemplate['source'];
};
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
  spooler: Pick<Spooler, 'add'>;
  /** The dots a slip puts on the paper, as a data URL. */
  preview: (slip: Slip) => Promise<string>;
}) {
  const { store, seal } = deps;

  function receiptOf(code: string): PaperOf<'receipt'> | null {
    const sealed = store.dossiers.sealed(code);
    const text = sealed === null ? null : seal.open(sealed);
    if (text === null) return null;
    const paper = formPaper.safeParse(JSON.parse(text));
    return paper.success && paper.data.form === 'receipt' ? paper.data : null;
  }

  async function slipOf(paper: FormPaper): Promise<string | null> {
    if (paper.form !== 'receipt') return null;
    const { form: _, ...receipt } = paper;
    return deps.preview({ kind: 'receipt', ...receipt });
  }

  return {
    /** For a receipt that is still to be accepted. */
    newSecret: drawSecret,

    /** Durable when it returns, and so is the slip that is to be printed. */
    accept(
      receipt: ReceiptFields,
      about: { ticket: string; procedure: string | null; counter: string; station: string; officer: string },
    ): Result<undefined, 'code-taken' | 'not-serving'> {
      const { dossierCode: code, dueAt, secondDueAt, collectAt, fee, lookUpSecret, accepted } = receipt;
      const { officer, ticket, procedure, counter } = about;
      const dossier = {
        ticket,
        procedure,
        counter,
        code,
        acceptedBy: officer,
        acceptedAt: accepted.at,
        dueAt,
        collectAt,
        fee,
        lookUpDigest: deps.digest(code, lookUpSecret),
        sealed: seal.seal(JSON.stringify({ form: 'receipt', ...receipt })),
        purgeAt: Math.max(dueAt, secondDueAt ?? 0) + keptAfterDueMs,
      };
      // In one transaction: no dossier without its slip, and no slip without its dossier.
      return store.dossiers.accept(dossier, () =>
        deps.spooler.add(
          { kind: 'receipt', ...receipt },
          { ticket, station: about.station, officer, reason: 'first' },
        ),
      );
    },

    /** What an accepted dossier's receipt says; `null` when there is none, or it was forgotten. */
    receiptOf,

    /** By the template that held on the paper's day. */
    async draw(paper: FormPaper): Promise<Result<DrawnPaper, 'no-template'>> {
      const template = templateInForce(deps.templates, paper.form, localDay(madeAt(paper)));
      if (template === null) return err('no-template');
      const { number, source } = template;
      return ok({ pdf: await deps.press.pdf(template, paper), slip: await slipOf(paper), number, source });
    },

    issued(
      paper: { form: FormName; dossier: string | null; ticket: string },
      by: { officer: string; counter: string },
    ): void {
      store.dossiers.paperIssued(paper, by, deps.clock.now());
    },
  };
}
