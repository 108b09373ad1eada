/** What the shell does when there is no core yet, when it falls, and when it refuses to start. */
import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testElectron } from '../../setup/test-electron.ts';
import { atHome, makeShellPlace, shellEnvironment, startShell, type ShellPlace } from '../../setup/shell.ts';

let place: ShellPlace;
test.beforeEach(() => {
  place = makeShellPlace();
});
test.afterEach(() => place.remove());

const calm = 'Máy đang chuẩn bị,';
const corePid = () => Number(readFileSync(join(place.dataFolder, 'core.pid'), 'utf8'));

/** Runs the shell to its end, without a driver. */
function runShell(environment: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(testElectron(), ['--no-sandbox', '--disable-gpu', place.appFolder], {
    env: shellEnvironment(place, environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

test('a calm page stands until the core is ready, then the kiosk', async () => {
  writeFileSync(join(place.dataFolder, 'wait'), '');
  const { app, page } = await startShell(place);
  await expect(page.getByRole('heading')).toHaveText(calm);
  await expect(page.getByText('xin bà con chờ một chút…')).toBeVisible();
  // Its styles came through every policy: big type on warm paper, the turning ring no larger than a stamp.
  const looks = await page.evaluate(() => {
    const share = (pixels: number) => Math.round((pixels / Math.min(innerWidth, innerHeight)) * 1000) / 1000;
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      type: share(Number.parseFloat(getComputedStyle(document.querySelector('h1')!).fontSize)),
      ring: share(document.querySelector('svg')!.getBoundingClientRect().width),
      fits: document.documentElement.scrollHeight <= innerHeight,
    };
  });
  expect(looks).toEqual({
    paper: 'rgb(247, 241, 230)',
    type: 0.085,
    ring: 0.16,
    fits: true,
  });
  rmSync(join(place.dataFolder, 'wait'));
  await atHome(page);
  await expect(page.getByRole('heading')).toHaveText('Stand-in');
  await app.close();
});

test('a core that was killed is started again, and the window finds it at its new address', async () => {
  const { app, page } = await startShell(place);
  await atHome(page);
  const [before, firstPid] = [page.url(), corePid()];
  process.kill(firstPid, 'SIGKILL');
  await page.waitForURL((url) => url.protocol === 'http:' && url.href !== before);
  await expect(page.getByRole('heading')).toHaveText('Stand-in');
  expect(corePid()).not.toBe(firstPid);
  await app.close();
});

test('while the core stays away the calm page comes back', async () => {
  const { app, page } = await startShell(place);
  await atHome(page);
  writeFileSync(join(place.dataFolder, 'wait'), '');
  process.kill(corePid(), 'SIGKILL');
  await expect(page.getByRole('heading')).toHaveText(calm, { timeout: 15_000 });
  rmSync(join(place.dataFolder, 'wait'));
  await atHome(page);
  await app.close();
});

test('a page process that crashed comes back by itself', async () => {
  const { app, page } = await startShell(place);
  await atHome(page);
  const back = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((answer) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => answer(contents.getURL()));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(await back).toContain('http://127.0.0.1:');
  await app.close();
});

test('an address that cannot be loaded shows the calm page, and is tried again', async () => {
  const { app, page } = await startShell(place);
  await atHome(page);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]
      ?.webContents.loadURL('http://127.0.0.1:9999/')
      .catch(() => {});
  });
  await expect(page.getByRole('heading')).toHaveText(calm);
  await atHome(page);
  await app.close();
});

test('the core ends gracefully with the shell', async () => {
  const { app, page } = await startShell(place);
  await atHome(page);
  const pid = corePid();
  const closed = app.waitForEvent('close');
  app.process().kill('SIGTERM');
  await closed;
  expect(existsSync(join(place.dataFolder, 'stopped'))).toBe(true);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('a core that refuses to start ends the shell with its sentence', async () => {
  writeFileSync(join(place.dataFolder, 'refuse'), '');
  const { code, said } = await runShell();
  expect(code).toBe(2);
  expect(said).toContain('Port 4700 is taken by another program.');
});

test('an Electron too old for the core, with no other Node beside it, says so and ends', async () => {
  test.skip(
    !testElectron().includes('test-electron'),
    'the official Electron carries a Node that is new enough',
  );
  const { code, said } = await runShell({ MOTCUA_NODE: '' });
  expect(code).toBe(2);
  expect(said).toContain('the core needs Node 24');
});

test('a second shell with the same data folder leaves at once', async () => {
  const { app, page } = await startShell(place);
  await atHome(page);
  const { code, said } = await runShell();
  expect(code).toBe(2);
  expect(said).toContain('already running');
  expect(await page.evaluate(() => document.title)).toBe('stand-in');
  await app.close();
});

test('a screen without a display of its own is not opened', async () => {
  const { app, page } = await startShell(place, { environment: { MOTCUA_SCREENS: 'display,kiosk' } });
  await atHome(page);
  expect(page.url()).toContain('#token=display');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await app.close();
});
