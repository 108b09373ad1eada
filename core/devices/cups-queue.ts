import { userInfo } from 'node:os';
import type { PrinterStatus } from '../contract.ts';
import { runProgram, type RunProgram } from './run-program.ts';
import type { JobState, Spooler } from './spooled-printer.ts';

/** CUPS itself drops a job that has been at work for so long: also when nobody is left to cancel it. */
const cancelAfterSeconds = 60;
/** What the back end of a queue says while it has not reached the printer: no byte has gone out. */
const notReached = /may not exist|unavailable|not responding|connecting to|locate printer|in use/i;

/** A queue of CUPS, worked with its own programs (`lp`, `lpstat`, `cancel`); the bytes go through it as they are. */
export function createCupsQueue(queue: string, run: RunProgram = runProgram): Spooler {
  return {
    async status() {
      const { isWell, out } = await run('lpstat', ['-l', '-p', queue]);
      return isWell ? statusOf(out) : { at: 'offline' };
    },
    async submit(job) {
      const options = ['-o', 'raw', '-o', `job-cancel-after=${cancelAfterSeconds}`];
      const { isWell, out } = await run('lp', ['-d', queue, '-t', 'motcua', ...options, '--', '-'], job);
      return isWell ? (/request id is (\S+)/.exec(out)?.[1] ?? null) : null;
    },
    async stateOf(id) {
      const jobs = (which: string) => run('lpstat', ['-l', '-W', which, '-o', queue]);
      const open = await jobs('not-completed');
      const state = openJobStateOf(id, open.out);
      return state === 'unknown' ? endedJobStateOf(id, (await jobs('completed')).out) : state;
    },
    async cancel(id) {
      await run('cancel', [id]);
    },
    async clear() {
      const { out } = await run('lpstat', ['-o', queue]);
      // What others print through the same queue is theirs.
      const own = userInfo().username;
      const left = out.split('\n').flatMap((line) => {
        const [, id, owner] = /^(\S+-\d+)\s+(\S+)\s/.exec(line) ?? [];
        return id !== undefined && owner === own ? id : [];
      });
      if (left.length > 0) await run('cancel', left);
    },
  };
}

/** Of `lpstat -l -p`. A driver's own words about paper and cover come as alerts; a raw queue has none. */
export function statusOf(words: string): PrinterStatus {
  const [first = '', message = ''] = words.split('\n');
  const alerts = /^\tAlerts: (.*)$/m.exec(words)?.[1] ?? '';
  if (/media-empty|media-needed/.test(alerts)) return { at: 'paper-out' };
  if (/cover-open|door-open/.test(alerts)) return { at: 'cover-open' };
  if (/media-jam/.test(alerts)) return { at: 'error', detail: 'printer-error' };
  if (/ disabled since /.test(first) || /offline/.test(alerts) || notReached.test(message))
    return { at: 'offline' };
  return /media-low/.test(alerts) ? { at: 'paper-low' } : { at: 'ready' };
}

/** Of `lpstat -l -W not-completed -o`. */
export function openJobStateOf(id: string, words: string): JobState {
  const job = readJob(id, words);
  if (job === null) return 'unknown';
  return job.hasGoneOut ? 'at-work' : 'waiting';
}

/** Of `lpstat -l -W completed -o`: those that were cancelled are among them. */
export function endedJobStateOf(id: string, words: string): JobState {
  const job = readJob(id, words);
  if (job === null) return 'unknown';
  if (!/canceled|aborted|stopped/.test(job.alerts)) return 'taken';
  return job.hasGoneOut ? 'dropped-midway' : 'dropped';
}

function readJob(id: string, words: string): { alerts: string; hasGoneOut: boolean } | null {
  const block = words.split(/\n(?=\S)/).find((lines) => lines.startsWith(`${id} `));
  if (block === undefined) return null;
  // Without such a line no back end has begun with it.
  const status = /^\tStatus: (.*)$/m.exec(block)?.[1] ?? null;
  const alerts = /^\tAlerts: (.*)$/m.exec(block)?.[1] ?? '';
  return { alerts, hasGoneOut: status !== null && !notReached.test(status) };
}
