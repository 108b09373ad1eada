import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openHall, type Hall } from './hall.ts';
import { keepPicture } from './pictures.ts';

const portrait = { width: 1080, height: 1920 };
const desktop = { width: 1280, height: 800 };

let hall: Hall;
test.beforeEach(async () => {
  hall = await openHall({}, { camera: 'none' });
});
test.afterEach(async () => {
  await hall.close();
});

async function openAdmin(): Promise<Page> {
  const admin = await hall.open('admin', desktop);
  await admin.getByText('Lê Thị Quản', { exact: true }).click();
  await admin.keyboard.type(hall.pin('quan-tri-1'));
  await admin.keyboard.press('Enter');
  await expect(page(admin, 'Tổng quan')).toBeVisible();
  return admin;
}

const page = (admin: Page, name: string) =>
  admin.getByRole('navigation').getByRole('button', { name, exact: true });
const save = (admin: Page) => admin.getByRole('button', { name: 'Lưu và áp dụng ngay' });

async function takeNumber(kiosk: Page): Promise<void> {
  await kiosk.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
  await kiosk.getByRole('button', { name: 'Không dùng thẻ' }).click();
  await kiosk.getByRole('button', { name: 'Làm ăn, buôn bán' }).click();
  await kiosk
    .getByRole('button', { name: /Nhóm D/ })
    .first()
    .click();
}

test('an administrator gives lane D to another counter and sets lunch hours: the kiosk shows both at once', async () => {
  test.setTimeout(180_000);
  const kiosk = await hall.open('kiosk', portrait);
  const admin = await openAdmin();
  await page(admin, 'Làn và quầy').click();

  // A contradiction first: it is said beside the field, and the hall goes on as before.
  await admin.getByRole('button', { name: 'Quầy 3, làn D: chính' }).dblclick();
  await save(admin).click();
  const fault = admin.getByRole('alert').filter({ hasText: 'Làn D chưa có quầy nào phục vụ' });
  await expect(fault).toBeVisible();
  await expect(admin.getByRole('row').filter({ has: fault })).toContainText('Lao động');

  await admin.getByRole('button', { name: 'Quầy 3, làn D: không' }).click();
  await expect(fault).toHaveCount(0);
  await admin.getByRole('button', { name: 'Quầy 1, làn D: không' }).click();
  await keepPicture(admin, 'admin-lanes');
  await save(admin).click();
  await expect(admin.getByText('Không có thay đổi nào chưa lưu.')).toBeVisible();
  await takeNumber(kiosk);
  await kiosk.getByRole('button', { name: 'Lấy số thứ tự' }).click();
  await expect(kiosk.getByText('D001')).toBeVisible();
  await expect(kiosk.getByText(/Quầy 1.*Quầy 3/)).toBeVisible();
  await kiosk
    .getByRole('button', { name: /Xong|Về trang đầu/ })
    .first()
    .click();

  await page(admin, 'Giờ mở cửa').click();
  await admin.getByLabel('Cách mở cửa').selectOption('hours');
  // A lunch break that lasts nearly all day, so that it is now, whenever this runs.
  await admin.getByLabel('Thứ Hai, buổi 1, từ').fill('00:00');
  await admin.getByLabel('Thứ Hai, buổi 1, đến').fill('00:01');
  await admin.getByLabel('Thứ Hai, buổi 2, từ').fill('00:00');
  await admin.getByLabel('Thứ Hai, buổi 2, đến').fill('23:59');
  await save(admin).click();
  await expect(admin.getByRole('listitem').filter({ hasText: 'Thứ Hai' })).toContainText(
    'Buổi này trùng giờ với buổi trước.',
  );
  await keepPicture(admin, 'admin-hours');
  await expect(kiosk.locator('.closed-now')).toHaveCount(0);
  await admin.getByLabel('Thứ Hai, buổi 2, từ').fill('23:58');
  await admin.getByRole('button', { name: 'Chép Thứ Hai cho cả tuần làm việc' }).click();
  await save(admin).click();
  // In the first minute of a day it comes with the end of that minute.
  await expect(kiosk.locator('.closed-now')).toBeVisible({ timeout: 90_000 });

  // One tap brings back what stood there before.
  await admin.getByRole('button', { name: 'Lấy lại bản trước' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Lấy lại bản trước' }).click();
  await expect(kiosk.locator('.closed-now')).toHaveCount(0);
  expect(hall.consoleErrors).toEqual([]);
});

test('an administrator adds a printer, sees it print, and a wrong address is said beside its field', async () => {
  test.setTimeout(120_000);
  const admin = await openAdmin();
  await page(admin, 'Máy in').click();
  await admin.getByRole('button', { name: 'Thêm máy in' }).click();
  await admin.getByLabel('Tên gọi').fill('Máy in dự phòng');
  await admin.getByLabel('Địa chỉ IP').fill('192.168.1.300');
  await admin.getByRole('button', { name: 'Lưu máy in' }).click();
  await expect(admin.getByRole('alert')).toHaveText('Địa chỉ IP chưa đúng. Ví dụ: 192.168.1.50.');

  await admin.getByLabel('Nối bằng').selectOption('virtual');
  await admin.getByLabel('Máy số').selectOption('virtual-2');
  await admin.getByRole('button', { name: 'Lưu máy in' }).click();
  const added = admin.getByRole('listitem').filter({ hasText: 'Máy in dự phòng' });
  await expect(added).toContainText('sẵn sàng');
  await added.getByRole('button', { name: 'In thử' }).click();
  await expect(added).toContainText('máy báo in xong');
  const first = admin.locator('.printers-row').first();
  await added.getByRole('button', { name: 'Đưa Máy in dự phòng lên trước' }).click();
  await expect(first).toContainText('Máy in dự phòng');
  await keepPicture(admin, 'admin-printers');

  await added.getByRole('button', { name: 'Xóa Máy in dự phòng' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Bỏ máy in' }).click();
  await expect(added).toHaveCount(0);
  expect(hall.consoleErrors).toEqual([]);
});

test('every page of the administration can be read by a screen reader and fits its window', async () => {
  test.setTimeout(120_000);
  const admin = await openAdmin();
  for (const name of ['Tổng quan', 'Số liệu', 'Làn và quầy', 'Giờ mở cửa', 'Hẹn', 'Máy in', 'Máy quét']) {
    await page(admin, name).click();
    await expect(page(admin, name)).toHaveAttribute('aria-current', 'page');
    const { violations } = await new AxeBuilder({ page: admin }).analyze();
    expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    const width = await admin.evaluate(() => document.documentElement.scrollWidth);
    expect(width, name).toBe(desktop.width);
  }
});
