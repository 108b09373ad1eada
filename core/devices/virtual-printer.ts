import { mkdir, readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDay, localTime, type Clock } from '../clock.ts';
import type { DockFault, PrintedSlip, PrinterStatus } from '../contract.ts';
import { unreachable } from '../result.ts';
import type { Bitmap } from '../slips/bitmap.ts';
import { readEscpos } from '../slips/read-escpos.ts';
import { createQueue } from './one-at-a-time.ts';
import type { Printer, PrintOutcome } from './printer.ts';
import { tearOff } from './tear-off.ts';

/** The hand on the printer: makes it fail, looks at what came out. */
export type VirtualPrinterHandle = {
  setFault(fault: DockFault): void;
  fault(): DockFault;
  /** The last few, newest first. */
  slips(): PrintedSlip[];
  /** `listener` runs after a fault or a slip; the returned function stops that. */
  onChange(listener: () => void): () => void;
};

const slipsKept = 50;
const slipsShown = 5;
/** What a network printer that has stopped answering is given, too. */
const hangMs = 8_000;
/** Long enough to see what the kiosk shows meanwhile. */
const slowMs = 5_000;

/**
 * The printer of a machine without one: understands exactly our own slips and writes each as a picture into a folder. It
 * fails in every way a real one does.
 */
export function createVirtualPrinter(deps: {
  folder: string;
  clock: Clock;
  toPng(bitmap: Bitmap): Promise<Uint8Array>;
  hangMs?: number;
  slowMs?: number;
}): {
  printer: Printer;
  handle: VirtualPrinterHandle;
} {
  const { folder, clock } = deps;
  const inTurn = createQueue();
  const listeners = new Set<() => void>();
  let shown: PrintedSlip[] = [];
  let fault: DockFault = 'none';
  /** Since the last job, until somebody mends it. */
  let broken = false;
  let closed = false;
  let count = 0;
  let endPause: (() => void) | null = null;

  function changed() {
    for (const listener of listeners) listener();
  }

  function status(): PrinterStatus {
    switch (fault) {
      case 'none':
      case 'hang':
      case 'slow':
        return { at: 'ready' };
      case 'jam-midway':
        return broken ? { at: 'error', detail: 'cutter' } : { at: 'ready' };
      case 'power-cut':
        return { at: broken ? 'offline' : 'ready' };
      case 'error':
        return { at: 'error', detail: 'unrecoverable' };
      case 'paper-low':
      case 'paper-out':
      case 'cover-open':
      case 'offline':
        return { at: fault };
      default:
        return unreachable(fault);
    }
  }

  async function print(job: Uint8Array): Promise<PrintOutcome> {
    if (closed) return { at: 'not-started', why: 'offline' };
    const { at } = status();
    if (at !== 'ready' && at !== 'paper-low') return { at: 'not-started', why: at };
    if (fault === 'hang') {
      await pause(deps.hangMs ?? hangMs);
      return { at: 'uncertain', why: 'no-answer' };
    }
    if (fault === 'slow') await pause(deps.slowMs ?? slowMs);
    const paper = readEscpos(job);
    if (!paper.ok) return { at: 'uncertain', why: paper.error };
    const torn = fault === 'jam-midway' || fault === 'power-cut';
    try {
      await keep(torn ? tearOff(paper.value.bitmap) : paper.value.bitmap, torn);
    } catch (error) {
      return {
        at: 'uncertain',
        why: `the slip could not be saved: ${error instanceof Error ? error.message : 'unknown'}`,
      };
    }
    const why = fault === 'power-cut' ? 'connection-lost' : 'printer-error';
    broken = torn;
    changed();
    return torn ? { at: 'uncertain', why } : { at: 'printed' };
  }

  /** Until the time is over, the fault is another one or the printer is closed. */
  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(ms, resolve);
      endPause = () => {
        cancel();
        resolve();
      };
    });
  }

  async function keep(bitmap: Bitmap, torn: boolean): Promise<void> {
    const png = await deps.toPng(bitmap);
    const printedAt = clock.now();
    const number = String(++count).padStart(4, '0');
    // Time and counter only: what stands on a slip is no business of a file name.
    const id = `${localDay(printedAt)}_${localTime(printedAt).replace(':', '-')}_${printedAt}_${number}`;
    const title = `Phiếu ${Number(number)}, ${localTime(printedAt)}${torn ? ' (in dở)' : ''}`;
    const slip = {
      id,
      printedAt,
      title,
      png: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    };
    shown = [slip, ...shown].slice(0, slipsShown);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `${id}.png`), png);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted();
    for (const name of names.slice(0, -slipsKept)) await unlink(join(folder, name));
  }

  return {
    printer: {
      status: async () => status(),
      print: (job) => inTurn(() => print(job)),
      close() {
        closed = true;
        endPause?.();
        return inTurn(async () => {});
      },
    },
    handle: {
      setFault(next) {
        fault = next;
        broken = false;
        endPause?.();
        changed();
      },
      fault: () => fault,
      slips: () => shown,
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
