import type { Clock } from '../clock.ts';
import { createEscposPrinter, type PrinterTimeouts } from './escpos-printer.ts';
import type { Printer } from './printer.ts';
import { tcpLinks } from './tcp-link.ts';

/** An ESC/POS printer on the network, raw on port 9100, that tells how it is and when a job came to its end. */
export function createTcpPrinter(
  address: { host: string; port: number },
  deps: { clock: Clock; timeouts?: PrinterTimeouts },
): Printer {
  return createEscposPrinter(
    tcpLinks(address, deps.clock),
    { status: 'real-time', dots: 576, rowsPerBand: 240 },
    deps,
  );
}
