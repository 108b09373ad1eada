// Everything a checkout needs before it can run, done only where it is missing. Plain JavaScript for Node 20 with no
// dependencies: this is what installs them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
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
  // Speaks the hall's calls; without it the display only chimes.
  'espeak-ng',
];

/** The Node 24 that runs everything; it comes with the dependencies. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Throws an Error whose message is a sentence when something that is needed cannot be had. */
export function setUp(alsoNeeded = []) {
  installDependencies();
  installSystemPackages([...systemPackages, ...alsoNeeded]);
}

function installDependencies() {
  const wanted = digest([join(root, 'package-lock.json')]);
  if (readStamp('dependencies') === wanted && existsSync(node)) return;
  if (existsSync(node) && isInStep()) {
    writeStamp('dependencies', wanted);
    return;
  }
  step('Dependencies', () => {
    // A lockfile written on another platform may lack this one's optional packages: then npm fills them in.
    // Node, the builder and the tests are development dependencies, which a NODE_ENV of "production" would leave out.
    const flags = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    if (!npm(['ci', ...flags]) && !npm(['install', '--no-save', ...flags])) {
      throw new Error('The dependencies could not be installed (see what npm says above).');
    }
    // No install script is needed but the one of the pinned Node; an older npm would also try to compile what comes
    // compiled, and fail where there is no compiler.
    run(process.execPath, ['installArchSpecificPackage.js'], join(root, 'node_modules', 'node'));
    if (!existsSync(node)) {
      throw new Error('The pinned Node 24 could not be installed; "npm rebuild node" may say why.');
    }
    // So that npm's scripts find it as "node".
    npm(['rebuild', 'node', '--ignore-scripts']);
    writeStamp('dependencies', wanted);
  });
}

/**
 * Installs what a folder with a package.json of its own names, without its optional packages: there for the tests, and too
 * old or too native to stand among the dependencies.
 */
export function setUpFolder(folder) {
  const path = join(root, folder);
  const wanted = digest([join(path, 'package-lock.json')]);
  const stamp = folder.replaceAll('/', '-');
  if (readStamp(stamp) === wanted && existsSync(join(path, 'node_modules'))) return;
  step(`Dependencies of ${folder}`, () => {
    const flags = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    if (!npm(['ci', ...flags], path))
      throw new Error(`The dependencies of ${folder} could not be installed (see what npm says above).`);
    writeStamp(stamp, wanted);
  });
}

/** Whether somebody's own "npm ci" already installed what the lockfile names. Optional packages may be missing. */
function isInStep() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.link || entry.optional || installed[path]?.version === entry.version,
  );
}

function installSystemPackages(wanted) {
  if (process.platform !== 'linux' || !has('dpkg-query')) return;
  // Newer Debian and Ubuntu renamed some of them when time grew to 64 bits.
  const missing = wanted.filter((name) => !isInstalled(name) && !isInstalled(`${name}t64`));
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    say(
      `System packages: ${names} missing; a window and the browser tests need them: sudo apt-get install ${names}`,
    );
    return;
  }
  // What this system does not offer is not asked for again at every start.
  const today = `${new Date().toISOString().slice(0, 10)} ${names}`;
  if (readStamp('system-packages') === today) return;
  step(`System packages (${names})`, () => {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = { cwd: root, env: environment, encoding: 'utf8' };
    spawnSync('apt-get', ['update', '-q'], quiet);
    const offered = missing.flatMap((name) => [name, `${name}t64`].find(isOffered) ?? []);
    const install = spawnSync(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', ...offered],
      quiet,
    );
    if (install.status !== 0) {
      say(`System packages: apt-get failed (${lastLine(install.stderr)}); going on without them.`);
    }
    writeStamp('system-packages', today);
  });
}

/** Builds the screens, the shell and the voice where they are older than their sources. */
export function build() {
  buildScreens();
  makeVoice();
}

function buildScreens() {
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

/** Once for each state of the sources and of espeak-ng: where that is missing the kiosk works with the chime alone. */
function makeVoice() {
  const sources = ['core/voice', 'core/announce'].flatMap((folder) => files(join(root, folder)));
  const espeak = spawnSync('espeak-ng', ['--version'], { encoding: 'utf8' }).stdout ?? 'none';
  const wanted = `${digest(sources)} ${espeak}`;
  const folder = join(root, 'out', 'voice');
  if (readStamp('voice') === wanted && (espeak === 'none' || existsSync(join(folder, 'moi-so.wav')))) return;
  step('Voice', () => {
    const cli = join(root, 'core', 'cli.ts');
    const made = spawnSync(node, [cli, 'voice', '--out', folder], { cwd: root, encoding: 'utf8' });
    if (made.status !== 0 || JSON.parse(made.stdout).clips === 0)
      say('Voice: espeak-ng is missing or failed, so the display only chimes; everything else works.');
    writeStamp('voice', wanted);
  });
}

function buildWith(args) {
  const done = spawnSync(node, args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The kiosk could not be built:\n${done.stdout}\n${done.stderr}`);
}

function npm(args, folder = root) {
  // The npm that runs this script, not whichever stands first in the PATH.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(systemNode(), [cli, ...args], folder);
  return run(windows ? 'npm.cmd' : 'npm', args, folder, windows);
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

/** Whether apt can install it: a name that others only provide has no version of its own. */
function isOffered(name) {
  const asked = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /Candidate: (?!\(none\))/.test(asked.stdout ?? '');
}

function has(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
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
