import { createServer, type Socket } from 'node:net';
import type { DockFault } from '../contract.ts';
import { createFakePrinter, type FakePrinter } from './fake-printer.ts';

/** A printer on a real socket for tests. */
export type FakeTcpPrinter = Omit<FakePrinter, 'setFault'> & {
  port: number;
  setFault(fault: DockFault): Promise<void>;
  /** It has power and listens. */
  isOn(): boolean;
  /** Greatest number of connections open at once. */
  mostConnections(): number;
  /** Drops the connections and comes back at once, as a loose plug does. */
  cutPower(): void;
  close(): Promise<void>;
};

/** Without power nobody listens, and what it held is gone. `host` and `port`: for clients that know only one port. */
export async function createFakeTcpPrinter(
  at: { host?: string; port?: number } = {},
): Promise<FakeTcpPrinter> {
  const { host = '127.0.0.1' } = at;
  const sockets = new Set<Socket>();
  let talking: Socket | null = null;
  let most = 0;
  let port = at.port ?? 0;
  let switching: Promise<void> = Promise.resolve();

  const printer = createFakePrinter({
    answer: (bytes) => void talking?.write(bytes),
    switchPower(isOn) {
      if (!isOn) cutPower();
      switching = switching.then(isOn ? listen : hush);
    },
  });
  const server = createServer((socket) => {
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on('data', (chunk: Buffer) => {
      talking = socket;
      printer.arrive(chunk);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      if (talking === socket) printer.hungUp();
    });
  });
  function listen() {
    return new Promise<void>((resolve) =>
      server.listening ? resolve() : server.listen(port, host, resolve),
    );
  }
  await listen();
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;

  function cutPower() {
    for (const socket of sockets) socket.destroy();
  }
  async function hush() {
    cutPower();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }

  return {
    ...printer,
    port,
    setFault(fault) {
      printer.setFault(fault);
      return switching;
    },
    isOn: () => server.listening,
    mostConnections: () => most,
    cutPower,
    async close() {
      await switching;
      await hush();
    },
  };
}
