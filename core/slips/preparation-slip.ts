import { z } from 'zod';
import { code, count, filled, head, moment, optional, vnd } from './fields.ts';

/** What to bring and how to go on; never looks like an official form. Carries no name and no personal number. */
export const preparationSlip = z.strictObject({
  kind: z.literal('preparation'),
  ...head,
  hotline: optional(40),
  procedureCode: filled(40),
  procedureName: filled(300),
  documents: z
    .array(z.strictObject({ name: filled(400), original: count, copies: count, note: optional(400) }))
    .max(40),
  /** Fee and time belong to the channel, not to the procedure. */
  channels: z
    .array(
      z.strictObject({
        channel: z.enum(['online-self', 'online-assisted', 'counter', 'post']),
        /** `null`: not known here. */
        feeVnd: vnd.nullable(),
        feeNote: optional(300),
        timeLimit: filled(300),
      }),
    )
    .max(4),
  /** Some of this still needs the centre's confirmation. */
  isUncertain: z.boolean(),
  /** Where to go on with one's own phone. */
  continueCode: code.nullable(),
  issuedAt: moment,
});
export type PreparationSlip = z.infer<typeof preparationSlip>;
