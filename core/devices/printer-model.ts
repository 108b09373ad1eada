import { z } from 'zod';
import { paperWidths } from '../slips/bitmap.ts';

/** What is known of a make of slip printer. */
export const printerModel = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(60),
  /** How many dots a row has. */
  dots: z.literal(paperWidths),
  /** Rows of one picture command; many garble one of 256 or more. */
  rowsPerBand: z.int().min(24).max(2400),
  cut: z.enum(['partial', 'full', 'none']),
  /** Lines fed before the cut, so that the last row passes the blade. */
  feedLines: z.int().min(0).max(12),
  /**
   * `real-time`: tells how it is, and when a job came to its end. `before`: tells only how it is. `none`: answers nothing. Of
   * the last two nobody can know whether a slip came out.
   */
  status: z.enum(['real-time', 'before', 'none']),
  /** Fields that nobody has yet seen confirmed on such a printer. */
  uncertain: z.array(z.enum(['dots', 'rowsPerBand', 'cut', 'feedLines', 'status'])).optional(),
});
export type PrinterModel = z.infer<typeof printerModel>;

/** The model of a printer nobody described: the one that proves most, so that nothing is called printed on mere hope. */
export const usualModelId = 'epson-tm-80';
export const printerModels = z
  .array(printerModel)
  .refine((models) => models.some(({ id }) => id === usualModelId));
