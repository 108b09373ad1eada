import type { Clock } from '../clock.ts';
import type { PrinterStatus } from '../contract.ts';
import { createQueue } from './one-at-a-time.ts';
import type { OpenLink, PrinterLink } from './printer-link.ts';
import type { PrinterModel } from './printer-model.ts';
import type { Printer, PrintOutcome } from './printer.ts';
import { faultOfAutomatic, nameOfError, statusOfAnswers } from './status-bytes.ts';

type PrinterOfBands = Pick<PrinterModel, 'status' | 'dots' | 'rowsPerBand'>;
export type PrinterTimeouts = {
  connectMs: number;
  /** For each answer to a status question, which printers give at once even when off-line. */
  answerMs: number;
  /** From the last sign of life until a running job is given up. */
  silenceMs: number;
  /** How long a fault in a running job may last before the job is given up: a blip must not make a slip uncertain. */
  graceMs: number;
  /** For what was written to be delivered and the link to close. */
  closeMs: number;
};

export const printerTimeouts: PrinterTimeouts = {
  connectMs: 3_000,
  answerMs: 1_500,
  silenceMs: 8_000,
  graceMs: 1_500,
  closeMs: 1_000,
};

const askRealTime = (n: number) => Uint8Array.of(0x10, 0x04, n);
const automaticStatusOn = Uint8Array.of(0x1d, 0x61, 0xff);
const automaticStatusOff = Uint8Array.of(0x1d, 0x61, 0);
/** Answered in order with the job, so only once everything before it has left the buffer. */
const endMarker = Uint8Array.of(0x1d, 0x72, 1);
/**
 * Said in real time to a printer that stopped in a job, lest the rest of it come out after the next change of paper: recover
 * (DLE ENQ 2) and clear the buffers (DLE DC4 8). No printer is known to obey both.
 */
