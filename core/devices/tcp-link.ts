import { connect } from 'node:net';
import type { Clock } from '../clock.ts';
import { createStatusReader, type StatusEvent } from './status-bytes.ts';

/** One connection to a printer. Every wait ends: by an event, by the connection's end, or by its time-out. */
export type TcpLink = {
  send(bytes: Uint8Array): void;
  /** The next event from the printer, `ended` when the connection is gone, `timeout` when neither came in time. */
  next(timeoutMs: number): Promise<StatusEvent | 'ended' | 'timeout'>;
  /** Bytes handed over by `send` that the network has not taken yet. */
  unsentBytes(): number;
  /** Ends our half and waits, with a limit, for the printer to end its own: what is destroyed earlier may be lost. */
  end(timeoutMs: number): Promise<void>;
  destroy(): void;
};

/** `null` when no connection came about in time. */
export function openTcpLink(
  address: { host: string; port: number },
  timeoutMs: number,
  clock: Clock,
): Promise<TcpLink | null> {
  return new Promise((resolve) => {
    const events: StatusEvent[] = [];
    let ended = false;
    let wake: (() => void) | null = null;
    const socket = connect({ ...address, noDelay: true });
    const cancelTimeout = clock.after(timeoutMs, () => socket.destroy());
    const read = createStatusReader((event) => {
      events.push(event);
      wake?.();
    });
    socket.on('data', read);
    // What went wrong does not matter to the verdict, only that the connection is gone.
    socket.on('error', () => {});
    socket.on('close', () => {
      ended = true;
      cancelTimeout();
      resolve(null);
      wake?.();
    });
    // The printer ending its half means that it takes no more either.
    socket.on('end', () => {
      ended = true;
      wake?.();
    });

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

    socket.on('connect', () => {
      cancelTimeout();
      resolve({
        send: (bytes) => void socket.write(bytes),
        async next(waitMs) {
          await wait(() => events.length > 0 || ended, waitMs);
          return events.shift() ?? (ended ? 'ended' : 'timeout');
        },
        unsentBytes: () => socket.writableLength,
        async end(waitMs) {
          socket.end();
          await wait(() => ended, waitMs);
          socket.destroy();
        },
        destroy: () => socket.destroy(),
      });
    });
  });
}
