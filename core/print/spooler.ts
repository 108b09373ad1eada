import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { isReady, type PrinterInUse, type Printers } from '../devices/printers.ts';
import type { PrintOutcome } from '../devices/printer.ts';
import type { Log } from '../log.ts';
import type { ReprintReason } from '../queue/reasons.ts';
import { err, ok, type Result } from '../result.ts';
import { slip as slipSchema, type Reprint, type Slip } from '../slips/slip.ts';
import type { PrintJobStore } from '../store/print-jobs.ts';
import type { Seal } from '../store/seal.ts';
import type { TicketStore } from '../store/tickets.ts';
import {
  isSettled,
  reprintNumber,
  type JobEvent,
  type PrintJob,
  type PrintReason,
  type ReprintRefusal,
} from './job.ts';
import { areWordsKept } from './words.ts';

export type About = {
  ticket: string | null;
  station: string;
  /** `null`: a citizen, or the clock. */
  officer: string | null;
  reason: PrintReason;
};
export type Spooler = {
  /**
   * Durable when it returns, or with the transaction it is called in; the paper is thought of after this turn. Returns the
   * id of the job.
   */
  add(slip: Slip, about: About): string;
  /** A ticket's queue slip once more, under a bar if one may be out. `words`: those to print when the old ones are erased. */
  reprint(
    ticket: string,
    by: { station: string; officer: string | null; reason: ReprintReason },
    words: () => Slip | null,
  ): Result<string, ReprintRefusal>;
  /** Another slip than a ticket's once more, as long as its words are kept. */
  reprintJob(
    job: string,
    by: { station: string; officer: string; reason: ReprintReason },
  ): Result<string, ReprintRefusal>;
  /** What a person says of a job; false when it has no meaning any more. */
  settle(job: string, event: Extract<JobEvent, { type: 'seen' | 'put-aside' }>): boolean;
  /** A printer may be back: whoever waits tries again. */
  wake(): void;
  onChange(listener: (job: PrintJob) => void): void;
  /** No job is begun any more. Resolves once those at a printer have ended: close the printers first. */
  stop(): Promise<void>;
};

export type SpoolerTimes = {
  /** How long a slip that no printer could begin waits for one. */
  lifeMs: number;
  /** How often it tries again meanwhile. */
  retryMs: number;
};
export const spoolerTimes: SpoolerTimes = { lifeMs: 60_000, retryMs: 4_000 };
const sweepMs = 60_000;

export type SpoolerDeps = {
  jobs: PrintJobStore;
  tickets: Pick<TicketStore, 'dayAt' | 'find'>;
  seal: Seal;
  /** Asked each time: they change at run time. */
  printers: Pick<Printers, 'all' | 'status'>;
  /** A whole job for one printer. */
  draw(slip: Slip, reprint: Reprint | null, printer: PrinterInUse): Promise<Uint8Array>;
  clock: Clock;
  log: Log;
  times?: SpoolerTimes;
};

