import type { Clock } from '../clock.ts';
import type { SyncView } from '../contract.ts';
import { unreachable } from '../result.ts';
import { readAnswer, type Verdict } from './answer.ts';
import { type Outbox, pack } from './outbox.ts';
import { type Batch, batchLimit, type Fact, factsPath, protocolVersion } from './protocol.ts';
import { type Trouble, troubleWords } from './trouble.ts';

export const requestTimeoutMs = 10_000;
const shortestWaitMs = 1_000;
const longestWaitMs = 60_000;
/** An honest answer is a line; anything longer is some other server's page. */
const answerLimitBytes = 64 * 1024;

export type SyncLoopParts = {
  outbox: Outbox;
  centre: Batch['centre'];
  /** `null`: this core keeps its facts to itself. */
  hub: { url: string; token: string } | null;
  clock: Clock;
  fetch: typeof globalThis.fetch;
  /** From 0 up to, not including, 1. */
  random: () => number;
  /** Called whenever `view()` may say something new. */
  onChange: () => void;
};
export type SyncLoop = {
  /** A fact was recorded. Cheap, returns at once, may be called inside a transaction. */
  nudge: () => void;
  /** Tries now, whatever the back-off says; settles when everything is sent or the try failed. Never rejects. */
  syncNow: () => Promise<void>;
  view: () => SyncView;
  /** Nothing is sent and the outbox is not touched any more. */
  stop: () => void;
};

/** Sends facts to the hub, one request at a time, beginning at once with what an earlier run left behind. */
export function createSyncLoop({
  outbox,
  centre,
  hub,
  clock,
  fetch,
  random,
  onChange,
}: SyncLoopParts): SyncLoop {
  let nextSeq = 1;
  let limit = batchLimit;
  let failures = 0;
  let trouble: Trouble | null = null;
  let running: Promise<void> | null = null;
  let nudgedMeanwhile = false;
  let cancelTimer: (() => void) | null = null;
  let inFlight: AbortController | null = null;
  let stopped = false;

  function schedule(delayMs: number): void {
    cancelTimer?.();
    cancelTimer = clock.after(delayMs, () => {
      cancelTimer = null;
      void run();
    });
  }

  function run(): Promise<void> {
    if (!hub || stopped) return Promise.resolve();
    cancelTimer?.();
    cancelTimer = null;
    // Begins after `running` is set: whatever the store or the request calls back finds the loop already busy.
    running ??= Promise.resolve()
      .then(() => drain(hub))
      // A full disk or a damaged file must not end the loop: the hall keeps serving, and disks are freed.
      .catch((): Trouble => 'store-failed')
      .then(settle);
    return running;
  }

  function settle(why: Trouble | null): void {
    running = null;
    if (stopped) return;
    trouble = why;
    failures = why === null ? 0 : failures + 1;
    if (why !== null) schedule(waitMs(failures, random));
    else if (nudgedMeanwhile) schedule(0);
    nudgedMeanwhile = false;
    onChange();
  }

  /** Sends until nothing is left; gives the reason when it had to give up. */
  async function drain(target: { url: string; token: string }): Promise<Trouble | null> {
    let rewound = false;
    for (;;) {
      if (stopped) return null;
      const packed = pack(outbox.factsFrom(nextSeq, limit), nextSeq);
      if (packed.at === 'empty') return null;
      if (packed.at === 'missing') return 'missing-facts';
      if (packed.at === 'oversize') {
        outbox.setAside(packed.seq, 'body: too large');
        continue;
      }
      const verdict = await send(target, packed.facts);
      if (stopped) return null;
      switch (verdict.at) {
        case 'acknowledged':
          outbox.acknowledge(verdict.through, clock.now());
          nextSeq = verdict.through + 1;
          failures = 0;
          trouble = null;
          onChange();
          break;
        case 'rewind':
          // A hub that restored a backup asks once; one that asks again is broken and must not keep us spinning.
          if (rewound) return 'wrong-answer';
          rewound = true;
          nextSeq = verdict.to;
          break;
        case 'refused':
          outbox.setAside(verdict.seq, verdict.reason);
          onChange();
          break;
        case 'too-large':
          if (packed.facts.length === 1) return 'too-large';
          limit = Math.floor(packed.facts.length / 2);
          break;
        case 'failed':
          return verdict.why;
        default:
          unreachable(verdict);
      }
    }
  }

  async function send(target: { url: string; token: string }, facts: [Fact, ...Fact[]]): Promise<Verdict> {
    const { device, epoch } = outbox;
    const batch: Batch = { protocol: protocolVersion, device, epoch, centre, sentAt: clock.now(), facts };
    const abort = new AbortController();
    inFlight = abort;
    let timedOut = false;
    const cancelTimeout = clock.after(requestTimeoutMs, () => {
      timedOut = true;
      abort.abort();
    });
    try {
      const response = await fetch(target.url.replace(/\/+$/, '') + factsPath, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${target.token}` },
        body: JSON.stringify(batch),
        // Following a redirect would hand the token to whoever answered.
        redirect: 'manual',
        signal: abort.signal,
      });
      return readAnswer(response.status, await readText(response), facts);
    } catch {
      return { at: 'failed', why: timedOut ? 'timeout' : 'unreachable' };
    } finally {
      cancelTimeout();
      inFlight = null;
    }
  }

  function nudge(): void {
    if (!hub || stopped) return;
    if (running) nudgedMeanwhile = true;
    // A timer already set is either this very nudge or the back-off, which new facts must not cut short.
    else if (!cancelTimer) schedule(0);
  }

  if (hub) {
    nextSeq = outbox.summary().acknowledgedThrough + 1;
    schedule(0);
  }

  return {
    nudge,
    syncNow: run,
    view: () => {
      const { pending, oldestAt, lastSuccessAt } = outbox.summary();
      return {
        state: trouble ? 'failing' : lastSuccessAt === null ? 'never' : 'ok',
        hub: hub?.url ?? null,
        pending,
        oldestPendingAt: oldestAt,
        lastSuccessAt,
        trouble: trouble && troubleWords[trouble],
      };
    },
    stop: () => {
      stopped = true;
      cancelTimer?.();
      cancelTimer = null;
      inFlight?.abort();
    },
  };
}

/** Full jitter over a window that doubles up to a minute, so that a thousand kiosks do not return as one. */
export function waitMs(failures: number, random: () => number): number {
  const ceilingMs = Math.min(longestWaitMs, shortestWaitMs * 2 ** Math.min(failures, 16));
  return Math.round(shortestWaitMs + random() * (ceilingMs - shortestWaitMs));
}

/** The text of the answer; empty, hence nonsense, when it is longer than any honest one. */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > answerLimitBytes) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
