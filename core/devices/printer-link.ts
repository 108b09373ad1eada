import type { Clock } from '../clock.ts';
import { createStatusReader, type StatusEvent } from './status-bytes.ts';

/** A way for bytes to a printer and back. Every wait ends: by an event, by the link's end, or by its time-out. */
export type PrinterLink = {
  send(bytes: Uint8Array): void;
  /** The next event from the printer, `ended` when the link is gone, `timeout` when neither came in time. */
  next(timeoutMs: number): Promise<StatusEvent | 'ended' | 'timeout'>;
  /** Bytes handed over by `send` that have not been taken yet. */
  unsentBytes(): number;
  /** Waits, with a limit, until everything is delivered and the link is closed: what is destroyed earlier may be lost. */
  end(timeoutMs: number): Promise<void>;
  destroy(): void;
};
/** `null` when the printer cannot be reached in time. */
export type OpenLink = (timeoutMs: number) => Promise<PrinterLink | null>;

/** What a link needs of a socket, a serial port or a device file. None of it throws. */
export type BytePort = {
  write(bytes: Uint8Array): void;
  unsentBytes(): number;
  /** Delivers what was written, then closes. */
  finish(): void;
  destroy(): void;
};

/** The link on a port, with the two things that its owner tells of the port. */
export function createPrinterLink(
  port: BytePort,
  clock: Clock,
): { link: PrinterLink; received: (chunk: Uint8Array) => void; ended: () => void } {
  const events: StatusEvent[] = [];
  let isEnded = false;
  let wake: (() => void) | null = null;

  function wait(isOver: () => boolean, waitMs: number): Promise<void> {
    if (isOver()) return Promise.resolve();
    return new Promise((done) => {
      const finish = () => {
        cancel();
        wake = null;
        done();
      };
      const cancel = clock.after(waitMs, finish);
      wake = () => {
        if (isOver()) finish();
      };
    });
  }

  return {
    link: {
      send: (bytes) => port.write(bytes),
      async next(waitMs) {
        await wait(() => events.length > 0 || isEnded, waitMs);
        return events.shift() ?? (isEnded ? 'ended' : 'timeout');
      },
      unsentBytes: () => port.unsentBytes(),
      async end(waitMs) {
        port.finish();
        await wait(() => isEnded, waitMs);
        port.destroy();
      },
      destroy: () => port.destroy(),
    },
    received: createStatusReader((event) => {
      events.push(event);
      wake?.();
    }),
    ended() {
      isEnded = true;
      wake?.();
    },
  };
}
