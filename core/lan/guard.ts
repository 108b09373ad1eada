import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

export type ConnectionLimits = {
  total: number;
  perAddress: number;
  /** Connections of one address beyond those over which a machine has shown its token. */
  strangersPerAddress: number;
  firstWordMs: number;
};
export const lanLimits: ConnectionLimits = {
  total: 600,
  perAddress: 48,
  strangersPerAddress: 16,
  firstWordMs: 5_000,
};
export type Guard = {
  /** A machine at this address has shown its token; the returned function tells that it left. */
  proved(address: string): () => void;
};

/** Drops connections past the limits, and those that say nothing. */
export function guardConnections(server: Server, limits: ConnectionLimits, clock: Clock, log: Log): Guard {
  const open = new Map<string, number>();
  const proven = new Map<string, number>();
  const silent = new Map<Socket, () => void>();
  server.maxConnections = limits.total;

  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const all = step(open, address, 1);
    socket.once('close', () => step(open, address, -1));
    if (all > limits.perAddress || all - (proven.get(address) ?? 0) > limits.strangersPerAddress) {
      log.warn({}, 'too many connections from one address; one was dropped');
      socket.destroy();
    }
  });
  server.on('secureConnection', (socket: Socket) => {
    silent.set(
      socket,
      clock.after(limits.firstWordMs, () => socket.destroy()),
    );
    socket.once('close', () => hear(socket));
  });
  const heard = ({ socket }: IncomingMessage) => hear(socket);
  server.on('request', heard);
  server.on('upgrade', heard);

  function hear(socket: Socket) {
    silent.get(socket)?.();
    silent.delete(socket);
  }

  return {
    proved(address) {
      step(proven, address, 1);
      return () => step(proven, address, -1);
    },
  };
}

function step(counts: Map<string, number>, address: string, by: number): number {
  const count = (counts.get(address) ?? 0) + by;
  if (count > 0) counts.set(address, count);
  else counts.delete(address);
  return count;
}
