import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '..');

/** Core files without Node, Electron or a device in them: what the renderer may use besides the contract. */
const pureCore = [
  'core/contract.ts',
  'core/result.ts',
  'core/clock.ts',
  'core/announce/',
  'core/card/',
  'core/catalogue/search/',
  'core/flows/',
  'core/queue/',
];

/** Which folders a folder may import from, besides its own. The one picture of the house that cannot drift. */
const allowed: Record<string, string[]> = {
  core: [],
  hub: ['core/sync/protocol.ts', 'core/result.ts', 'core/clock.ts', 'core/secret-file.ts'],
  electron: [
    'core/contract.ts',
    'core/result.ts',
    'core/clock.ts',
    'core/data-folder.ts',
    'core/lan/pairing-proof.ts',
  ],
  renderer: [...pureCore, 'resources/everyday-words.json'],
};
const compositionRoots = [
  'core/main.ts',
  'core/cli.ts',
  'hub/main.ts',
  'electron/main.ts',
  'electron/launch.ts',
];

function sources(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function imports(file: string): string[] {
  const text = readFileSync(join(project, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

function crossings(folder: string): string[] {
  return sources(folder).flatMap((file) =>
    imports(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => relative(project, resolve(project, dirname(file), target)))
      .filter((target) => !target.startsWith(`${folder}/`) && !target.startsWith('node_modules/'))
      .map((target) => `${file} -> ${target}`),
  );
}

test.each(Object.entries(allowed))('%s imports only from where it may', (folder, targets) => {
  const seen = crossings(folder);
  const wrong = seen.filter((crossing) => {
    const target = crossing.split(' -> ')[1] ?? '';
    return !targets.some((one) => (one.endsWith('/') ? target.startsWith(one) : target === one));
  });
  expect(wrong).toEqual([]);
  expect(sources(folder).length).toBeGreaterThan(5);
});

test('the screens take nothing but types from the contract: its schemas would bring their whole library along', () => {
  const wrong = sources('renderer').filter((file) =>
    /^import (?!type)[^;]*core\/contract\.ts'/m.test(readFileSync(join(project, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('the core knows no Electron and no React', () => {
  const wrong = sources('core').filter((file) =>
    imports(file).some((name) => /^(electron|react)/.test(name)),
  );
  expect(wrong).toEqual([]);
});

test('only the composition roots read the environment', () => {
  const wrong = [
    ...sources('core'),
    ...sources('hub'),
    ...sources('electron'),
    ...sources('renderer'),
  ].filter(
    (file) =>
      !compositionRoots.includes(file) &&
      /process\.(env|argv)\b/.test(readFileSync(join(project, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});