/** Brings stored jobs to the printers, one at a time at each; what happens to a job is decided in `nextState`. */
export function createSpooler(deps: SpoolerDeps): Spooler {
  const { jobs, tickets, seal, clock, log, times = spoolerTimes } = deps;
  const listeners: ((job: PrintJob) => void)[] = [];
  /** Which printers could not begin a job since it last looked at all of them. */
  const tried = new Map<string, Set<string>>();
  /** Ends the timer of a job's life; `null` once that is over. */
  const lives = new Map<string, (() => void) | null>();
  const running = new Map<string, Promise<void>>();
  const busy = new Set<string>();
  let isPumpDue = false;
  let stopped = false;
  let cancelRetry = () => {};
  let cancelSweep = () => {};

  for (const job of jobs.open()) apply(job.id, { type: 'restarted' });
  sweep();
  pumpSoon();

  function apply(id: string, event: JobEvent): PrintJob | null {
    const job = jobs.apply(id, event, clock.now());
    if (job === null) return null;
    if (isSettled(job.state)) {
      lives.get(id)?.();
      lives.delete(id);
      tried.delete(id);
      log.info({ job: id, kind: job.kind, outcome: job.state.at, why: job.state.why }, 'a slip is settled');
    }
    for (const listener of listeners) listener(job);
    return job;
  }

  function pumpSoon() {
    if (isPumpDue || stopped) return;
    isPumpDue = true;
    setImmediate(() => {
      isPumpDue = false;
      try {
        pump();
      } catch (error) {
        log.error({ error }, 'the print jobs could not be read');
        retryLater();
      }
    });
  }

  function pump() {
    if (stopped) return;
    let isResting = false;
    for (const job of jobs.open()) {
      if (job.state.at !== 'waiting' || running.has(job.id) || !isAlive(job)) continue;
      const printer = nextPrinter(job.id);
      if (printer === undefined) isResting = true;
      // A printer at work is waited for: what comes out of it is in front of the citizen.
      else if (!busy.has(printer.id)) start(job, printer);
    }
    if (isResting) retryLater();
  }

  /** In the order of preference; those that were off when last asked come last, so that nobody waits for their silence. */
  function nextPrinter(job: string): PrinterInUse | undefined {
    const left = deps.printers.all().filter(({ id }) => tried.get(job)?.has(id) !== true);
    return left.find(({ id }) => isReady(deps.printers.status(id))) ?? left[0];
  }

  /** By the wall clock and by the time that really passed, so that no clock set back lets an old slip out. */
  function isAlive(job: PrintJob): boolean {
    const left = Math.min(times.lifeMs, job.expiresAt - clock.now());
    if (left <= 0 || lives.get(job.id) === null) {
      apply(job.id, { type: 'life-over' });
      return false;
    }
    if (!lives.has(job.id)) {
      lives.set(
        job.id,
        clock.after(left, () => {
          lives.set(job.id, null);
          attempt(() => apply(job.id, { type: 'life-over' }));
        }),
      );
    }
    return true;
  }

  function start(job: PrintJob, printer: PrinterInUse) {
    busy.add(printer.id);
    const run = print(job, printer)
      .catch((error: unknown) => log.error({ error, job: job.id }, 'a slip could not be followed'))
      .finally(() => {
        busy.delete(printer.id);
        running.delete(job.id);
        pumpSoon();
      });
    running.set(job.id, run);
  }

  async function print(job: PrintJob, printer: PrinterInUse): Promise<void> {
    const bytes = await drawn(job, printer);
    if (stopped) return;
    if (bytes === null) {
      apply(job.id, { type: 'undrawable' });
      return;
    }
    // Meanwhile somebody may have put it aside, or its time ran out.
    if (apply(job.id, { type: 'start', printer: printer.id }) === null) return;
    let outcome: PrintOutcome;
    try {
      outcome = await printer.printer.print(bytes);
    } catch (error) {
      log.error({ error }, 'a printer failed in an unknown way');
      outcome = { at: 'uncertain', why: 'driver' };
    }
    if (outcome.at === 'not-started') {
      const without = tried.get(job.id) ?? new Set();
      tried.set(job.id, without.add(printer.id));
    }
    finish(job, outcome);
  }

  /** What came of it is stored as soon as the store takes it: until then it stands as being printed. */
  function finish(job: PrintJob, outcome: PrintOutcome) {
    attempt(
      () => {
        const after = apply(job.id, { type: 'outcome', outcome });
        if (after?.state.at === 'waiting' && isAlive(after)) pumpSoon();
      },
      () => finish(job, outcome),
    );
  }

  function attempt(write: () => void, later: () => void = () => attempt(write)) {
    try {
      write();
    } catch (error) {
      log.error({ error }, 'what became of a slip could not be stored');
      if (!stopped) clock.after(times.retryMs, later);
    }
  }

  async function drawn(job: PrintJob, printer: PrinterInUse): Promise<Uint8Array | null> {
    const slip = wordsOf(job.id);
    if (slip === null) return null;
    const { reprint, createdAt } = job;
    try {
      return await deps.draw(slip, reprint === 0 ? null : { times: reprint, at: createdAt }, printer);
    } catch (error) {
      log.error({ error, job: job.id }, 'a slip could not be drawn');
      return null;
    }
  }

  function wordsOf(id: string): Slip | null {
    const sealed = jobs.words(id);
    const text = sealed && seal.open(sealed);
    const read = text === null ? null : slipSchema.safeParse(JSON.parse(text));
    return read?.data ?? null;
  }

  function again(
    earlier: readonly PrintJob[],
    about: About,
    words: () => Slip | null,
  ): Result<string, ReprintRefusal> {
    const number = reprintNumber(earlier, about.officer);
    if (number.at === 'refused') return err(number.why);
    const kept = earlier.map(({ id }) => wordsOf(id)).findLast((slip) => slip !== null);
    const slip = kept ?? words();
    return slip === null
      ? err('nothing-to-print')
      : ok(insert(slip, about, number.reprint, earlier[0]?.origin ?? null));
  }

  function insert(slip: Slip, about: About, reprint: number, origin: string | null): string {
    const id = randomUUID();
    const createdAt = clock.now();
    const day = tickets.dayAt(createdAt);
    const { ticket, station, officer, reason } = about;
    const expiresAt = createdAt + times.lifeMs;
    jobs.insert(
      {
        id,
        origin: origin ?? id,
        kind: slip.kind,
        ticket,
        day,
        station,
        reprint,
        officer,
        reason,
        createdAt,
        expiresAt,
      },
      seal.seal(JSON.stringify(slip)),
    );
    pumpSoon();
    return id;
  }

  function retryLater() {
    cancelRetry();
    cancelRetry = clock.after(times.retryMs, wake);
  }

  function wake() {
    tried.clear();
    pumpSoon();
  }

  function sweep() {
    cancelSweep = clock.after(sweepMs, sweep);
    const at = clock.now();
    const now = { today: tickets.dayAt(at), at };
    attempt(
      () =>
        jobs.erase(
          jobs
            .withWords()
            .filter((job) => !areWordsKept(job, job.ticket === null ? null : tickets.find(job.ticket), now))
            .map(({ id }) => id),
        ),
      () => {},
    );
  }

  return {
    add: (slip, about) => insert(slip, about, 0, null),

    reprint: (ticket, by, words) => again(jobs.ofTicket(ticket), { ticket, ...by }, words),

    reprintJob(id, by) {
      const job = jobs.find(id);
      return job === null
        ? err('nothing-to-print')
        : again(jobs.chain(job.origin), { ticket: job.ticket, ...by }, () => null);
    },

    settle: (job, event) => apply(job, event) !== null,
    wake,
    onChange: (listener) => void listeners.push(listener),
    async stop() {
      stopped = true;
      cancelRetry();
      cancelSweep();
      for (const cancel of lives.values()) cancel?.();
      await Promise.all(running.values());
    },
  };
}
