import { expect, test, type Page } from '@playwright/test';
import { openHall, type Hall } from './hall.ts';
import { keepPicture } from './pictures.ts';

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };
const desktop = { width: 1440, height: 900 };

let hall: Hall;

test.beforeEach(async () => {
  hall = await openHall({}, { camera: 'none' });
});
test.afterEach(async () => {
  await hall.close();
});

async function askAbout(kiosk: Page, topic: string, procedure: RegExp): Promise<void> {
  await kiosk.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
  await kiosk.getByRole('button', { name: 'Không dùng thẻ' }).click();
  await kiosk.getByRole('button', { name: topic }).click();
  await kiosk.getByRole('button', { name: procedure }).first().click();
  await kiosk.getByRole('button', { name: 'Nộp trực tuyến, có hướng dẫn' }).click();
}

test('who has VNeID and a phone is led to the portal step by step, with a slip in the hand', async () => {
  const kiosk = await hall.open('kiosk', portrait);
  await askAbout(kiosk, 'Sinh con', /^Đăng ký khai sinh /);
  await expect(kiosk.getByRole('heading', { name: 'Hồ sơ này của ai?' })).toBeVisible();
  await keepPicture(kiosk, 'kiosk-filing-question');
  await kiosk.getByRole('button', { name: 'Của con hoặc người trong nhà' }).click();
  await kiosk.getByRole('button', { name: 'Có rồi' }).click();
  await kiosk.getByRole('button', { name: 'Có, dùng được' }).click();
  await kiosk.getByRole('button', { name: /^Giấy chứng sinh/ }).click();
  await keepPicture(kiosk, 'kiosk-filing-papers');
  await kiosk.getByRole('button', { name: 'Xong, đi tiếp' }).click();

  await expect(
    kiosk.getByRole('heading', { name: 'Bà con nộp được trên điện thoại của mình' }),
  ).toBeVisible();
  await expect(kiosk.getByRole('button', { name: 'Lấy số đến quầy' })).toHaveCount(0);
  await kiosk.getByRole('button', { name: 'In phiếu chuẩn bị' }).click();
  await expect(kiosk.getByText('Mời bà con lấy phiếu')).toBeVisible();
  await keepPicture(kiosk, 'kiosk-filing-result');

  await kiosk.getByRole('button', { name: 'Làm trên điện thoại' }).click();
  await expect(kiosk.getByRole('img', { name: /Mã QR mở trang/ })).toBeVisible();
  await keepPicture(kiosk, 'kiosk-journey');
  for (let step = 2; step <= 9; step += 1) {
    await kiosk.getByRole('button', { name: 'Làm xong, bước tiếp' }).click();
    await expect(kiosk.getByText(`Bước ${step} trên 9`)).toBeVisible();
  }
  await kiosk.getByRole('button', { name: 'Quay lại' }).click();
  await expect(kiosk.getByText('Bước 8 trên 9')).toBeVisible();
  await kiosk.getByRole('button', { name: 'Làm xong, bước tiếp' }).click();
  await kiosk.getByRole('button', { name: 'Xong, về trang đầu' }).click();
  await expect(kiosk.getByRole('button', { name: 'Chạm để bắt đầu' })).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});

test('who needs a person calls one, is told who comes, and takes a number for help with that very procedure', async () => {
  const kiosk = await hall.open('kiosk', landscape);
  const counter = await hall.open('counter-quay-1', desktop);
  await counter.getByText('Nguyễn Thị Mẫu', { exact: true }).click();
  await counter.keyboard.type(hall.pin('can-bo-1'), { delay: 90 });
  await counter.keyboard.press('Enter');
  await expect(counter.getByRole('heading', { name: 'Quầy đang trống' })).toBeVisible();

  await askAbout(kiosk, 'Sinh con', /^Đăng ký khai sinh /);
  await kiosk.getByRole('button', { name: 'Của tôi' }).click();
  await kiosk.getByRole('button', { name: 'Không biết' }).click();
  await kiosk.getByRole('button', { name: 'Không mang theo' }).click();
  await kiosk.getByRole('button', { name: 'Chưa có giấy nào, đi tiếp' }).click();
  await kiosk.getByRole('button', { name: 'Gọi người hướng dẫn' }).click();
  await expect(kiosk.getByText('Đã báo người hướng dẫn')).toBeVisible();

  await expect(counter.getByText('Cần người hướng dẫn')).toBeVisible();
  await keepPicture(counter, 'counter-help');
  await counter.getByRole('button', { name: 'Tôi tới' }).click();
  await expect(kiosk.getByText('Người hướng dẫn đang tới. Tên là Nguyễn Thị Mẫu.')).toBeVisible();
  await keepPicture(kiosk, 'kiosk-guide-coming');

  await kiosk.getByRole('button', { name: 'Lấy số' }).click();
  await kiosk.getByRole('button', { name: 'Lấy số thứ tự' }).click();
  await expect(kiosk.getByText('H001')).toBeVisible();
  await expect(kiosk.getByText('Đăng ký khai sinh')).toBeVisible();
  await expect(counter.getByText('Cần người hướng dẫn')).toHaveCount(0);
  expect(hall.consoleErrors).toEqual([]);
});
