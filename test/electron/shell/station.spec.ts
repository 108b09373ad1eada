/** The shell as a station of a core elsewhere on the network. */
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';
import { startNetworkCore, type NetworkCore } from '../../setup/network-core.ts';
import { root } from '../../setup/shell.ts';
import { testElectron } from '../../setup/test-electron.ts';

const folder = temporaryFolder('station');
const pinFile = join(folder, 'station', 'shell', 'station.json');
let network: NetworkCore;
let app: ElectronApplication;

test.beforeAll(async () => {
  network = await startNetworkCore(folder);
});
test.afterAll(async () => {
  await network.core().stop();
  removeFolder(folder);
});
test.afterEach(async () => {
  await app.close();
});

async function openStation(): Promise<Page> {
  app = await _electron.launch({
    executablePath: testElectron(),
    args: ['--no-sandbox', '--disable-gpu', root],
    env: {
      ...(process.env as Record<string, string>),
      MOTCUA_DATA: join(folder, 'station'),
      MOTCUA_CORE: network.address,
    },
  });
  return await app.firstWindow();
}

test('paired once by code, the shell is a station of that core, now and after a restart', async () => {
  const first = await openStation();
  await expect(first.getByRole('heading', { name: 'Nhập mã ghép máy' })).toBeVisible();
  const [upper, lower] = [0, 48].map((at) =>
    network
      .lan()
      .fingerprint?.replaceAll(':', ' ')
      .slice(at, at + 47),
  );
  await expect(first.locator('pre')).toContainText(upper ?? '?');
  await expect(first.locator('pre')).toContainText(lower ?? '?');
  await first.screenshot({ path: join(root, 'test-results', 'pictures', 'station-pairing.png') });

  await first.keyboard.type('ABCDEFGH');
  await expect(first.getByRole('alert')).toContainText('Mã không đúng');
  expect(existsSync(pinFile)).toBe(false);

  await first.keyboard.type(await network.code('display'));
  await expect(first.locator('.display')).toBeVisible();
  expect(first.url()).toBe(`${network.address}/`);
  expect(statSync(pinFile).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(pinFile, 'utf8'))).toEqual({
    core: network.address,
    fingerprint: network.lan().fingerprint,
    role: 'display',
  });
  await app.close();

  const second = await openStation();
  await expect(second.locator('.display')).toBeVisible();
  expect(second.url()).toBe(`${network.address}/`);
});

test('a core that was killed is found again by itself', async () => {
  const page = await openStation();
  await expect(page.locator('.display')).toBeVisible();
  await network.kill();
  await expect(page.locator('.display-lost')).toContainText('Mất kết nối', { timeout: 15_000 });
  await network.start();
  await expect(page.locator('.display-lost')).toHaveCount(0);
  await expect(page.locator('.display')).toBeVisible();
});

test('another certificate at the same address is refused with a plain page, until the known one is back', async () => {
  const file = join(network.dataFolder, 'lan-certificate.json');
  await network.kill();
  renameSync(file, `${file}.kept`);
  await network.start();
  const page = await openStation();
  await expect(page.getByRole('heading', { name: 'Máy này chưa nối được' })).toBeVisible();
  await page.screenshot({ path: join(root, 'test-results', 'pictures', 'station-refused.png') });
  await network.kill();
  renameSync(`${file}.kept`, file);
  await network.start();
  await expect(page.locator('.display')).toBeVisible({ timeout: 15_000 });
});
