import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

export type Cluster = { url: string; stop: () => void };

/**
 * A PostgreSQL for tests: the one DATABASE_URL_TEST names, which must be empty and may be filled, or a private cluster
 * on a socket in a temporary folder. When neither can be had, the reason in words.
 */
export function startCluster(): Cluster | string {
  const given = process.env['DATABASE_URL_TEST'];
  if (given) return { url: given, stop: () => {} };

  const programs = newestPrograms();
  if (!programs) return 'no PostgreSQL server is installed under /usr/lib/postgresql';
  const folder = mkdtempSync(join(tmpdir(), 'motcua-pg-'));
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root.
  const run = (program: string, ...parts: string[]) => {
    const path = join(programs, program);
    const [command, all] = asRoot
      ? ['/usr/sbin/runuser', ['-u', 'postgres', '--', path, ...parts]]
      : [path, parts];
    return execFileSync(command, all, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  };
  try {
    if (asRoot) execFileSync('/usr/bin/chown', ['postgres', folder]);
    chmodSync(folder, 0o700);
    run(
      'initdb',
      '--pgdata',
      data,
      '--username',
      'hub',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--no-sync',
    );
    const options = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off`;
    run(
      'pg_ctl',
      '--pgdata',
      data,
      '--wait',
      '--silent',
      '--log',
      join(folder, 'log'),
      '--options',
      options,
      'start',
    );
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return `a private PostgreSQL could not be started: ${error instanceof Error ? error.message : String(error)}`;
  }
  return {
    url: `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=hub`,
    stop: () => {
      run('pg_ctl', '--pgdata', data, '--wait', '--silent', '--mode', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newestPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const version = readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'bin', 'initdb')))
    .toSorted((one, other) => Number(other) - Number(one))[0];
  return version ? join(root, version, 'bin') : null;
}