const forget = Uint8Array.of(0x10, 0x05, 2, 0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
/**
 * A job that stopped inside a picture leaves the printer waiting for its other rows, and the next slip would be taken for them.
 * So one band of blank rows fills the picture before the buffers are cleared and the printer is reset.
 */
const recoveryOf = ({ rowsPerBand, dots }: PrinterOfBands) =>
  Buffer.concat([Buffer.alloc((rowsPerBand * dots) / 8), forget, Uint8Array.of(0x1b, 0x40)]);
/** How long a printer that was cleared may still say something about the job before. */
const settleMs = 200;
/** A printer that keeps talking without coming to the end. */
const mostEvents = 200;

/**
 * An ESC/POS printer at the end of any link. One link at a time and none between jobs, because network printers serve one
 * client and let the next one wait for a minute.
 */
export function createEscposPrinter(
  open: OpenLink,
  model: PrinterOfBands,
  deps: { clock: Clock; timeouts?: PrinterTimeouts },
): Printer {
  const { timeouts = printerTimeouts } = deps;
  const inTurn = createQueue();
  /** Something of an earlier job may be in the printer: also at the start, for nobody knows how the last run ended. */
  let mayHoldOldJob = true;
  /** Since it may hold one it was told in real time to forget it: else the rest comes out with the next roll of paper. */
  let wasToldToForget = false;
  let current: PrinterLink | null = null;
  let closed = false;

  /** `use` gets a link and what the printer answered on it; `null` when it cannot be reached or says nothing. */
  async function withLink<Value>(
    use: (link: PrinterLink, status: PrinterStatus) => Promise<Value>,
  ): Promise<Value | null> {
    const link = closed ? null : await open(timeouts.connectMs);
    if (link === null) return null;
    current = link;
    const status = await ask(link);
    const value = status === null || closed ? null : await use(link, status);
    link.destroy();
    current = null;
    return value;
  }

  /** Real-time questions come first: an off-line printer leaves ordinary commands, ASB among them, lying behind its fault. */
  async function ask(link: PrinterLink): Promise<PrinterStatus | null> {
    // Of one that answers nothing only this is known: there is somebody at the other end.
    if (model.status === 'none') return { at: 'ready' };
    const answers: number[] = [];
    // One after another: the answers do not say which question they belong to.
    for (const n of [2, 4, 1]) {
      const answer = await answerTo(n, link);
      if (answer === null) return null;
      answers.push(answer);
    }
    const [cause = 0, paper = 0, printer = 0] = answers;
    const status = statusOfAnswers(cause, paper, printer);
    return status.at === 'error'
      ? { at: 'error', detail: nameOfError((await answerTo(3, link)) ?? 0) }
      : status;
  }

  async function answerTo(n: number, link: PrinterLink): Promise<number | null> {
    link.send(askRealTime(n));
    for (let events = 0; events < mostEvents; events++) {
      const event = await link.next(timeouts.answerMs);
      if (event === 'ended' || event === 'timeout') return null;
      if (event.kind === 'answer') return event.byte;
    }
    return null;
  }

  async function send(link: PrinterLink, status: PrinterStatus, job: Uint8Array): Promise<PrintOutcome> {
    if (status.at !== 'ready' && status.at !== 'paper-low') {
      await link.end(timeouts.closeMs);
      return { at: 'not-started', why: status.at };
    }
    if (mayHoldOldJob) link.send(recoveryOf(model));
    if (model.status === 'real-time') {
      const trouble = await troubleBefore(link);
      if (trouble !== null)
        return { at: 'not-started', why: trouble === 'connection-lost' ? 'offline' : 'error' };
    }
    // From here on something may be on paper, whatever becomes of this run.
    mayHoldOldJob = true;
    const outcome = model.status === 'real-time' ? await untilTheEnd(link, job) : await handOver(link, job);
    mayHoldOldJob = outcome.at === 'uncertain';
    if (mayHoldOldJob) {
      link.send(forget);
      // An answer to what was asked behind it proves that it has arrived, before anybody mends the printer.
      if (model.status !== 'none') await answerTo(1, link);
    }
    // Whether that arrived, nobody knows: it is said again when the printer is next asked how it is.
    wasToldToForget = false;
    await link.end(timeouts.closeMs);
    return outcome;
  }

  /**
   * A marker before the job: only a printer that answers it obeys anything. And one that belongs to the job before must not
   * be taken for that of the next.
   */
  async function troubleBefore(link: PrinterLink): Promise<string | null> {
    link.send(endMarker);
    const trouble = await whyNoEnd(link, mayHoldOldJob ? timeouts.silenceMs : timeouts.answerMs);
    if (trouble !== null || !mayHoldOldJob) return trouble;
    for (let events = 0; events < mostEvents; events++) {
      const event = await link.next(settleMs);
      if (event === 'ended') return 'connection-lost';
      if (event === 'timeout') return null;
    }
    return 'no-answer';
  }

  async function untilTheEnd(link: PrinterLink, job: Uint8Array): Promise<PrintOutcome> {
    link.send(automaticStatusOn);
    link.send(job);
    link.send(endMarker);
    const why = await whyNoEnd(link, timeouts.silenceMs);
    if (why !== null) return { at: 'uncertain', why };
    link.send(automaticStatusOff);
    return { at: 'printed' };
  }

  /** Nothing but the answer to the end marker proves anything: `null`, or what kept it away. */
  async function whyNoEnd(link: PrinterLink, silenceMs: number): Promise<string | null> {
    let fault: string | null = null;
    let unsentBytes = link.unsentBytes();
    for (let events = 0; events < mostEvents; events++) {
      const event = await link.next(fault === null ? silenceMs : timeouts.graceMs);
      if (event === 'ended') return fault ?? 'connection-lost';
      if (event === 'timeout') {
        const isTakingMore = link.unsentBytes() < unsentBytes;
        unsentBytes = link.unsentBytes();
        if (fault !== null || !isTakingMore) return fault ?? 'no-answer';
      } else if (event.kind === 'end-marker') return null;
      else if (event.kind === 'automatic') fault = faultOfAutomatic(event.bytes);
    }
    return 'no-answer';
  }

  /** All that can be seen of a printer without an end marker: whether it takes the bytes, and how it is afterwards. */
  async function handOver(link: PrinterLink, job: Uint8Array): Promise<PrintOutcome> {
    link.send(job);
    let unsentBytes = link.unsentBytes();
    for (let quietMs = 0; unsentBytes > 0; quietMs += settleMs) {
      if (quietMs >= timeouts.silenceMs) return { at: 'uncertain', why: 'no-answer' };
      if ((await link.next(settleMs)) === 'ended') return { at: 'uncertain', why: 'connection-lost' };
      if (link.unsentBytes() < unsentBytes) quietMs = 0;
      unsentBytes = link.unsentBytes();
    }
    if (model.status === 'none') return { at: 'printed', confirmed: false };
    // What it answers at once is how it was before it began to print.
    if ((await link.next(timeouts.graceMs)) === 'ended') return { at: 'uncertain', why: 'connection-lost' };
    const after = await ask(link);
    if (after === null) return { at: 'uncertain', why: 'no-answer' };
    if (after.at === 'ready' || after.at === 'paper-low') return { at: 'printed', confirmed: false };
    return { at: 'uncertain', why: after.at === 'error' ? 'printer-error' : after.at };
  }

  return {
    status: () => inTurn(async () => (await withLink(report)) ?? { at: 'offline' }),
    print: (job) =>
      inTurn(async () => {
        const outcome = await withLink((link, status) => send(link, status, job));
        return outcome ?? { at: 'not-started', why: 'offline' };
      }),
    close() {
      closed = true;
      current?.destroy();
      return inTurn(async () => {});
    },
  };

  async function report(link: PrinterLink, status: PrinterStatus): Promise<PrinterStatus> {
    if (mayHoldOldJob && !wasToldToForget && model.status === 'real-time') {
      link.send(forget);
      wasToldToForget = true;
    }
    await link.end(timeouts.closeMs);
    return status;
  }
}
