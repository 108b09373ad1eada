import { expect, test, type Page } from '@playwright/test';
import { openHall, type Hall } from './hall.ts';

let hall: Hall;

test.afterEach(async () => {
  await hall.close();
});

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function toEvents(page: Page): Promise<void> {
  await press(page, 'Chạm để bắt đầu');
  await press(page, 'Không dùng thẻ');
  await expect(page.getByRole('button', { name: 'Sinh con' })).toBeVisible();
}

for (const [held, size] of [
  ['standing', { width: 1080, height: 1920 }],
  ['lying', { width: 1920, height: 1080 }],
] as const) {
  test(`${held}, two taps lead from what happened to a procedure, and nothing on the page is cut`, async () => {
    hall = await openHall({}, { camera: 'none' });
    const page = await hall.open('kiosk', size);
    await toEvents(page);
    await page.evaluate(() => document.fonts.ready);
    // Nothing on the page has to be scrolled for, and no name runs out of its tile.
    const cut = await page
      .locator('.event-tile, .other-ways button, .services button')
      .evaluateAll((all) =>
        all
          .filter(
            (one) =>
              one.scrollHeight > one.clientHeight + 1 ||
              one.scrollWidth > one.clientWidth + 1 ||
              one.getBoundingClientRect().bottom > innerHeight,
          )
          .map((one) => one.textContent),
      );
    expect(cut).toEqual([]);
    await expect(page.locator('.event-tile')).toHaveCount(6);
    await press(page, 'Người thân qua đời');
    await press(page, /^Đăng ký khai tử Nhóm/);
    await expect(page.getByText('Việc này chỉ nộp qua mạng.')).toBeAttached();
    await expect(page.getByRole('button', { name: 'Lấy số thứ tự' })).toBeVisible();
  });
}

test('the list of all and the search stay beside the pictures; everyday words with slips find the procedure', async () => {
  hall = await openHall({}, { camera: 'none' });
  const page = await hall.open('kiosk', { width: 1080, height: 1920 });
  await toEvents(page);
  await press(page, 'Xem việc khác');
  await press(page, /Việc làm, thất nghiệp/);
  await expect(page.getByRole('button', { name: /^Đăng ký nội quy lao động/ })).toBeVisible();
  await press(page, 'Quay lại');
  await press(page, 'Quay lại');
  await press(page, 'Tìm bằng chữ');
  await page.keyboard.type('giay docc than', { delay: 90 });
  await expect(page.locator('.procedure-row').first()).toContainText('Cấp Giấy xác nhận tình trạng hôn nhân');
  await page.locator('.procedure-row').first().click();
  await expect(page.getByRole('button', { name: 'Lấy số thứ tự' })).toBeVisible();
});
