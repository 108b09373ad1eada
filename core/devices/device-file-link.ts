import { constants, existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import { codeOf } from '../data-folder.ts';
import { createPrinterLink, type OpenLink, type PrinterLink } from './printer-link.ts';

/** What the driver takes at once; small, so that it shows how far a printer has come. */
const pieceBytes = 4096;
/** Between two looks at a device that had nothing to say or would take no more. */
const lookMs = 10;
/** Of a device that never stops talking. */
const mostReads = 64;

/**
 * Links to a printer behind a device file such as `/dev/usb/lp0`. Nothing ever blocks: a printer without paper takes no more
 * bytes, and a thread that waits for it could not be ended.
 */
export function deviceFileLinks(path: string, clock: Clock): OpenLink {
  return async () => {
    let file: FileHandle;
    try {
      file = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
    } catch {
      return null;
    }
    // A mistyped path must not be written over.
    if (!(await file.stat()).isCharacterDevice()) {
      await file.close();
      return null;
    }
    // What a printer said to somebody before is no answer to us.
    await drain(file);
    return linkOn(file, path, clock);
  };
}

async function drain(file: FileHandle): Promise<void> {
  const buffer = Buffer.alloc(256);
  for (let reads = 0; reads < mostReads; reads++) {
    const got = await attempt(() => file.read(buffer, 0, buffer.length, null)).catch(() => null);
    if (got === null || got.bytesRead === 0) return;
  }
}

function linkOn(file: FileHandle, path: string, clock: Clock): PrinterLink {
  let queue: Uint8Array[] = [];
  let isFinishing = false;
  let isOver = false;
  let cancelLook = () => {};
  const buffer = Buffer.alloc(256);
  const { link, received, ended } = createPrinterLink(
    {
      write: (bytes) => void queue.push(bytes),
      unsentBytes: () => queue.reduce((sum, { length }) => sum + length, 0),
      finish: () => {
        isFinishing = true;
      },
      destroy: end,
    },
    clock,
  );

  function end() {
    if (isOver) return;
    isOver = true;
    cancelLook();
    ended();
    file.close().catch(() => {});
  }

  async function look(): Promise<void> {
    try {
      await takeIn();
      await giveOut();
    } catch {
      // Unplugged.
      return end();
    }
    if (isOver) return;
    if (isFinishing && queue.length === 0) return end();
    cancelLook = clock.after(lookMs, () => void look());
  }

  async function takeIn(): Promise<void> {
    for (;;) {
      const got = await attempt(() => file.read(buffer, 0, buffer.length, null));
      if (got === null || isOver) return;
      // A printer may well say nothing in zero bytes; a device that is gone does so for ever.
      if (got.bytesRead === 0) {
        if (!existsSync(path)) end();
        return;
      }
      received(buffer.subarray(0, got.bytesRead));
    }
  }

  async function giveOut(): Promise<void> {
    for (;;) {
      const first = queue[0];
      if (first === undefined || isOver) return;
      const piece = first.subarray(0, pieceBytes);
      const put = await attempt(() => file.write(piece, 0, piece.length, null));
      if (put === null) return;
      const rest = first.subarray(put.bytesWritten);
      queue = rest.length > 0 ? [rest, ...queue.slice(1)] : queue.slice(1);
    }
  }

  void look();
  return link;
}

/** `null` when the device is not ready for it. */
async function attempt<Value>(act: () => Promise<Value>): Promise<Value | null> {
  try {
    return await act();
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return null;
    throw error;
  }
}
