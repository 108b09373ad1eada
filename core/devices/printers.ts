import type { PrinterModel } from './printer-model.ts';
import type { Printer } from './printer.ts';

/** One slip printer of this kiosk. */
export type PrinterInUse = {
  id: string;
  /** As the staff call it. */
  name: string;
  model: PrinterModel;
  printer: Printer;
};

/** The slip printers of this kiosk, the one that prints first coming first. May change at any moment: ask each time. */
export type Printers = {
  all(): readonly PrinterInUse[];
};
