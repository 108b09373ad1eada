import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const project = resolve(import.meta.dirname, '../..');

export type CoreReady = {
  url: string;
  dataFolder: string;
  officers: { id: string; name: string; pin: string }[];
  stations: { id: string; role: string; counterId: string | null; url: string }[];
};
export type HubReady = { url: string; page: string };
export type Running<Ready> = {
  ready: Ready;
  child: ChildProcess;
  /** What it wrote on stderr so far. */
  errors(): string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `${name}-`));
}

export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** The address of a station of a running core. */
export function stationUrl(core: CoreReady, id: string): string {
  const station = core.stations.find((one) => one.id === id);
  if (!station) throw new Error(`no station ${id}`);
  return station.url;
}

/** Starts the real core as its own process, on a free port and with the dock, unless told otherwise. */
export function startCoreProcess(
  dataFolder: string,
  env: Record<string, string> = {},
): Promise<Running<CoreReady>> {
  return startProcess<CoreReady>('core/main.ts', {
    MOTCUA_DATA: dataFolder,
    MOTCUA_PORT: '0',
    MOTCUA_SAMPLE: '1',
    MOTCUA_DOCK: '1',
    ...env,
  });
}

export function startHubProcess(
  dataFolder: string,
  env: Record<string, string> = {},
): Promise<Running<HubReady>> {
  return startProcess<HubReady>('hub/main.ts', { MOTCUA_DATA: dataFolder, MOTCUA_HUB_PORT: '0', ...env });
}

export type ClockCore = Running<CoreReady> & {
  /** The core's clock is off by so much from now on. */
  setClock(offsetMs: number): void;
};

/** Starts a core whose clock the caller sets; the centre must stand in the data folder already. */
export async function startClockCore(
  dataFolder: string,
  pages: string,
  offsetMs: number,
): Promise<ClockCore> {
  const settings = JSON.stringify({ dataFolder, pages, offsetMs });
  const running = await startProcess<CoreReady>('test/setup/clock-core.ts', {}, [settings]);
  return { ...running, setClock: (offset) => void running.child.stdin?.write(`${offset}\n`) };
}

/** Resolves at the ready line; rejects with stderr and the exit code when it ends before. */
async function startProcess<Ready>(
  entry: string,
  env: Record<string, string>,
  args: string[] = [],
): Promise<Running<Ready>> {
  const child = spawn(process.execPath, [join(project, entry), ...args], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Written to a process that was just killed: nobody is there to hear it.
  child.stdin.on('error', () => {});
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  const ready = await new Promise<Ready>((done, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => done(JSON.parse(line) as Ready));
    void ended.then((code) => reject(new StartFailure(code, stderr)));
  });
  return {
    ready,
    child,
    errors: () => stderr,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** A process that ended before it was ready. */
export class StartFailure extends Error {
  readonly code: number | null;
  readonly stderr: string;
  constructor(code: number | null, stderr: string) {
    super(`ended with ${code}: ${stderr}`);
    this.code = code;
    this.stderr = stderr;
  }
}
