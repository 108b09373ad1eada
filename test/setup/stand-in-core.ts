/**
 * A core for the tests of the shell: keeps the agreement about environment, ready line and exit codes, and serves
 * pages that try to get out.
 */
import { existsSync, watch, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const dataFolder = process.env['MOTCUA_DATA'] ?? '.';
const port = Number(process.env['MOTCUA_PORT'] ?? 0);
const files: Record<string, { type: string; body: string; headers?: Record<string, string> }> = {
  '/': {
    type: 'text/html',
    body: `<!doctype html><html lang="en"><title>stand-in</title><script src="/page.js"></script>
      <h1>Stand-in</h1><input aria-label="Words"><a id="out" href="https://example.com/" target="_blank">out</a>
      <a id="file" href="/file" download>file</a></html>`,
  },
  '/page.js': {
    type: 'text/javascript',
    // Two things a test can read afterwards: whether this document is still the first one, and the keys it was given.
    body: `globalThis.keys = []; addEventListener('keydown', (event) => keys.push(event.key));
      globalThis.bornAt = Date.now();`,
  },
  '/own-policy': {
    type: 'text/html',
    body: '<!doctype html><title>own policy</title>',
    headers: { 'content-security-policy': "default-src 'self'; img-src 'none'" },
  },
  '/file': {
    type: 'application/octet-stream',
    body: 'file',
    headers: { 'content-disposition': 'attachment; filename="file.bin"' },
  },
};

if (existsSync(join(dataFolder, 'refuse'))) {
  console.error('{"level":30,"msg":"a log line"}');
  console.error('Port 4700 is taken by another program.');
  process.exit(2);
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const redirect = searchParams.get('to');
  if (pathname === '/redirect' && redirect !== null) send(response, 302, { location: redirect }, '');
  else {
    const file = files[pathname];
    if (file === undefined) send(response, 404, {}, '');
    else send(response, 200, { 'content-type': file.type, ...file.headers }, file.body);
  }
});
server.listen(port, '127.0.0.1', () => whenAllowed(announce));
process.on('SIGTERM', () => {
  writeFileSync(join(dataFolder, 'stopped'), '');
  process.exit(0);
});

function announce(): void {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(join(dataFolder, 'core.pid'), String(process.pid));
  const stations = (['kiosk', 'display'] as const).map((role) => ({
    id: role,
    role,
    counterId: null,
    url: `${url}/#token=${role}`,
  }));
  console.log(JSON.stringify({ ready: true, url, dataFolder, officers: [], stations }));
}

/** A test that wants to see the time before the core is ready puts a file `wait` there and takes it away later. */
function whenAllowed(next: () => void): void {
  const held = () => existsSync(join(dataFolder, 'wait'));
  if (!held()) {
    next();
    return;
  }
  const watcher = watch(dataFolder, () => {
    if (held()) return;
    watcher.close();
    next();
  });
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, headers).end(body);
}
