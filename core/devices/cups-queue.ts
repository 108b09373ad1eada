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
      const { out } = await run('lpstat', ['-l', '-W', 'all', '-o', queue]);
      return jobStateOf(id, out);
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

/** Of `lpstat -l -W all -o`. */
export function jobStateOf(id: string, words: string): JobState {
  const block = words.split(/\n(?=\S)/).find((lines) => lines.startsWith(`${id} `));
  if (block === undefined) return 'unknown';
  // Without such a line no back end has begun with it.
  const status = /^\tStatus: (.*)$/m.exec(block)?.[1] ?? null;
  const alerts = /^\tAlerts: (.*)$/m.exec(block)?.[1] ?? '';
  if (/completed-successfully/.test(alerts)) return 'taken';
  const hasGoneOut = status !== null && !notReached.test(status);
  if (/canceled|aborted|completed/.test(alerts)) return hasGoneOut ? 'dropped-midway' : 'dropped';
  if (/printing|processing/.test(alerts)) return hasGoneOut ? 'at-work' : 'waiting';
  return 'waiting';
}
