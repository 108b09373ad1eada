import type { Clock } from '../clock.ts';
import type { PrinterStatus } from '../contract.ts';
import { createQueue } from './one-at-a-time.ts';
import type { Printer, PrintOutcome } from './printer.ts';
import { faultOfAutomatic, statusOfAnswers } from './status-bytes.ts';
import { openTcpLink, type TcpLink } from './tcp-link.ts';

export type TcpPrinterTimeouts = {
  connectMs: number;
  /** For each answer to a status question, which printers give at once even when off-line. */
  answerMs: number;
  /** From the last sign of life until a running job is given up. */
  silenceMs: number;
  /** How long a fault in a running job may last before the job is given up: a blip must not make a slip uncertain. */
  graceMs: number;
  /** For the printer to close its side. */
  closeMs: number;
};

export const tcpPrinterTimeouts: TcpPrinterTimeouts = {
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
const recovery = Buffer.concat([Buffer.alloc(240 * 72), forget, Uint8Array.of(0x1b, 0x40)]);
/** A printer that keeps talking without coming to the end. */
const mostEvents = 200;

/**
 * An ESC/POS printer on the network, raw on port 9100. One connection at a time and none between jobs, because such printers
 * serve one client and let the next one wait for a minute.
 */
export function createTcpPrinter(
  address: { host: string; port: number },
  deps: { clock: Clock; timeouts?: TcpPrinterTimeouts },
): Printer {
  const { clock, timeouts = tcpPrinterTimeouts } = deps;
  const inTurn = createQueue();
  let abortedJob = false;
  let current: TcpLink | null = null;
  let closed = false;

  /** `use` gets a connection and what the printer answered on it; `null` when it cannot be reached or says nothing. */
  async function withLink<Value>(
    use: (link: TcpLink, status: PrinterStatus) => Promise<Value>,
  ): Promise<Value | null> {
    const link = closed ? null : await openTcpLink(address, timeouts.connectMs, clock);
    if (link === null) return null;
    current = link;
    const status = await ask(link);
    const value = status === null ? null : await use(link, status);
    link.destroy();
    current = null;
    return value;
  }

  /** Real-time questions come first: an off-line printer leaves ordinary commands, ASB among them, lying behind its fault. */
  async function ask(link: TcpLink): Promise<PrinterStatus | null> {
    const answers: number[] = [];
    // One after another: the answers do not say which question they belong to.
    for (const n of [2, 4, 1]) {
      link.send(askRealTime(n));
      const answer = await nextAnswer(link);
      if (answer === null) return null;
      answers.push(answer);
    }
    const [cause = 0, paper = 0, printer = 0] = answers;
    return statusOfAnswers(cause, paper, printer);
  }

  async function nextAnswer(link: TcpLink): Promise<number | null> {
    for (let events = 0; events < mostEvents; events++) {
      const event = await link.next(timeouts.answerMs);
      if (event === 'ended' || event === 'timeout') return null;
      if (event.kind === 'answer') return event.byte;
    }
    return null;
  }

  async function send(link: TcpLink, status: PrinterStatus, job: Uint8Array): Promise<PrintOutcome> {
    if (status.at !== 'ready' && status.at !== 'paper-low') {
      await link.end(timeouts.closeMs);
      return { at: 'not-started', why: status.at };
    }
    if (abortedJob) link.send(recovery);
    link.send(automaticStatusOn);
    link.send(job);
    link.send(endMarker);
    const outcome = await verdict(link);
    abortedJob = outcome.at === 'uncertain';
    link.send(abortedJob ? forget : automaticStatusOff);
    await link.end(timeouts.closeMs);
    return outcome;
  }

  /** From the first byte of the job on, nothing but the end marker's answer proves anything. */
  async function verdict(link: TcpLink): Promise<PrintOutcome> {
    let fault: string | null = null;
    let unsentBytes = link.unsentBytes();
    for (let events = 0; events < mostEvents; events++) {
      const event = await link.next(fault === null ? timeouts.silenceMs : timeouts.graceMs);
      if (event === 'ended') return { at: 'uncertain', why: fault ?? 'connection-lost' };
      if (event === 'timeout') {
        const isTakingMore = link.unsentBytes() < unsentBytes;
        unsentBytes = link.unsentBytes();
        if (fault !== null || !isTakingMore) return { at: 'uncertain', why: fault ?? 'no-answer' };
      } else if (event.kind === 'end-marker') return { at: 'printed' };
      else if (event.kind === 'automatic') fault = faultOfAutomatic(event.bytes);
    }
    return { at: 'uncertain', why: 'no-answer' };
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

  async function report(link: TcpLink, status: PrinterStatus): Promise<PrinterStatus> {
    await link.end(timeouts.closeMs);
    return status;
  }
}
