/** A child process as this shell sees it: lines out, one end, two ways to stop it. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type ChildEnd = {
  /** `null` when a signal ended it. */
  code: number | null;
  /** The last plain sentence it wrote to stderr; empty when it wrote none. */
  lastWords: string;
};
export interface Child {
  onLine(listener: (line: string) => void): void;
  ended: Promise<ChildEnd>;
  /** Asks it to end. */
  stop(): void;
  kill(): void;
}
export type ChildOptions = {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Receives every stderr line. */
  log: (line: string) => void;
};

// Core and hub end gracefully on SIGTERM; with this they also do when the parent is gone without having sent one.
// Else an orphan would keep the port and the data folder from the next start.
const leaveWithParent =
  'data:text/javascript,process.once("disconnect",()=>process.kill(process.pid,"SIGTERM"))';
// Enough for what still stands in the pipe; the pipe itself may never close, because helpers hold its other end.
const lastLinesMs = 300;

/** @param nodePath a Node 24 */
export function startNodeChild(
  nodePath: string,
  entry: string,
  options: Omit<ChildOptions, 'command' | 'args'>,
): Child {
  return startChild({ ...options, command: nodePath, args: ['--import', leaveWithParent, entry] });
}

export function startChild({ command, args, env, cwd, log }: ChildOptions): Child {
  const ownGroup = process.platform !== 'win32';
  const child = spawn(command, args, {
    cwd,
    env,
    // Its own group: Ctrl+C reaches the parent alone, which then stops its children in order, helpers included.
    detached: ownGroup,
    windowsHide: true,
    // The fourth is a channel that closes when the parent dies however hard, so that a child can leave too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let lastWords = '';
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (isSentence(line)) lastWords = line.trim();
      log(line);
    });
  }
  const lines = child.stdout === null ? null : createInterface({ input: child.stdout });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const killGroup = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(ownGroup ? -child.pid : child.pid, 'SIGKILL');
    } catch {
      // Nobody is left, which is what was wanted.
    }
  };
  return {
    onLine: (listener) => void lines?.on('line', listener),
    ended: new Promise((resolve) => {
      child.once('error', (error) => resolve({ code: 127, lastWords: error.message }));
      child.once('close', (code) => resolve({ code, lastWords }));
      child.once('exit', (code) => {
        // A browser that was killed leaves helper processes behind.
        if (ownGroup) killGroup();
        setTimeout(() => resolve({ code, lastWords }), lastLinesMs);
      });
    }),
    stop: () => void child.kill('SIGTERM'),
    kill: () => {
      if (!hasEnded()) killGroup();
    },
  };
}

/** Log lines are JSON; a sentence for people is anything else. */
export function isSentence(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('{');
}
