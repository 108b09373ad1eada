import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { startHubProcess } from '../setup/core-process.ts';
import { openHall, type Hall } from './hall.ts';
import { keepPicture } from './pictures.ts';

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };
const desktop = { width: 1440, height: 900 };
const tablet = { width: 1280, height: 800 };

let hall: Hall;

test.afterEach(async () => {
  await hall.close();
});

async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByText(name, { exact: true }).click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

test('a citizen with a card takes a number, is called, served and rates; the hub hears of it once when it comes up', async () => {
  test.setTimeout(120_000);
  // An address where nothing listens yet: the hub is down from the first tap on.
  const hubPort = await freePort();
  hall = await openHall({ MOTCUA_HUB_URL: `http://127.0.0.1:${hubPort}` });
  const kiosk = await hall.open('kiosk', portrait);

  await expect(kiosk.getByRole('button', { name: 'Chạm để bắt đầu' })).toBeVisible();
  await keepPicture(kiosk, 'kiosk-welcome');
  await kiosk.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
  await expect(kiosk.getByRole('heading', { name: /xin phép đọc thẻ/ })).toBeVisible();
  await keepPicture(kiosk, 'kiosk-notice');
  await kiosk.getByRole('button', { name: 'Đồng ý, đọc thẻ' }).click();

  // Nobody types: the camera sees the card, the worker reads it, the core knows the name.
  await expect(kiosk.getByText('Đặng Đỗ Thị Diễm Phượng Quyền')).toBeVisible({ timeout: 20_000 });
  await expect(kiosk.getByText('095183990015')).toHaveCount(0);
  await keepPicture(kiosk, 'kiosk-greeting');
  await kiosk.getByRole('button', { name: 'Đúng là tôi' }).click();

  await keepPicture(kiosk, 'kiosk-procedures');
  await kiosk.getByRole('button', { name: 'Sinh con' }).click();
  await kiosk.getByRole('button', { name: /^Đăng ký khai sinh Nhóm/ }).click();
  await expect(kiosk.getByText('Giấy chứng sinh', { exact: true })).toBeVisible();
  await keepPicture(kiosk, 'kiosk-procedure');
  await kiosk.getByRole('button', { name: 'Lấy số thứ tự' }).dblclick();
  await expect(kiosk.getByText('A001')).toBeVisible();
  await expect(kiosk.getByText('Mời bà con lấy phiếu')).toBeVisible();
  await keepPicture(kiosk, 'kiosk-ticket');

  const dock = await hall.open('dock', desktop);
  await expect(dock.locator('img[src^="data:image/png"]').first()).toBeVisible();
  await keepPicture(dock, 'dock');

  const display = await hall.open('display', landscape);
  const rating = await hall.open('rating-quay-1', tablet);
  const counter = await hall.open('counter-quay-1', desktop);
  await signIn(counter, 'Nguyễn Thị Mẫu', hall.pin('can-bo-1'));
  await counter.getByRole('button', { name: /Gọi người tiếp theo/ }).click();
  await expect(counter.getByText('Đăng ký khai sinh').first()).toBeVisible();
  await keepPicture(counter, 'counter');
  await expect(display.getByText('A001').first()).toBeVisible();
  await expect(display.getByText('Quầy 1').first()).toBeVisible();
  await counter.keyboard.press('F4');
  await counter.getByRole('button', { name: /Hoàn tất/ }).click();

  await expect(rating.getByText('Bà con có hài lòng')).toBeVisible();
  await keepPicture(rating, 'rating');
  await rating.getByRole('button', { name: /Rất hài lòng/ }).click();
  await expect(rating.getByText('Cảm ơn bà con!')).toBeVisible();

  const admin = await hall.open('admin', desktop);
  await signIn(admin, 'Lê Thị Quản', hall.pin('quan-tri-1'));
  await expect(admin.getByText('n = 1', { exact: true })).toBeVisible();
  await expect(admin.getByText('0/1 phiếu')).toBeVisible();
  await expect(admin.getByText(/Không kết nối được/)).toBeVisible();

  const hub = await startHubProcess(join(hall.folder, 'data'), { MOTCUA_HUB_PORT: String(hubPort) });
  try {
    await admin.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect(admin.getByText('1/1 phiếu')).toBeVisible({ timeout: 20_000 });
    await keepPicture(admin, 'admin');
    const report = await hall.context.newPage();
    await report.setViewportSize(desktop);
    await report.goto(hub.ready.page);
    await expect(report.getByText('n = 1').first()).toBeVisible();
    await keepPicture(report, 'hub');
  } finally {
    await hub.stop();
  }
  expect(hall.consoleErrors).toEqual([]);
});

test('the whole citizen flow stands in landscape and in English, without a card', async () => {
  hall = await openHall();
  const kiosk = await hall.open('kiosk', landscape);
  await kiosk.getByText('English').click();
  await keepPicture(kiosk, 'kiosk-welcome-landscape');
  await kiosk.getByRole('button', { name: 'Touch to begin' }).click();
  await kiosk.getByRole('button', { name: 'Without a card' }).click();
  await kiosk.getByRole('button', { name: /^Residence/i }).click();
  await kiosk.getByRole('button', { name: /^Đăng ký thường trú/ }).click();
  await keepPicture(kiosk, 'kiosk-procedure-landscape');
  await kiosk.getByRole('button', { name: 'Take a number' }).click();
  await expect(kiosk.getByText('B001')).toBeVisible();
  await keepPicture(kiosk, 'kiosk-ticket-landscape');
  expect(hall.consoleErrors).toEqual([]);
});

test('when the core dies the kiosk shows a calm page, and is home again when it is back', async () => {
  hall = await openHall();
  const kiosk = await hall.open('kiosk', portrait);
  await kiosk.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
  await hall.restartCore();
  await expect(kiosk.getByRole('button', { name: 'Chạm để bắt đầu' })).toBeVisible({ timeout: 10_000 });
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
