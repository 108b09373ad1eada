/** Keeps one child process alive: waits until it is ready, starts it again with back-off when it falls. */
import { nextStart } from './back-off.ts';
import type { Child } from './child.ts';
import type { Clock } from '../core/clock.ts';

export type Supervised<Ready> = {
  start: () => Child;
  /** Reads one line of its stdout; `null` for a line that is not the ready line. */
  parseReady: (line: string) => Ready | null;
  clock: Clock;
  onReady: (ready: Ready) => void;
  /** It fell and will be started again in `delayMs`. */
  onDown: (down: { delayMs: number; lastWords: string }) => void;
  /** It says itself that another start is useless; it stays down. */
  onRefused: (sentence: string) => void;
};
export interface Supervisor {
  /** Ends the child and does not start it again. Resolves when it is gone. */
  stop(): Promise<void>;
}

/** By agreement with core and hub: the start cannot succeed as things stand (port taken, newer store, …). */
const cannotStart = 2;
// A large store may migrate on its first start after an update; past this it hangs.
const readyWithinMs = 120_000;
const stopWithinMs = 8_000;

export function supervise<Ready>(supervised: Supervised<Ready>): Supervisor {
  const { clock } = supervised;
  let failures = 0;
  let stopping = false;
  let cancelRestart = () => {};
  let child: Child | null = null;

  const start = () => {
    const startedAt = clock.now();
    const running = supervised.start();
    child = running;
    const cancelLimit = clock.after(readyWithinMs, () => running.kill());
    running.onLine((line) => {
      const ready = supervised.parseReady(line);
      if (ready === null || stopping) return;
      cancelLimit();
      supervised.onReady(ready);
    });
    void running.ended.then(({ code, lastWords }) => {
      cancelLimit();
      child = null;
      if (stopping) return;
      if (code === cannotStart) {
        supervised.onRefused(lastWords);
        return;
      }
      const next = nextStart(failures, clock.now() - startedAt);
      failures = next.failures;
      cancelRestart = clock.after(next.delayMs, start);
      supervised.onDown({ delayMs: next.delayMs, lastWords });
    });
  };
  start();

  return {
    async stop() {
      stopping = true;
      cancelRestart();
      const running = child;
      if (running === null) return;
      const cancelKill = clock.after(stopWithinMs, () => running.kill());
      running.stop();
      await running.ended;
      cancelKill();
    },
  };
}
