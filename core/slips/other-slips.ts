import { z } from 'zod';
import { count, day, filled, head, moment, name, optional, ticketNumber } from './fields.ts';

/** "This person would like a guide": taken to whoever helps. */
export const helpSlip = z.strictObject({
  kind: z.literal('help'),
  ...head,
  number: ticketNumber.nullable(),
  /** What they were about to do, in the kiosk's own words. */
  task: filled(300),
  /** Where they were stuck. */
  step: optional(300),
  /** Where to find somebody. */
  goTo: name,
  issuedAt: moment,
});

/** Shows a technician the printer's width, its letters and its cutter. */
export const testSlip = z.strictObject({
  kind: z.literal('test'),
  ...head,
  printerName: name,
  printerAddress: name,
  model: name,
  printedAt: moment,
});

/** What became of the numbers of a day, lane by lane. Nothing about anybody. */
export const endOfDaySlip = z.strictObject({
  kind: z.literal('end-of-day'),
  ...head,
  day,
  lanes: z
    .array(
      z.strictObject({
        letter: z.string().regex(/^[A-Z]$/),
        name,
        issued: count,
        served: count,
        missed: count,
        cancelled: count,
        expired: count,
        /** `null`: too few to say. */
        medianWaitMinutes: count.nullable(),
      }),
    )
    .max(26),
  slips: z.strictObject({ printed: count, failed: count, voided: count }),
  printedAt: moment,
});

export type HelpSlip = z.infer<typeof helpSlip>;
export type TestSlip = z.infer<typeof testSlip>;
export type EndOfDaySlip = z.infer<typeof endOfDaySlip>;
