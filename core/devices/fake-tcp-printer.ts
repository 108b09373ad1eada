import { createServer, type Socket } from 'node:net';
import type { DockFault } from '../contract.ts';

/**
 * A printer on a real socket for tests: speaks the status bytes of Epson's manual and keeps the bytes of each slip. Like the
 * real ones it answers real-time commands even when it is off-line, takes everything else in order, keeps a half picture
 * when a job breaks off, and prints what it still holds once its fault is gone.
 */
export type FakeTcpPrinter = {
  port: number;
  setFault(fault: DockFault): Promise<void>;
  /** The bytes of every slip that was cut, oldest first, without status commands. */
  slips(): Uint8Array[];
  /** How many slips were thrown away half printed. */
  tornSlips(): number;
  /** What it has taken in and not yet obeyed. */
  heldBytes(): number;
  /** Greatest number of connections open at once. */
  mostConnections(): number;
  /** Drops the connections, as a power cut does. */
  cutPower(): void;
  close(): Promise<void>;
};

const rowsUntilJam = 300;

type Command = {
  kind: 'padding' | 'part' | 'cut' | 'automatic-status' | 'marker' | 'picture';
  length: number;
  rows: number;
};

/** `null` while the command is not complete. */
function readCommand(held: Buffer): Command | null {
  const command = (kind: Command['kind'], length: number, rows = 0) =>
    held.length < length ? null : { kind, length, rows };
  if (held[0] === 0) return command('padding', 1);
  if (held.length < 2) return null;
  switch (held.readUInt16BE()) {
    case 0x1b40:
      return command('part', 2);
    case 0x1b64:
      return command('part', 3);
    case 0x1d56:
      return command('cut', 3);
    case 0x1d61:
      return command('automatic-status', 3);
    case 0x1d72:
      return command('marker', 3);
    case 0x1d76: {
      if (held.length < 8) return null;
      const rows = held.readUInt16LE(6);
      return command('picture', 8 + held.readUInt16LE(4) * rows, rows);
    }
    default:
      throw new Error(`the fake printer does not know ${held.subarray(0, 4).toString('hex')}`);
  }
}

export async function createFakeTcpPrinter(): Promise<FakeTcpPrinter> {
  const sockets = new Set<Socket>();
  const slips: Uint8Array[] = [];
  let fault: DockFault = 'none';
  let jammed = false;
  let most = 0;
  let torn = 0;
  let held: Buffer = Buffer.alloc(0);
  let slip: Buffer[] = [];
  let rows = 0;
  let automatic = false;
  let talking: Socket | null = null;
  let port = 0;

  const isStopped = () => jammed || ['paper-out', 'cover-open', 'error', 'offline', 'hang'].includes(fault);

  function run() {
    while (!isStopped()) {
      const command = readCommand(held);
      if (command === null) return;
      if (command.kind === 'picture' && fault === 'jam-midway' && rows + command.rows > rowsUntilJam) {
        jammed = true;
        sendAutomatic();
        return;
      }
      const bytes = held.subarray(0, command.length);
      held = held.subarray(command.length);
      carryOut(command, bytes);
    }
  }

  function carryOut({ kind, rows: pictureRows }: Command, bytes: Buffer) {
    if (kind === 'part' || kind === 'picture' || kind === 'cut') slip.push(bytes);
    rows += pictureRows;
    if (kind === 'cut') {
      slips.push(Buffer.concat(slip));
      slip = [];
      rows = 0;
    }
    if (kind === 'marker') talking?.write(Uint8Array.of(0));
    if (kind === 'automatic-status') {
      automatic = bytes[2] !== 0;
      sendAutomatic();
    }
  }

  function sendAutomatic() {
    if (!automatic) return;
    const printer = 0x10 | when(isStopped(), 0x08) | when(fault === 'cover-open', 0x20);
    const paper = when(fault === 'paper-out', 0x0c) | when(fault === 'paper-low', 0x03);
    talking?.write(Uint8Array.of(printer, when(jammed || fault === 'error', 0x08), paper, 0));
  }

  function answerTo(n: number): number {
    // Hung inside, it still calls itself ready: that is what makes it a hang.
    if (n === 1) return 0x12 | when(isStopped() && fault !== 'hang', 0x08);
    if (n === 4) return 0x12 | when(fault === 'paper-out', 0x60) | when(fault === 'paper-low', 0x0c);
    const failed = jammed || fault === 'error';
    return 0x12 | when(fault === 'cover-open', 0x04) | when(fault === 'paper-out', 0x20) | when(failed, 0x40);
  }

  /** Real-time commands are obeyed the moment they arrive, wherever they stand. */
  function arrive(socket: Socket, chunk: Buffer) {
    talking = socket;
    for (let at = 0; at < chunk.length; ) {
      const [first, second, third = 1] = chunk.subarray(at, at + 3);
      if (first === 0x10 && second === 0x04) {
        socket.write(Uint8Array.of(answerTo(third)));
        at += 3;
      } else if (first === 0x10 && second === 0x05) at += 3;
      else if (first === 0x10 && second === 0x14) {
        if (rows > 0) torn++;
        held = Buffer.alloc(0);
        slip = [];
        rows = 0;
        at += 10;
      } else {
        const next = chunk.indexOf(0x10, at + 1);
        const end = next === -1 ? chunk.length : next;
        held = Buffer.concat([held, chunk.subarray(at, end)]);
        at = end;
      }
    }
    run();
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on('data', (chunk: Buffer) => arrive(socket, chunk));
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      // The automatic status belongs to the connection that asked for it.
      if (talking === socket) automatic = false;
    });
  });
  const listen = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
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
    port,
    async setFault(next) {
      const wasOff = fault === 'offline';
      fault = next;
      jammed = false;
      if (next === 'offline') await hush();
      else if (wasOff) await listen();
      sendAutomatic();
      run();
    },
    slips: () => slips,
    tornSlips: () => torn,
    heldBytes: () => held.length,
    mostConnections: () => most,
    cutPower,
    close: hush,
  };
}

function when(on: boolean, mask: number): number {
  return on ? mask : 0;
}
