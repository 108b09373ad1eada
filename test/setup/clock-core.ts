/**
 * The whole core with a clock that can be set: each line on stdin is a number of milliseconds by which it is off from then
 * on. The one argument is a JSON document of the settings.
 */
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { systemClock, type Clock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import { startCore } from '../../core/start.ts';

const project = resolve(import.meta.dirname, '../..');
const { dataFolder, pages, offsetMs } = JSON.parse(process.argv[2] ?? '{}') as {
  dataFolder: string;
  pages: string;
  offsetMs: number;
};

let offset = offsetMs;
createInterface({ input: process.stdin }).on('line', (line) => {
  offset = Number(line);
});
const clock: Clock = {
  now: () => systemClock.now() + offset,
  after: (delayMs, callback) => systemClock.after(delayMs, callback),
};

const core = await startCore(
  {
    dataFolder,
    pages,
    resources: resolve(project, 'resources'),
    migrations: resolve(project, 'core/store/migrations'),
    port: 0,
    lanPort: 0,
    phonePort: 0,
    hubUrl: null,
    sample: false,
    dock: false,
    printer: 'virtual',
    printerModel: null,
    scanner: null,
    voice: [],
    wedgeGapMs: 50,
    portal: null,
    slipLifeMs: 60_000,
  },
  clock,
  createLog('warn'),
);
if (!core.ok) {
  process.stderr.write(`${core.error}\n`);
  process.exit(2);
}
process.on('SIGTERM', () => void core.value.stop().then(() => process.exit(0)));
const { stop: _, ...ready } = core.value;
process.stdout.write(`${JSON.stringify({ ready: true, ...ready })}\n`);
