import type { PrinterStatus } from '../contract.ts';
import type { PrinterModel } from './printer-model.ts';
import type { Printer } from './printer.ts';

/** One slip printer of this kiosk. */
export type PrinterInUse = {
  id: string;
  /** As the staff call it. */
  name: string;
  /** As it is set, in the form of `readPrinterAddress`. */
  address: string;
  model: PrinterModel;
  printer: Printer;
};

/** The slip printers of this kiosk, the one that prints first coming first. May change at any moment: ask each time. */
export type Printers = {
  all(): readonly PrinterInUse[];
  /** As it was when it was last asked, a few seconds ago; `offline` before that, and for one that is not there. */
  status(id: string): PrinterStatus;
  /** Asks them all now. */
  refresh(): Promise<void>;
  /** Calls `listener` when a status or the list has become another one. */
  onChange(listener: () => void): void;
};

/** Whether a slip can be expected of it. */
export function isReady({ at }: PrinterStatus): boolean {
  return at === 'ready' || at === 'paper-low';
}

const order: readonly PrinterStatus['at'][] = [
  'ready',
  'paper-low',
  'paper-out',
  'cover-open',
  'error',
  'offline',
];

/** Of the printer that is best off: whether slips can be printed at all. `offline` when there is none. */
export function bestStatus(printers: Pick<Printers, 'all' | 'status'>): PrinterStatus {
  const all = printers.all().map(({ id }) => printers.status(id));
  return all.toSorted((a, b) => order.indexOf(a.at) - order.indexOf(b.at))[0] ?? { at: 'offline' };
}
