import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import {
  removeFolder,
  startCoreProcess,
  stationUrl,
  temporaryFolder,
  type CoreReady,
  type Running,
} from '../setup/core-process.ts';
import { chromiumArgs } from './hall.ts';
import { keepPicture } from './pictures.ts';

const folder = temporaryFolder('network');
const tvSize = { width: 1920, height: 1080 };
let core: Running<CoreReady>;
let env: Record<string, string>;
let browser: Browser;
let admin: Page;

/** A machine on the network: a browser of its own, whose user clicked the warning about the certificate away. */
async function openMachine(size = tvSize): Promise<Page> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  return await context.newPage();
}

const address = () => `https://127.0.0.1:${env['MOTCUA_LAN_PORT']}/`;

async function codeFor(role: string, counter?: string): Promise<string> {
  const before = await admin.locator('.lan-code').count();
  await admin.getByLabel('Máy đó dùng làm gì?').selectOption({ label: role });
  if (counter !== undefined) await admin.getByLabel('Ở quầy nào?').selectOption({ label: counter });
  await admin.getByRole('button', { name: 'Cấp mã' }).click();
  await expect(admin.locator('.lan-code')).toHaveCount(before + 1);
  return (await admin.locator('.lan-code').last().textContent()) ?? '';
}

async function signIn(page: Page, officerId = 'quan-tri-1'): Promise<void> {
  const officer = core.ready.officers.find(({ id }) => id === officerId);
  await page.getByText(officer?.name ?? '', { exact: true }).click();
  await page.keyboard.type(officer?.pin ?? '');
  await page.keyboard.press('Enter');
}

async function startCore(): Promise<void> {
  core = await startCoreProcess(join(folder, 'data'), env);
}

test.beforeAll(async () => {
  env = { MOTCUA_LAN_PORT: String(await freePort()), MOTCUA_PORT: String(await freePort()) };
  await startCore();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumArgs(null) });
  admin = await (await browser.newContext({ viewport: tvSize, locale: 'vi-VN' })).newPage();
  await admin.goto(stationUrl(core.ready, 'admin'));
  await signIn(admin);
  await admin.getByRole('button', { name: 'Bật', exact: true }).click();
  await expect(admin.getByText('Đang bật:')).toBeVisible();
  await expect(admin.getByRole('button', { name: 'Cấp mã' })).toBeVisible();
});

test.afterAll(async () => {
  await browser.close();
  await core.stop();
  removeFolder(folder);
});

test('a TV opens the address, compares the fingerprint, types the code and is the display; kill -9 is survived by itself', async () => {
  const tv = await openMachine();
  await tv.goto(address());
  await expect(tv.getByRole('heading', { name: 'Nhập mã ghép máy' })).toBeVisible();
  const print = await admin.locator('.lan-print').textContent();
  expect(print).toMatch(/^([0-9A-F]{2}\s){31}[0-9A-F]{2}$/);
  await expect(tv.locator('.pairing-print code')).toHaveText(print ?? '', { useInnerText: false });
  await keepPicture(tv, 'pairing');

  await tv.keyboard.type('ABCDEFGH');
  await expect(tv.getByRole('alert')).toContainText('Mã không đúng');
  const code = await codeFor('Bảng gọi số');
  await tv.keyboard.type(code.toLowerCase());
  await expect(tv.getByText('Đang gọi').or(tv.locator('.display'))).toBeVisible();
  expect(tv.url()).toBe(address());
  await expect(admin.locator('.lan-machines')).toContainText('đang mở');
  await expect(admin.locator('.lan-code')).toHaveCount(0);

  await core.stop('SIGKILL');
  const line = tv.locator('.display-lost');
  await expect(line).toContainText(/Mất kết nối.*số liệu lúc \d\d:\d\d/, { timeout: 15_000 });
  // The administrator's own screen stands under the line of all other screens.
  await expect(admin.getByRole('timer')).toHaveText(/^Mất kết nối \d+ giây — dữ liệu lúc \d\d:\d\d$/);
  await expect(admin.locator('button')).not.toHaveCount(0);
  await expect(admin.locator('button:enabled')).toHaveCount(0);
  await keepPicture(admin, 'admin-lost');
  await keepPicture(tv, 'display-lost');
  await expect(tv.locator('.display')).toBeVisible();
  await startCore();
  const readyAt = performance.now();
  await expect(line).toHaveCount(0);
  const backMs = performance.now() - readyAt;
  console.log(`back ${Math.round(backMs)} ms after the core was ready`);
  expect(backMs).toBeLessThan(2_000);
  expect(tv.url()).toBe(address());
});

test('a counter PC is told how old its page is, and its buttons rest until the core is back', async () => {
  await signInAgain();
  const pc = await openMachine({ width: 1366, height: 768 });
  await pc.goto(address());
  await pc.locator('.pairing-code').fill(await codeFor('Quầy', 'Quầy 1'));
  await signIn(pc, 'can-bo-1');
  await expect(pc.getByRole('button', { name: 'Gọi người tiếp theo' })).toBeVisible();
  await expect(pc.locator('.pairing')).toHaveCount(0);
  await core.stop('SIGKILL');
  await expect(pc.locator('.counter-lost')).toContainText('Mất kết nối');
  await expect(pc.getByRole('button', { name: 'Gọi người tiếp theo' })).toBeDisabled();
  await keepPicture(pc, 'counter-lost');
  await startCore();
  await expect(pc.locator('.counter-lost')).toHaveCount(0);
  await signIn(pc, 'can-bo-1');
  await expect(pc.getByRole('button', { name: 'Gọi người tiếp theo' })).toBeVisible();
});

test('a removed machine is at the code entry at once, and in again with a new code', async () => {
  await signInAgain();
  const tv = await openMachine({ width: 1080, height: 1920 });
  await tv.goto(address());
  for (const sign of (await codeFor('Lấy số')).replace('-', '')) {
    await tv.getByRole('button', { name: sign, exact: true }).click();
  }
  await expect(tv.getByRole('button', { name: 'Chạm để bắt đầu' })).toBeVisible();
  await admin.getByRole('button', { name: /^Gỡ Lấy số/ }).click();
  await admin.locator('.lan-card').scrollIntoViewIfNeeded();
  await codeFor('Quầy', 'Quầy 2');
  await keepPicture(admin, 'admin-network');
  await admin.getByRole('button', { name: 'Gỡ', exact: true }).click();
  await expect(tv.getByText('Máy này đã được gỡ khỏi trung tâm.')).toBeVisible();
  await keepPicture(tv, 'pairing-removed');
  await tv.locator('.pairing-code').fill(await codeFor('Bảng gọi số'));
  await expect(tv.locator('.display')).toBeVisible();
});

/** A restarted core knows nobody any more. */
async function signInAgain(): Promise<void> {
  await expect(admin.getByRole('timer')).toHaveCount(0);
  if (await admin.getByRole('button', { name: 'Cấp mã' }).isHidden()) await signIn(admin);
  await expect(admin.getByRole('button', { name: 'Cấp mã' })).toBeVisible();
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
