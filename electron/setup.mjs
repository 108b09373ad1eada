// Everything a checkout needs before it can run, done only where it is missing. Plain JavaScript for Node 20 with no
// dependencies: this is what installs them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(dirname(new URL(import.meta.url).pathname), '..');
const stamps = join(root, 'node_modules', '.cache', 'motcua');
const windows = process.platform === 'win32';

/** What both shells and the tests need from the system. */
const systemPackages = [
  'chromium',
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'fonts-noto-core',
];

/** The Node 24 that runs everything; it comes with the dependencies. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Throws an Error whose message is a sentence when something that is needed cannot be had. */
export function setUp() {
  installDependencies();
  installSystemPackages();
}

function installDependencies() {
  const wanted = digest([join(root, 'package-lock.json')]);
  if (readStamp('dependencies') === wanted && existsSync(node)) return;
  step('Dependencies', () => {
    // A lockfile written on another platform may lack this one's optional packages: then npm fills them in.
    if (
      !npm(['ci', '--no-audit', '--no-fund']) &&
      !npm(['install', '--no-save', '--no-audit', '--no-fund'])
    ) {
      throw new Error('The dependencies could not be installed (see what npm says above).');
    }
    // Where npm was told to run no install scripts, the pinned Node is not there yet.
    if (!existsSync(node))
      run(process.execPath, ['installArchSpecificPackage.js'], join(root, 'node_modules', 'node'));
    if (!existsSync(node))
      throw new Error('The pinned Node 24 could not be installed; "npm rebuild node" may say why.');
    writeStamp('dependencies', wanted);
  });
}

function installSystemPackages() {
  if (process.platform !== 'linux' || !has('dpkg-query')) return;
  const missing = systemPackages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    say(
      `System packages: ${missing.join(' ')} missing; a window and the browser tests need them: sudo apt-get install ${missing.join(' ')}`,
    );
    return;
  }
  step(`System packages (${missing.join(' ')})`, () => {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = { cwd: root, env: environment, encoding: 'utf8' };
    spawnSync('apt-get', ['update', '-q'], quiet);
    const install = spawnSync(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', ...missing],
      quiet,
    );
    if (install.status !== 0) {
      say(`System packages: apt-get failed (${lastLine(install.stderr)}); going on without them.`);
    }
  });
}

/** Builds the screens and the shell where they are older than their sources. */
export function build() {
  const sources = ['electron', 'renderer', 'core', 'resources'].flatMap((folder) =>
    files(join(root, folder)),
  );
  const wanted = digest([...sources, join(root, 'electron.vite.config.ts'), join(root, 'package-lock.json')]);
  const built = ['out/renderer/index.html', 'out/main/main.cjs', 'out/core/main.mjs'].every((file) =>
    existsSync(join(root, file)),
  );
  if (built && readStamp('build') === wanted) return;
  step('Build', () => {
    const tools = join(root, 'node_modules');
    buildWith([join(tools, 'electron-vite', 'bin', 'electron-vite.js'), 'build']);
    buildWith([join(tools, 'vite', 'bin', 'vite.js'), 'build', '--config', 'electron/core.vite.config.ts']);
    writeStamp('build', wanted);
  });
}

function buildWith(args) {
  const done = spawnSync(node, args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The kiosk could not be built:\n${done.stdout}\n${done.stderr}`);
}

function npm(args) {
  // The npm that runs this script, not whichever stands first in the PATH.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(systemNode(), [cli, ...args], root);
  return run(windows ? 'npm.cmd' : 'npm', args, root, windows);
}

/** While the dependencies are being replaced, the Node inside them cannot be the one at work. */
function systemNode() {
  const own = process.env.npm_node_execpath;
  return own && !own.startsWith(join(root, 'node_modules')) ? own : process.execPath;
}

function run(command, args, cwd, shell = false) {
  const done = spawnSync(command, args, { cwd, shell, encoding: 'utf8' });
  if (done.status !== 0)
    process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? done.error?.message ?? ''}\n`);
  return done.status === 0;
}

function isInstalled(name) {
  const asked = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.includes('ok installed');
}

function has(command) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, command)));
}

function files(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .toSorted();
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function readStamp(name) {
  const path = join(stamps, `${name}.stamp`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function writeStamp(name, text) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, `${name}.stamp`), text);
}

function lastLine(text) {
  return String(text ?? '')
    .trim()
    .split('\n')
    .at(-1);
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

function step(name, work) {
  const startedAt = Date.now();
  say(`${name}: at work…`);
  work();
  say(`${name}: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}
