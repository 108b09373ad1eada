import type { DockFault } from '../contract.ts';

/** What befalls a printer in the middle of a job. */
export type FailsBy = 'paper-out' | 'cover-open' | 'jam' | 'power-cut';

/**
 * The inside of a slip printer for tests, on any link: speaks the status bytes of Epson's manual and keeps the bytes of each
 * slip. Like the real ones it answers real-time commands even when it is off-line, takes everything else in order, keeps a
 * half picture when a job breaks off, and prints what it still holds once its fault is gone.
 */
export type FakePrinter = {
  setFault(fault: DockFault): void;
  /** Fails once it has obeyed `count` more bytes of what is taken in order, wherever in a command that is. */
  failAfterBytes(count: number, by: FailsBy): void;
  /** The bytes of every slip that was cut, oldest first, without status commands. */
  slips(): Uint8Array[];
  /** How many slips were thrown away half printed. */
  tornSlips(): number;
  /** What it has taken in and not yet obeyed. */
  heldBytes(): number;
};
/** The side of the cable. */
export type FakePrinterEnd = {
  arrive(chunk: Buffer): void;
  /** The automatic status belongs to the connection that asked for it. */
  hungUp(): void;
};

const rowsUntilJam = 300;

type Command = {
  kind: 'padding' | 'reset' | 'part' | 'cut' | 'automatic-status' | 'marker' | 'picture';
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
      return command('reset', 2);
    case 0x1b4a:
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

/** `answer` sends bytes back; `switchPower` is told when the power goes and when it is back. */
export function createFakePrinter(outside: {
  answer(bytes: Uint8Array): void;
  switchPower(isOn: boolean): void;
  /** Takes one command every so long while its fault is `slow`. */
  slowMs?: number;
}): FakePrinter & FakePrinterEnd {
  const slips: Uint8Array[] = [];
  let fault: DockFault = 'none';
  let isJammed = false;
  let isDark = false;
  let torn = 0;
  let held: Buffer = Buffer.alloc(0);
  /** The beginning of what may become a real-time command. */
  let begun: Buffer = Buffer.alloc(0);
  let slip: Buffer[] = [];
  let rows = 0;
  let automatic = false;
  let failure: { in: number; by: FailsBy } | null = null;
  let slowTurn: NodeJS.Timeout | null = null;

  const isStopped = () =>
    isDark || isJammed || ['paper-out', 'cover-open', 'error', 'offline'].includes(fault);

  function run() {
    while (!isStopped() && held.length > 0) {
      if (failure !== null && failure.in <= 0) return fail(failure.by);
      const command = readCommand(held);
      if (
        failure !== null &&
        held.length >= failure.in &&
        (command === null || command.length > failure.in)
      ) {
        // Part of a command: of a picture, its first rows are on paper.
        if (held[0] === 0x1d && held[1] === 0x76 && failure.in > 8 + held.readUInt16LE(4)) rows++;
        return fail(failure.by);
      }
      if (command === null) return;
      if (command.kind === 'picture') {
        if (fault === 'hang') return;
        const isFarEnough = rows + command.rows > rowsUntilJam;
        if (fault === 'jam-midway' && isFarEnough) return fail('jam');
        if (fault === 'power-cut' && isFarEnough) return fail('power-cut');
      }
      const bytes = held.subarray(0, command.length);
      held = held.subarray(command.length);
      if (failure !== null) failure.in -= command.length;
      carryOut(command, bytes);
      if (failure !== null && failure.in <= 0) return fail(failure.by);
      if (fault === 'slow' && command.kind !== 'padding') {
        slowTurn ??= setTimeout(() => {
          slowTurn = null;
          run();
        }, outside.slowMs ?? 20);
        return;
      }
    }
  }

  function fail(by: FailsBy) {
    failure = null;
    if (by === 'power-cut') {
      if (rows > 0) torn++;
      isDark = true;
      clear();
      begun = Buffer.alloc(0);
      automatic = false;
      outside.switchPower(false);
      return;
    }
    if (by === 'jam') isJammed = true;
    else fault = by;
    sendAutomatic();
  }

  function clear() {
    held = Buffer.alloc(0);
    slip = [];
    rows = 0;
  }

  function carryOut({ kind, rows: pictureRows }: Command, bytes: Buffer) {
    // Any number of resets before the first row is one.
    if (kind === 'reset') slip = rows === 0 ? [bytes] : [...slip, bytes];
    if (kind === 'part' || kind === 'picture' || kind === 'cut') slip.push(bytes);
    rows += pictureRows;
    if (kind === 'cut') {
      slips.push(Buffer.concat(slip));
      slip = [];
      rows = 0;
    }
    if (kind === 'marker') outside.answer(Uint8Array.of(0));
    if (kind === 'automatic-status') {
      automatic = bytes[2] !== 0;
      sendAutomatic();
    }
  }

  function sendAutomatic() {
    if (!automatic) return;
    const printer = 0x10 | when(isStopped(), 0x08) | when(fault === 'cover-open', 0x20);
    const paper = when(fault === 'paper-out', 0x0c) | when(fault === 'paper-low', 0x03);
    const errors = when(isJammed, 0x08) | when(fault === 'error', 0x20);
    outside.answer(Uint8Array.of(printer, errors, paper, 0));
  }

  function answerTo(n: number): number {
    if (n === 1) return 0x12 | when(isStopped(), 0x08);
    if (n === 3) return 0x12 | when(isJammed, 0x08) | when(fault === 'error', 0x20);
    if (n === 4) return 0x12 | when(fault === 'paper-out', 0x60) | when(fault === 'paper-low', 0x0c);
    const failed = isJammed || fault === 'error';
    return 0x12 | when(fault === 'cover-open', 0x04) | when(fault === 'paper-out', 0x20) | when(failed, 0x40);
  }

  /** Real-time commands are obeyed the moment they arrive, wherever they stand. */
  function arrive(piece: Buffer) {
    if (isDark) return;
    const chunk = Buffer.concat([begun, piece]);
    begun = Buffer.alloc(0);
    for (let at = 0; at < chunk.length; ) {
      const length = realTimeLength(chunk, at);
      if (length === 'unknown') {
        begun = chunk.subarray(at);
        break;
      }
      if (length === 0) {
        const next = chunk.indexOf(0x10, at + 1);
        const end = next === -1 ? chunk.length : next;
        held = Buffer.concat([held, chunk.subarray(at, end)]);
        at = end;
        continue;
      }
      if (chunk[at + 1] === 0x04) outside.answer(Uint8Array.of(answerTo(chunk[at + 2] ?? 1)));
      if (chunk[at + 1] === 0x14) {
        if (rows > 0) torn++;
        clear();
      }
      at += length;
    }
    run();
  }

  return {
    arrive,
    hungUp: () => {
      automatic = false;
    },
    setFault(next) {
      fault = next;
      isJammed = false;
      failure = null;
      if (isDark && next !== 'offline') {
        isDark = false;
        outside.switchPower(true);
      }
      if (next === 'offline') {
        isDark = true;
        automatic = false;
        outside.switchPower(false);
      }
      sendAutomatic();
      run();
    },
    failAfterBytes(count, by) {
      failure = { in: count, by };
    },
    slips: () => slips,
    tornSlips: () => torn,
    heldBytes: () => held.length,
  };
}

/** 0 where no real-time command stands; `unknown` where more bytes must come first. */
function realTimeLength(chunk: Buffer, at: number): number | 'unknown' {
  if (chunk[at] !== 0x10) return 0;
  const second = chunk[at + 1];
  if (second === undefined) return 'unknown';
  const length = second === 0x04 || second === 0x05 ? 3 : second === 0x14 ? 10 : 0;
  return length > chunk.length - at ? 'unknown' : length;
}

function when(on: boolean, mask: number): number {
  return on ? mask : 0;
}
