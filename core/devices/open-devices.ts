import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createPress } from '../slips/press.ts';
import { linesOfSlip } from '../slips/lines-of-slip.ts';
import type { Slip } from '../slips/slip.ts';
import type { TicketSlip } from '../slips/ticket-slip.ts';
import { createFakeScanner } from './fake-scanner.ts';
import type { Printer, PrintOutcome } from './printer.ts';
import type { Scanner } from './scanner.ts';
import type { ScannerPort } from './scanner-port.ts';
import { createSerialScanner } from './serial-scanner.ts';
import { createTcpPrinter } from './tcp-printer.ts';
import { createVirtualPrinter, type VirtualPrinterHandle } from './virtual-printer.ts';

export type DeviceSettings = {
  /** `virtual` or `tcp://host:port`. */
  printer: string;
  /** The port of a desk scanner, or none. */
  scanner: ScannerPort | null;
  /** Fake devices with handles on screen. */
  dock: boolean;
};
export type Devices = {
  printer: Printer;
  printTicket: (slip: TicketSlip) => Promise<PrintOutcome>;
  printSlip: (slip: Slip) => Promise<PrintOutcome>;
  scanner: Pick<Scanner, 'status' | 'onScan'>;
  /** A device says that its status may be another one. */
  onChange(listener: () => void): void;
  dock: {
    printer: Pick<VirtualPrinterHandle, 'setFault' | 'fault' | 'slips'>;
    scan(text: string): void;
  } | null;
  close(): Promise<void>;
};

const format = { dots: 576, rowsPerBand: 240, cut: 'partial', feedLines: 4 } as const;

/** Opens the devices a kiosk is configured with; the fake ones stand in for those it has not. */
export function openDevices(
  settings: DeviceSettings,
  deps: { slipFolder: string; clock: Clock; log: Log },
): Devices {
  const press = createPress();
  const virtual = createVirtualPrinter({
    folder: deps.slipFolder,
    clock: deps.clock,
    toPng: (bitmap) => press.png(bitmap),
  });
  const printer =
    settings.printer === 'virtual' ? virtual.printer : networkPrinter(settings.printer, deps.clock);
  const fake = createFakeScanner();
  const scanner = settings.scanner === null ? fake.scanner : createSerialScanner(settings.scanner, deps);

  const printSlip = async (slip: Slip) => printer.print(await press.job(linesOfSlip(slip), format));

  return {
    printer,
    printTicket: printSlip,
    printSlip,
    scanner,
    onChange(listener) {
      virtual.handle.onChange(listener);
      scanner.onStatus(listener);
    },
    dock: settings.dock ? { printer: virtual.handle, scan: (text) => fake.handle.scan(text) } : null,
    async close() {
      await printer.close();
      await scanner.close();
      await press.close();
    },
  };
}

function networkPrinter(address: string, clock: Clock): Printer {
  const { hostname, port } = new URL(address);
  return createTcpPrinter({ host: hostname, port: Number(port) }, { clock });
}
