import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageFolder = join(import.meta.dirname, 'page');
const fontFolder = join(import.meta.dirname, '../node_modules/@fontsource/be-vietnam-pro/files');
const fonts = ['latin', 'latin-ext', 'vietnamese'].flatMap((subset) =>
  [400, 600].map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
);

/** Serves the page from a fixed list of files, so no address can reach another. */
export function servePage(app: FastifyInstance): void {
  const files = [
    { address: '/', path: join(pageFolder, 'index.html'), type: 'text/html; charset=utf-8' },
    { address: '/page.css', path: join(pageFolder, 'page.css'), type: 'text/css; charset=utf-8' },
    { address: '/page.js', path: join(pageFolder, 'page.js'), type: 'text/javascript; charset=utf-8' },
    ...fonts
      .map((name) => ({ address: `/fonts/${name}`, path: join(fontFolder, name), type: 'font/woff2' }))
      // Without its font package the page falls back to the fonts of the reader's machine.
      .filter(({ path }) => existsSync(path)),
  ];
  for (const { address, path, type } of files) {
    const content = readFileSync(path);
    app.get(address, async (_request, reply) =>
      reply
        .headers({
          'content-type': type,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': type === 'font/woff2' ? 'max-age=31536000, immutable' : 'no-cache',
        })
        .send(content),
    );
  }
}
