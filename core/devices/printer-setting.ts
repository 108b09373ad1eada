import { z } from 'zod';
import { paperWidths } from '../slips/bitmap.ts';
import type { SettingStore } from '../store/settings.ts';

/** A printer as an administrator has described it. */
export const listedPrinter = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** As the staff call it. */
  name: z.string().trim().min(1).max(60),
  /** See `readPrinterAddress`. */
  address: z.string().trim().min(1).max(250),
  /** Of one of `resources/printer-models.json`. */
  model: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Dots a row, where they are not those of the model. */
  dots: z.literal(paperWidths).nullable(),
});
export type ListedPrinter = z.infer<typeof listedPrinter>;

export const mostPrinters = 8;
const setting = z.array(listedPrinter).max(mostPrinters);
const key = 'printers';

/** The slip printers in the order in which they are tried. `null`: nobody has listed any yet. */
export function readListedPrinters(settings: Pick<SettingStore, 'read'>): ListedPrinter[] | null {
  const stored = settings.read(key);
  // A list that this version cannot read counts as none: a kiosk must start without its printers.
  return stored === null ? null : (setting.safeParse(stored).data ?? []);
}

export function writeListedPrinters(settings: Pick<SettingStore, 'write'>, printers: ListedPrinter[]): void {
  settings.write(key, setting.parse(printers));
}
