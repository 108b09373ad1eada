import { execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished, vi } from 'vitest';
import { runProgram, type RunProgram } from '../../../core/devices/run-program.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';

const run = promisify(execFile);

/** A real CUPS of this test's own, with one raw queue `PHIEU` to a printer on `printerPort`. */
export async function startCups(printerPort: number): Promise<{ run: RunProgram }> {
  const folder = temporaryFolder('cups');
  const at = `127.0.0.1:${await freePort()}`;
  for (const name of ['spool/tmp', 'cache', 'state']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, 'cupsd.conf'),
    `Listen ${at}
Browsing No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`,
  );
  const own = (name: string) => join(folder, name);
  writeFileSync(
    own('cups-files.conf'),
    `ServerRoot ${folder}
RequestRoot ${own('spool')}
TempDir ${own('spool/tmp')}
CacheDir ${own('cache')}
StateDir ${own('state')}
AccessLog ${own('access')}
ErrorLog ${own('error')}
PageLog ${own('page')}
Sandboxing Relaxed
`,
  );
  const cupsd = spawn('/usr/sbin/cupsd', ['-f', '-c', own('cupsd.conf'), '-s', own('cups-files.conf')], {
    stdio: 'ignore',
  });
  const failed = new Promise<never>((_, reject) =>
    cupsd.on('error', () =>
      reject(new Error('These tests need CUPS: npm test installs it, or: apt-get install cups cups-client')),
    ),
  );
  const over = new Promise<void>((resolve) => cupsd.on('exit', () => resolve()));
  onTestFinished(async () => {
    cupsd.kill();
    await over;
    removeFolder(folder);
  });
  const env = { ...process.env, CUPS_SERVER: at };
  await Promise.race([
    failed,
    vi.waitFor(() => run('lpstat', ['-r'], { env }).then(isRunning), { timeout: 10_000 }),
  ]);
  const device = `socket://127.0.0.1:${printerPort}`;
  await run('/usr/sbin/lpadmin', ['-p', 'PHIEU', '-E', '-v', device, '-m', 'raw'], { env });
  return { run: (name, args, input) => runProgram('env', [`CUPS_SERVER=${at}`, name, ...args], input) };
}

function isRunning({ stdout }: { stdout: string }) {
  if (!stdout.includes('is running')) throw new Error('CUPS is not there yet');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
