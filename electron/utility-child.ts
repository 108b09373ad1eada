/** The core inside Electron's own Node: dies with the shell by itself. */
import { utilityProcess } from 'electron';
import { createInterface } from 'node:readline';
import { isSentence, type Child, type ChildEnd } from './child.ts';

export function startUtilityChild(entry: string, env: NodeJS.ProcessEnv, log: (line: string) => void): Child {
  const child = utilityProcess.fork(entry, [], { env, stdio: 'pipe', serviceName: 'Một Cửa core' });
  let lastWords = '';
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (isSentence(line)) lastWords = line.trim();
      log(line);
    });
  }
  const lines = child.stdout === null ? null : createInterface({ input: child.stdout });
  return {
    onLine: (listener) => void lines?.on('line', listener),
    ended: new Promise<ChildEnd>((done) => {
      child.once('exit', (code) => done({ code, lastWords }));
    }),
    stop: () => void child.kill(),
    kill: () => {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
