import { connect } from 'node:net';
import type { Clock } from '../clock.ts';
import { createPrinterLink, type OpenLink } from './printer-link.ts';

/** One connection to a printer on the network. It ends by halves: the printer closes its own when it has taken everything. */
export function tcpLinks(address: { host: string; port: number }, clock: Clock): OpenLink {
  return (timeoutMs) =>
    new Promise((resolve) => {
      const socket = connect({ ...address, noDelay: true });
      const cancelTimeout = clock.after(timeoutMs, () => socket.destroy());
      const { link, received, ended } = createPrinterLink(
        {
          write: (bytes) => void socket.write(bytes),
          unsentBytes: () => socket.writableLength,
          finish: () => void socket.end(),
          destroy: () => void socket.destroy(),
        },
        clock,
      );
      socket.on('data', received);
      // What went wrong does not matter to the verdict, only that the connection is gone.
      socket.on('error', () => {});
      socket.on('close', () => {
        cancelTimeout();
        resolve(null);
        ended();
      });
      // The printer ending its half means that it takes no more either.
      socket.on('end', ended);
      socket.on('connect', () => {
        cancelTimeout();
        resolve(link);
      });
    });
}
