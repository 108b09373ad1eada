import type { Clock } from '../clock.ts';
import type { PrinterStatus } from '../contract.ts';
import { createQueue } from './one-at-a-time.ts';
import type { Printer, PrintOutcome } from './printer.ts';

/**
 * `waiting`: no byte of it has gone to the printer. `taken`: the printer took all of it. `dropped`: it is out of the queue,
 * and nothing of it went out; `dropped-midway`: some of it may have; `unknown`: the queue knows no such job.
 */
export type JobState = 'waiting' | 'at-work' | 'taken' | 'dropped' | 'dropped-midway' | 'unknown';

/** A print queue of the operating system. None of it rejects. */
export type Spooler = {
  status(): Promise<PrinterStatus>;
  /** The job's name in the queue; `null` when the queue did not take it. */
  submit(job: Uint8Array): Promise<string | null>;
  stateOf(id: string): Promise<JobState>;
  cancel(id: string): Promise<void>;
  /** Takes out of the queue what an earlier run left there. */
  clear(): Promise<void>;
};

export type SpoolerTimeouts = {
  /** Between two looks at the queue. */
  lookMs: number;
  /** How long a job may lie in the queue. Left there it would print by itself when the printer is back. */
  ageMs: number;
  /** For a cancelled job to be gone. */
  cancelMs: number;
};
export const spoolerTimeouts: SpoolerTimeouts = { lookMs: 250, ageMs: 15_000, cancelMs: 5_000 };

/** A printer behind a queue, which knows at best that the printer took the bytes: never confirmed. */
export function createSpooledPrinter(
  spooler: Spooler,
  deps: { clock: Clock; timeouts?: SpoolerTimeouts },
): Printer {
  const { clock, timeouts = spoolerTimeouts } = deps;
  const inTurn = createQueue();
  let isCleared = false;
  let isClosed = false;
  let endPause = () => {};

  async function status(): Promise<PrinterStatus> {
    if (isClosed) return { at: 'offline' };
    if (!isCleared) {
      await spooler.clear();
      isCleared = true;
    }
    return spooler.status();
  }

  async function print(job: Uint8Array): Promise<PrintOutcome> {
    const { at } = await status();
    if (at !== 'ready' && at !== 'paper-low') return { at: 'not-started', why: at };
    const id = await spooler.submit(job);
    if (id === null) return { at: 'not-started', why: 'offline' };
    const state = await settled(id, timeouts.ageMs);
    if (state === 'waiting' || state === 'at-work') {
      await spooler.cancel(id);
      return outcomeOf(await settled(id, timeouts.cancelMs));
    }
    return outcomeOf(state);
  }

  /** The last state seen; `waiting` or `at-work` when the time was over. */
  async function settled(id: string, limitMs: number): Promise<JobState> {
    for (let waited = 0; ; waited += timeouts.lookMs) {
      const state = await spooler.stateOf(id);
      if ((state !== 'waiting' && state !== 'at-work') || waited >= limitMs || isClosed) return state;
      await new Promise<void>((resolve) => {
        const cancel = clock.after(timeouts.lookMs, resolve);
        endPause = () => {
          cancel();
          resolve();
        };
      });
    }
  }

  return {
    status: () => inTurn(status),
    print: (job) => inTurn(() => print(job)),
    close() {
      isClosed = true;
      endPause();
      return inTurn(async () => {});
    },
  };
}

function outcomeOf(state: JobState): PrintOutcome {
  if (state === 'taken') return { at: 'printed', confirmed: false };
  if (state === 'dropped') return { at: 'not-started', why: 'offline' };
  return { at: 'uncertain', why: 'no-answer' };
}
