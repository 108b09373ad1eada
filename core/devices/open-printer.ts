import type { Clock } from '../clock.ts';
import { unreachable } from '../result.ts';
import { createCupsQueue } from './cups-queue.ts';
import { deviceFileLinks } from './device-file-link.ts';
import { createEscposPrinter } from './escpos-printer.ts';
import type { PrinterAddress } from './printer-address.ts';
import type { PrinterModel } from './printer-model.ts';
import type { Printer } from './printer.ts';
import { serialLinks } from './serial-link.ts';
import { createSpooledPrinter } from './spooled-printer.ts';
import { tcpLinks } from './tcp-link.ts';
import { createWindowsQueue } from './windows-queue.ts';

/** The printer at an address that is not virtual. Opens nothing yet: each job does. */
export function openPrinter(
  address: Exclude<PrinterAddress, { at: 'virtual' }>,
  model: PrinterModel,
  clock: Clock,
): Printer {
  switch (address.at) {
    case 'tcp':
      return createEscposPrinter(tcpLinks(address, clock), model, { clock });
    case 'file':
      return createEscposPrinter(deviceFileLinks(address.path, clock), model, { clock });
    case 'serial':
      return createEscposPrinter(serialLinks(address, clock), model, { clock });
    case 'cups':
      return createSpooledPrinter(createCupsQueue(address.queue), { clock });
    case 'windows':
      return createSpooledPrinter(createWindowsQueue(address.name), { clock });
    default:
      return unreachable(address);
  }
}
