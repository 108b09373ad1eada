import { z } from 'zod';
import { count, filled, head, moment, name, optional, vnd } from './fields.ts';

/** Loose: codes of other systems come to the desk too. */
export const dossierCodePattern = /^[0-9A-Z./-]{6,40}$/;

/**
 * What the official receipt says (Mẫu 01, Thông tư 03/2025/TT-VPCP, Phụ lục I: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả").
 * It exists only once an officer has accepted the dossier: `accepted` says who and when.
 */
export const receiptFields = z.strictObject({
  ...head,
  /** The body above the centre, such as "UBND tỉnh Cà Mau". */
  superiorBody: name,
  place: name,
  dossierCode: z.string().trim().regex(dossierCodePattern, 'must be 6 to 40 of 0-9 A-Z . / -'),
  /** Four letters and digits, said beside the code before details are told. */
  lookUpSecret: z.string().regex(/^[0-9A-HJ-NP-Z]{4}$/, 'must be four letters or digits'),
  accepted: z.strictObject({ officer: name, at: moment }),
  receivingBody: name,
  applicant: name,
  /** The last digits alone. */
  personalNumberEnd: z
    .string()
    .regex(/^[0-9]{3,4}$/, 'must be 3 or 4 digits')
    .nullable(),
  address: optional(300),
  phone: optional(20),
  email: optional(120),
  /** Nội dung yêu cầu giải quyết. */
  request: filled(300),
  documents: z
    .array(
      z.strictObject({
        name: filled(400),
        form: z.enum(['original', 'certified-copy', 'copy', 'electronic']),
        quantity: z.int().min(1).max(999),
        note: optional(200),
      }),
    )
    .min(1, 'must not be empty')
    .max(60),
  sets: z.int().min(1).max(99),
  timeLimit: filled(300),
  dueAt: moment,
  /** Of a dossier in two phases. */
  secondDueAt: moment.nullable(),
  collectAt: z.enum(['centre', 'post', 'electronic']),
  fee: z.strictObject({ vnd, paid: z.boolean() }).nullable(),
  book: z.strictObject({ volume: count, line: count }).nullable(),
  hotline: optional(40),
});
export type ReceiptFields = z.infer<typeof receiptFields>;

export const receiptSlip = receiptFields.extend({ kind: z.literal('receipt') });
export type ReceiptSlip = z.infer<typeof receiptSlip>;
