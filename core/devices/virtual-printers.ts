import type { Clock } from '../clock.ts';
import { type DockFault, type PrintedSlip, type VirtualPrinterId, virtualPrinterIds } from '../contract.ts';
import type { Bitmap } from '../slips/bitmap.ts';
import type { Printer } from './printer.ts';
import { createVirtualPrinter } from './virtual-printer.ts';

/** The hands on the virtual printers. */
export type VirtualPrinters = {
  printer(id: VirtualPrinterId): Printer;
  setFault(id: VirtualPrinterId, fault: DockFault): void;
  fault(id: VirtualPrinterId): DockFault;
  /** The last few of all of them, newest first. */
  slips(): PrintedSlip[];
  onChange(listener: () => void): void;
  close(): Promise<void>;
};

const slipsShown = 5;

/** Two of them, so that one can stand in for the other. Each keeps its pictures in a folder of its own. */
export function createVirtualPrinters(deps: {
  slipFolder: string;
  clock: Clock;
  toPng(bitmap: Bitmap): Promise<Uint8Array>;
}): VirtualPrinters {
  const make = (folder: string) => createVirtualPrinter({ ...deps, folder });
  const printers = { virtual: make(deps.slipFolder), 'virtual-2': make(`${deps.slipFolder}-2`) };
  const each = virtualPrinterIds.map((id) => printers[id]);
  return {
    // They outlive a change of the list: whoever adds one again finds it as it was.
    printer: (id) => ({ ...printers[id].printer, close: async () => {} }),
    setFault: (id, fault) => printers[id].handle.setFault(fault),
    fault: (id) => printers[id].handle.fault(),
    slips: () =>
      each
        .flatMap(({ handle }) => handle.slips())
        .toSorted((a, b) => b.printedAt - a.printedAt)
        .slice(0, slipsShown),
    onChange(listener) {
      for (const { handle } of each) handle.onChange(listener);
    },
    async close() {
      await Promise.all(each.map(({ printer }) => printer.close()));
    },
  };
}
