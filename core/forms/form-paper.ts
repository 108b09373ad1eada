import { z } from 'zod';
import { filled, head, moment, name, optional } from '../slips/fields.ts';
import { dossierCodePattern, receiptFields } from '../slips/receipt-slip.ts';

// What each official paper says. The words around it, and their order, are templates (resources/forms).

const body = {
  ...head,
  /** The body above the centre, such as "UBND tỉnh Cà Mau". */
  superiorBody: name,
  /** Where it is signed: "Thử Bình". */
  place: name,
  hotline: optional(40),
  /** Who signs at the desk, and when. */
  officer: name,
  at: moment,
};
const dossierCode = z.string().trim().regex(dossierCodePattern, 'must be 6 to 40 of 0-9 A-Z . / -');
const applicant = {
  applicant: name,
  address: optional(300),
  phone: optional(20),
  email: optional(120),
  /** What the dossier asks for. */
  request: filled(300),
};
/** Officers paste whole articles of a law. */
const longest = 10_000;

export const receiptPaper = receiptFields.extend({ form: z.literal('receipt') });

export const supplementPaper = z.strictObject({
  form: z.literal('supplement'),
  ...body,
  /** `null`: the dossier was not entered yet. */
  dossierCode: dossierCode.nullable(),
  ...applicant,
  items: z
    .array(z.strictObject({ name: filled(400), lack: filled(1_000) }))
    .min(1, 'must not be empty')
    .max(60),
  reason: filled(longest),
  legalBasis: optional(2_000),
  contactPhone: optional(20),
});

export const refusalPaper = z.strictObject({
  form: z.literal('refusal'),
  ...body,
  dossierCode: dossierCode.nullable(),
  ...applicant,
  reason: filled(longest),
  legalBasis: optional(2_000),
  /** Where to turn to instead. */
  guidance: optional(2_000),
  contactPhone: optional(20),
});

export const apologyPaper = z.strictObject({
  form: z.literal('apology'),
  ...body,
  dossierCode,
  ...applicant,
  receivedAt: moment,
  dueAt: moment,
  reason: filled(longest),
  newDueAt: moment,
  /** The head who answers for the delay. */
  signatory: z.strictObject({ title: name, name }),
});

export const formPaper = z.discriminatedUnion('form', [
  receiptPaper,
  supplementPaper,
  refusalPaper,
  apologyPaper,
]);
export type FormPaper = z.infer<typeof formPaper>;
export type PaperOf<Form extends FormPaper['form']> = Extract<FormPaper, { form: Form }>;

/** The day on which a paper is made decides which template it follows. */
export function madeAt(paper: FormPaper): number {
  return paper.form === 'receipt' ? paper.accepted.at : paper.at;
}
