import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { findVoice } from './voice/voice-files.ts';

type Page = { body: Buffer; type: string; cache: string };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
};

/**
 * Serves the built screens out of memory: a few megabytes, read once. No path of a request ever reaches the disk, and a
 * screen that is running cannot lose its files under an update.
 */
export function servePages(app: FastifyInstance, folder: string): void {
  const pages = readPages(folder);
  for (const [path, { body, type, cache }] of pages) {
    app.get(path, (_request, reply) =>
      reply.header('content-type', type).header('cache-control', cache).send(body),
    );
  }
}

/** Serves the voice's clips in the same way, and `/voice/clips.json`: where each clip that is there can be had. */
export function serveVoice(app: FastifyInstance, folders: readonly string[]): void {
  const files = findVoice(folders);
  for (const { name, path, type } of files) {
    const body = readFileSync(path);
    app.get(`/voice/${name}`, (_request, reply) =>
      reply.header('content-type', type).header('cache-control', 'no-store').send(body),
    );
  }
  const clips = Object.fromEntries(files.map(({ clip, name }) => [clip, `/voice/${name}`]));
  app.get('/voice/clips.json', (_request, reply) => reply.header('cache-control', 'no-store').send(clips));
}

function readPages(folder: string): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    // The names of assets change with their content.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
    const page = { body: readFileSync(file), type, cache };
    pages.set(path, page);
    if (path === '/index.html') pages.set('/', page);
  }
  return pages;
}
