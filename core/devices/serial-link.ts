import type { SerialPort } from 'serialport';
import type { Clock } from '../clock.ts';
import { type BytePort, createPrinterLink, type OpenLink } from './printer-link.ts';

/** Small, so that it shows how far a printer has come. */
const pieceBytes = 1024;

/** Links to a printer on a serial port. The driver is loaded only where one is configured: start-up time counts. */
export function serialLinks(address: { path: string; baudRate: number }, clock: Clock): OpenLink {
  return async (timeoutMs) => {
    const serialport = await import('serialport');
    return new Promise((resolve) => {
      const port = new serialport.SerialPort({ ...address, autoOpen: false });
      const cancelTimeout = clock.after(timeoutMs, () => {
        resolve(null);
        if (port.isOpen) port.close();
      });
      const { link, received, ended } = createPrinterLink(pieceByPiece(port), clock);
      port.on('data', received);
      // What went wrong does not matter to the verdict, only that the port is gone.
      port.on('error', () => {});
      port.on('close', ended);
      port.open((error) => {
        cancelTimeout();
        if (error) resolve(null);
        // What a printer said to somebody before is no answer to us.
        else port.flush(() => resolve(link));
      });
    });
  };
}

/** The driver would join what waits and tell only when all of it is out. */
function pieceByPiece(port: SerialPort): BytePort {
  let pieces: Buffer[] = [];
  let isWriting = false;
  let isFinishing = false;
  const close = () => void (port.isOpen && port.close());

  function next() {
    const piece = pieces[0];
    if (piece === undefined) {
      // The system sends what it still holds before it closes.
      if (isFinishing) close();
      return;
    }
    isWriting = true;
    port.write(piece, (error) => {
      isWriting = false;
      if (error) return;
      pieces = pieces.slice(1);
      next();
    });
  }

  return {
    write(bytes) {
      for (let at = 0; at < bytes.length; at += pieceBytes)
        pieces.push(Buffer.from(bytes.subarray(at, at + pieceBytes)));
      if (!isWriting) next();
    },
    unsentBytes: () => pieces.reduce((sum, { length }) => sum + length, 0),
    finish() {
      isFinishing = true;
      if (!isWriting) next();
    },
    destroy: close,
  };
}
