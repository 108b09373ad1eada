// `npm test`: the same set-up as `npm start`, then everything. Plain JavaScript for Node 20 with no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, node, root, say, setUp, setUpFolder } from '../electron/setup.mjs';

const results = join(root, 'test-results');
const bin = (name) => join(root, 'node_modules', ...name);
const typescript = ['core', 'hub', 'electron', 'renderer', 'test'];

/** Each step runs and tells how much passed, failed and was skipped. All run, even after one has failed. */
const steps = {
  types: () =>
    typescript.map((folder) => command([bin(['typescript', 'bin', 'tsc']), '-p', folder])).reduce(sum),
  lint: () => command([bin(['oxlint', 'bin', 'oxlint'])]),
  format: () => command([bin(['@biomejs', 'biome', 'bin', 'biome']), 'format', '.']),
  unit: () => {
    const report = join(results, 'vitest.json');
    rmSync(report, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const status = runNode([bin(['vitest', 'vitest.mjs']), 'run', ...reporters]);
    return vitestCounts(report, status);
  },
  journeys: () => playwright('journeys', []),
  shell: () => {
    if (process.platform === 'linux' && process.arch === 'x64')
      return playwright('shell', ['xvfb-run', '-a']);
    say(`shell: skipped, because there is no Electron to test with on ${process.platform} ${process.arch}.`);
    return { passed: 0, failed: 0, skipped: 1 };
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no step ${unknown.join(', ')}; the steps are ${Object.keys(steps).join(', ')}.\n`,
  );
  process.exit(2);
}

try {
  // The hub is tested on a real PostgreSQL beside the embedded one, the scanner on a real pair of terminals, the slips with
  // readers of codes, of letters and of print jobs.
  setUp([
    'postgresql',
    'socat',
    'cups',
    'cups-client',
    'zbar-tools',
    'tesseract-ocr',
    'tesseract-ocr-vie',
    'poppler-utils',
  ]);
  setUpFolder('test/oracle');
  build();
} catch (error) {
  process.stderr.write(`${error.message}\n0 passed, 1 failed\n`);
  process.exit(1);
}
mkdirSync(results, { recursive: true });

const rows = [];
for (const name of asked.length > 0 ? asked : Object.keys(steps)) {
  say(`\n── ${name} ──`);
  const startedAt = Date.now();
  const counts = steps[name]();
  rows.push({ name, ...counts, seconds: ((Date.now() - startedAt) / 1000).toFixed(1) });
}

say('\n  step        passed  failed  skipped  seconds');
for (const { name, passed, failed, skipped, seconds } of rows) {
  const cells = [passed, failed, skipped, seconds].map((cell, index) =>
    String(cell).padStart([6, 6, 7, 7][index]),
  );
  say(`  ${name.padEnd(10)}  ${cells.join('  ')}`);
}
const total = rows.reduce(sum);
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

function command(args) {
  return runNode(args) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function runNode(args, before = []) {
  const [program, ...rest] = [...before, node, ...args];
  const done = spawnSync(program, rest, { cwd: root, stdio: 'inherit', env: environment() });
  if (done.error) process.stderr.write(`${program} could not be run: ${done.error.message}\n`);
  return done.status ?? 1;
}

/** Children that call `node` by name get the pinned one. */
function environment() {
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
    FORCE_COLOR: '0',
  };
}

function playwright(project, before) {
  const report = join(results, 'playwright.json');
  rmSync(report, { force: true });
  const status = runNode([bin(['@playwright', 'test', 'cli.js']), 'test', `--project=${project}`], before);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  // A test that passes only at the second try is a bug, not a success.
  const failed = stats.unexpected + stats.flaky;
  return honest({ passed: stats.expected, failed, skipped: stats.skipped }, status);
}

function vitestCounts(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const skipped = numPendingTests + numTodoTests;
  return honest({ passed: numPassedTests, failed: numFailedTests, skipped }, status);
}

/** A suite that failed without a failed test, or that ran none, has failed all the same. */
function honest(counts, status) {
  if (counts.failed === 0 && (status !== 0 || counts.passed === 0)) return { ...counts, failed: 1 };
  return counts;
}

function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
