import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { KioskView } from '../../core/contract.ts';
import {
  removeFolder,
  startCoreProcess,
  StartFailure,
  stationUrl,
  temporaryFolder,
} from '../setup/core-process.ts';
import { openScreen } from '../setup/screen.ts';

function folder(): string {
  const path = temporaryFolder('start');
  onTestFinished(() => removeFolder(path));
  return path;
}

/** The core with a page of its own to serve: these tests do not need the built screens. */
function start(dataFolder: string, env: Record<string, string> = {}) {
  const pages = join(folder(), 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>screens</title>');
  return startCoreProcess(dataFolder, { MOTCUA_PAGES: pages, ...env });
}

async function failure(dataFolder: string, env: Record<string, string> = {}): Promise<StartFailure> {
  const outcome = await start(dataFolder, env).then(
    async (core) => {
      await core.stop();
      return new Error('it started');
    },
    (error: unknown) => error,
  );
  if (!(outcome instanceof StartFailure)) throw outcome;
  return outcome;
}

/** One sentence of plain words: no stack, no second line. */
function expectSentence({ code, stderr }: StartFailure, words: string) {
  expect(code).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(words);
}

test('a port that is taken is said in one sentence and nothing is touched', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  onTestFinished(() => void other.close());
  const data = join(folder(), 'data');
  const { port } = other.address() as AddressInfo;
  expectSentence(await failure(data, { MOTCUA_PORT: String(port) }), `Port ${port} on this machine is taken`);
  expect(existsSync(data)).toBe(false);
});

test('a data folder that cannot be written to is said in one sentence', async () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  expectSentence(await failure(join(file, 'data')), 'cannot be written to');
});

test('a wrong setting is named', async () => {
  expectSentence(await failure(folder(), { MOTCUA_PRINTER: 'lpt1' }), 'MOTCUA_PRINTER');
  expectSentence(await failure(folder(), { MOTCUA_SCANNER: 'COM3?speed=9600' }), 'MOTCUA_SCANNER');
  expectSentence(await failure(folder(), { MOTCUA_WEDGE_GAP: '20' }), 'MOTCUA_WEDGE_GAP');
  expectSentence(
    await failure(folder(), { MOTCUA_HUB_URL: 'http://hub.invalid' }),
    'MOTCUA_HUB_URL is wrong: must be https',
  );
  expectSentence(await failure(folder(), { MOTCUA_SAMPLE: '0' }), 'No centre is set up');
});

test('a store from a newer version, or a damaged one, is refused and left as it was', async () => {
  const data = folder();
  const core = await start(data);
  await core.stop();
  const path = join(data, 'kiosk.sqlite');
  const db = new Database(path);
  db.pragma('user_version = 9999');
  db.close();
  const newer = readFileSync(path);
  expectSentence(await failure(data), 'newer version');
  expect(readFileSync(path).equals(newer)).toBe(true);
  const damaged = Buffer.alloc(8192, 'no database');
  writeFileSync(path, damaged);
  expectSentence(await failure(data), 'damaged');
  expect(readFileSync(path).equals(damaged)).toBe(true);
});

test('two cores never share one data folder', async () => {
  const data = folder();
  const core = await start(data);
  onTestFinished(() => core.stop().then(() => {}));
  expectSentence(await failure(data), 'is running already (đang chạy rồi)');
});

test('after a kill the tickets, the officers and the screens are as before', async () => {
  const data = folder();
  const first = await start(data);
  const kiosk = await openScreen<KioskView>(stationUrl(first.ready, 'kiosk'));
  for (const command of [{ type: 'start' }, { type: 'without-card' }] as const) await kiosk.send(command);
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  expect(await kiosk.send({ type: 'take-number' })).toMatchObject({ ok: true });
  await first.stop('SIGKILL');
  const second = await start(data);
  onTestFinished(() => second.stop().then(() => {}));
  expect(second.ready.officers).toEqual(first.ready.officers);
  const token = (address: string) => new URL(address).hash;
  expect(token(stationUrl(second.ready, 'kiosk'))).toBe(token(stationUrl(first.ready, 'kiosk')));
  const again = await openScreen<KioskView>(stationUrl(second.ready, 'kiosk'));
  expect(again.view().screen).toMatchObject({
    at: 'welcome',
    lanes: [{ letter: 'A', waiting: 1 }, {}, {}, {}, {}, {}],
  });
});

test('it stops when it is asked to, with exit code 0', async () => {
  const core = await start(folder());
  expect(await core.stop('SIGTERM')).toBe(0);
});

test('a core that starts while the one before it is still stopping takes over its folder and port', async () => {
  const data = folder();
  const first = await start(data);
  const port = new URL(first.ready.url).port;
  const second = start(data, { MOTCUA_PORT: port });
  await first.stop('SIGTERM');
  const core = await second;
  onTestFinished(() => core.stop().then(() => {}));
  expect(new URL(core.ready.url).port).toBe(port);
});

test.each(['stations.json', 'sample-officers.json'])(
  'a damaged %s is named, and nothing of it is shown',
  async (name) => {
    const data = folder();
    await (await start(data)).stop();
    writeFileSync(join(data, name), '[{"id":"kiosk","token":"SECRETSECRET", "pin": 12x');
    const failed = await failure(data);
    expectSentence(failed, join(data, name));
    expect(failed.stderr).not.toContain('SECRET');
  },
);

test('a data folder deleted under a running kiosk stops the numbers instead of losing them', async () => {
  const data = join(folder(), 'data');
  const core = await start(data);
  onTestFinished(() => core.stop().then(() => {}));
  const kiosk = await openScreen<KioskView>(stationUrl(core.ready, 'kiosk'));
  rmSync(data, { recursive: true });
  for (const command of [{ type: 'start' }, { type: 'without-card' }] as const) await kiosk.send(command);
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  expect(await kiosk.send({ type: 'take-number' })).toMatchObject({ ok: false, error: { code: 'failed' } });
  await kiosk.until(
    ({ screen }) => screen.at === 'closed' && screen.why === 'store-failed',
    'the way to the help desk',
  );
});

test('what the kiosk writes is readable by its own user only', async () => {
  const data = join(folder(), 'data');
  await (await start(data)).stop();
  const open = [
    data,
    ...readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) => join(data, name)),
  ];
  expect(open.filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
  expect(open.length).toBeGreaterThan(3);
});
