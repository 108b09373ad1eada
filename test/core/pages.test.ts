import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { servePages } from '../../core/pages.ts';
import { removeFolder, temporaryFolder } from '../setup/core-process.ts';

function setup() {
  const folder = temporaryFolder('pages');
  onTestFinished(() => removeFolder(folder));
  mkdirSync(join(folder, 'built', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'built', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'built', 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(folder, 'built', 'notes.txt'), 'no page');
  writeFileSync(join(folder, 'secret.json'), '{}');
  const app = Fastify();
  servePages(app, join(folder, 'built'));
  return { app, folder };
}

test('the screens are served with their types; only files whose name tells their content are kept by browsers', async () => {
  const { app } = setup();
  const page = await app.inject('/');
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  const script = await app.inject('/assets/index-abc.js');
  expect(script.body).toBe('export {};');
  expect(script.headers['content-type']).toContain('text/javascript');
  expect(script.headers['cache-control']).toContain('immutable');
});

test.each([
  '/../secret.json',
  '/assets/../../secret.json',
  '/%2e%2e/secret.json',
  '/assets/..%2f..%2fsecret.json',
  '/..%5csecret.json',
  '//secret.json',
  '/notes.txt',
  '/assets/',
])('%s leads nowhere', async (path) => {
  const { app } = setup();
  expect((await app.inject(path)).statusCode).toBe(404);
});

test('a running screen keeps its files when they disappear from the disk', async () => {
  const { app, folder } = setup();
  removeFolder(folder);
  expect((await app.inject('/assets/index-abc.js')).statusCode).toBe(200);
});
