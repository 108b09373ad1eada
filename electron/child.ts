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
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(ownGroup && name === 'SIGKILL' ? -child.pid : child.pid, name);
    } catch {
      // It ended between the check and the signal.
    }
  };
  return {
    onLine: (listener) => void lines?.on('line', listener),
    ended: new Promise((resolve) => {
      child.once('error', (error) => resolve({ code: 127, lastWords: error.message }));
      child.once('close', (code) => resolve({ code, lastWords }));
    }),
    stop: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL'),
  };
}

/** Log lines are JSON; a sentence for people is anything else. */
export function isSentence(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('{');
}
