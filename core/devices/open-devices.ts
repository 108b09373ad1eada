import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { linesOfSlip } from '../slips/lines-of-slip.ts';
import { createPress } from '../slips/press.ts';
import type { Reprint, Slip } from '../slips/slip.ts';
import type { SettingStore } from '../store/settings.ts';
import { createFakeScanner } from './fake-scanner.ts';
import { openPrinter } from './open-printer.ts';
import { readPrinterAddress } from './printer-address.ts';
import { openPrinterList, type PrinterList } from './printer-list.ts';
import type { PrinterModel } from './printer-model.ts';
import { createPrintersInUse, type WantedPrinter } from './printers-in-use.ts';
import type { PrinterInUse, Printers } from './printers.ts';
import type { ScannerPort } from './scanner-port.ts';
import type { Scanner } from './scanner.ts';
import { createSerialScanner } from './serial-scanner.ts';
import { createVirtualPrinters, type VirtualPrinters } from './virtual-printers.ts';

export type DeviceSettings = {
  /** The address of the first printer (see `readPrinterAddress`), or `null`: only those that an administrator listed. */
  printer: string | null;
  /** Its model, or `null` for the usual one. */
  printerModel: string | null;
  /** The port of a desk scanner, or none. */
  scanner: ScannerPort | null;
  /** Fake devices with handles on screen. */
  dock: boolean;
};
export type Devices = {
  printers: Printers;
  printerList: PrinterList;
  /** A whole job, as it goes to this printer. */
  draw: (slip: Slip, reprint: Reprint | null, printer: PrinterInUse) => Promise<Uint8Array>;
  /** A slip as the first printer would print it, as a data URL. */
  preview: (slip: Slip) => Promise<string>;
  scanner: Pick<Scanner, 'status' | 'onScan'>;
  /** A device says that its status may be another one. */
  onChange(listener: () => void): void;
  dock: { printers: VirtualPrinters; scan(text: string): void } | null;
  close(): Promise<void>;
};

const usualDots = 576;

/** Opens the devices a kiosk is configured with; the fake ones stand in for those it has not. */
export function openDevices(
  settings: DeviceSettings,
  deps: {
    slipFolder: string;
    settings: Pick<SettingStore, 'read' | 'write'>;
    models: readonly PrinterModel[];
    clock: Clock;
    log: Log;
  },
): Devices {
  const press = createPress();
  const virtual = createVirtualPrinters({ ...deps, toPng: (bitmap) => press.png(bitmap) });
  const printers = createPrintersInUse({ ...deps, open });
  const printerList = openPrinterList({
    ...deps,
    fixedAddress: settings.printer,
    fixedModel: settings.printerModel,
    use: (wanted) => printers.use(wanted),
  });
  const fake = createFakeScanner();
  const scanner = settings.scanner === null ? fake.scanner : createSerialScanner(settings.scanner, deps);

  function open({ address, model }: WantedPrinter) {
    const read = readPrinterAddress(address);
    if (!read.ok) throw new Error(`no such address of a printer: ${read.error}`);
    return read.value.at === 'virtual'
      ? virtual.printer(read.value.id)
      : openPrinter(read.value, model, deps.clock);
  }

  function draw(slip: Slip, reprint: Reprint | null, { model }: PrinterInUse) {
    return press.job(linesOfSlip(slip, reprint), model);
  }

  return {
    printers,
    printerList,
    draw,
    preview: (slip) => press.preview(linesOfSlip(slip), printers.all()[0]?.model.dots ?? usualDots),
    scanner,
    onChange(listener) {
      virtual.onChange(listener);
      printers.onChange(listener);
      scanner.onStatus(listener);
    },
    dock: settings.dock ? { printers: virtual, scan: (text) => fake.handle.scan(text) } : null,
    async close() {
      await printers.close();
      await virtual.close();
      await scanner.close();
      await press.close();
    },
  };
}
