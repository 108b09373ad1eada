import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openHall, type Hall } from './hall.ts';
import { keepPicture } from './pictures.ts';

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };
const desktop = { width: 1440, height: 900 };
/** Faster keys are a scanner's. */
const asFingers = { delay: 90 };

let hall: Hall;

test.afterEach(async () => {
  await hall.close();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function pressAll(page: Page, keys: string[]): Promise<void> {
  for (const key of keys) await press(page, key);
}

/** Nothing runs out of the page, and a screen reader finds its way. */
async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  // It works in a page of its own; one that stays behind another is drawn once a second.
  await page.bringToFront();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const main = page.locator('.screen-main');
  expect(await main.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(
    1,
  );
}

test('a citizen whose card cannot be read types number and name by touch and is greeted', async () => {
  hall = await openHall({}, { camera: 'none' });
  const kiosk = await hall.open('kiosk', portrait);
  await press(kiosk, 'Chạm để bắt đầu');
  await press(kiosk, 'Đồng ý, đọc thẻ');
  await press(kiosk, 'Tự gõ số căn cước');

  // A year that is still to come is told before the number is whole, and can be put right.
  await pressAll(kiosk, Array.from('079271'));
  await expect(kiosk.getByText('Số này cho năm sinh 2071, chưa tới. Xin xem lại.')).toBeVisible();
  await expectSound(kiosk);
  await pressAll(kiosk, ['Xóa hết', ...Array.from('096085990001')]);
  await expect(kiosk.getByText('Số này của người sinh năm 1985, giới tính Nam.')).toBeVisible();
  await press(kiosk, 'Tiếp theo');

  await pressAll(kiosk, ['N', 'G', 'U', 'Y', 'Ê', 'N', 'ã ngã', 'Cách']);
  await pressAll(kiosk, ['V', 'Ă', 'N', 'Cách', 'M', 'Â', 'U', 'ã ngã']);
  await expect(kiosk.getByRole('textbox')).toHaveValue('Nguyễn Văn Mẫu');
  await expectSound(kiosk);
  await keepPicture(kiosk, 'kiosk-type-name');
  await press(kiosk, 'Tiếp theo');

  await expect(kiosk.getByRole('heading', { name: 'Xin chào, Nguyễn Văn Mẫu' })).toBeVisible();
  await expect(kiosk.getByText('096085990001')).toHaveCount(0);
  await expect(kiosk.getByText('Số và tên do bà con tự gõ.')).toBeVisible();
  await press(kiosk, 'Đúng rồi');
  await expect(kiosk.getByRole('heading', { name: 'Hôm nay bà con cần làm việc gì?' })).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});

test('number and name can be typed on a real keyboard, a letter put right in the middle', async () => {
  hall = await openHall({}, { camera: 'none' });
  const kiosk = await hall.open('kiosk', landscape);
  await press(kiosk, 'Chạm để bắt đầu');
  await press(kiosk, 'Đồng ý, đọc thẻ');
  await press(kiosk, 'Tự gõ số căn cước');
  await expect(kiosk.getByRole('heading', { name: 'Gõ 12 số căn cước' })).toBeVisible();
  await kiosk.keyboard.type('096085990001', asFingers);
  await kiosk.keyboard.press('Enter');
  await expect(kiosk.getByRole('heading', { name: 'Gõ họ và tên' })).toBeVisible();
  await kiosk.keyboard.type('trân văn', asFingers);
  // The caret goes into the first word; the tone on the screen lands there, and typing goes on where it stood.
  for (let steps = 0; steps < 4; steps += 1) await kiosk.keyboard.press('ArrowLeft');
  await press(kiosk, 'à huyền');
  await expect(kiosk.getByRole('textbox')).toHaveValue('Trần Văn');
  await kiosk.keyboard.type('g', asFingers);
  await expect(kiosk.getByRole('textbox')).toHaveValue('Trầng Văn');
  await kiosk.keyboard.press('Backspace');
  await kiosk.keyboard.press('End');
  await kiosk.keyboard.type(' mẫu', asFingers);
  await expectSound(kiosk);
  await kiosk.keyboard.press('Enter');
  await expect(kiosk.getByRole('heading', { name: 'Xin chào, Trần Văn Mẫu' })).toBeVisible();

  // Back leads to the same name and number, nothing has to be typed twice.
  await press(kiosk, 'Quay lại');
  await expect(kiosk.getByRole('textbox')).toHaveValue('Trần Văn Mẫu');
  await press(kiosk, 'Quay lại');
  await expect(kiosk.getByRole('textbox')).toHaveValue('096085990001');
  await press(kiosk, 'Trang đầu');
  await expect(kiosk.getByRole('button', { name: 'Chạm để bắt đầu' })).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});

test('a card whose number disagrees with its date is shown, put right by the citizen, and goes on', async () => {
  hall = await openHall({}, { camera: 'none' });
  const kiosk = await hall.open('kiosk', portrait);
  const dock = await hall.open('dock', desktop);
  await press(kiosk, 'Chạm để bắt đầu');
  await press(kiosk, 'Đồng ý, đọc thẻ');
  await expect(kiosk.getByRole('heading', { name: 'Đưa thẻ trước máy quay' })).toBeVisible();
  await press(dock, 'Thẻ có số không khớp');
  await kiosk.bringToFront();

  const sentence = 'Thẻ ghi sinh năm 1990, nhưng số căn cước là của người sinh năm 1987.';
  await expect(kiosk.getByText(sentence)).toBeVisible();
  await expect(kiosk.getByText('079 0 87 990034')).toHaveCount(0);
  await expectSound(kiosk);
  await keepPicture(kiosk, 'kiosk-review');
  await press(kiosk, 'Xem cả số');
  await expect(kiosk.getByText('079 0 87 990034')).toBeVisible();

  await press(kiosk, 'Sửa lại');
  await pressAll(kiosk, ['Xóa hết', ...Array.from('31021990')]);
  await expect(kiosk.getByText('Không có ngày này. Xin xem lại.')).toBeVisible();
  await pressAll(kiosk, ['Xóa hết', ...Array.from('05061990')]);
  await press(kiosk, 'Xong');
  // Still of another year than the number, so still marked, and no longer said to stand on the card.
  await expect(kiosk.getByText('05/06/1990')).toBeVisible();
  await expect(kiosk.getByText('Bà con gõ năm sinh 1990, nhưng')).toBeVisible();
  await press(kiosk, 'Tôi gõ đúng rồi');
  await press(kiosk, 'Đi tiếp');
  await expect(kiosk.getByRole('heading', { name: 'Xin chào, Ngô Văn Chuẩn' })).toBeVisible();
  // The date was typed and is not the card's: the officer looks at it, whatever was said here.
  await expect(kiosk.getByText('Có chỗ trên thẻ còn chưa rõ.')).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});

test('a number that cannot be is named as what is wrong: the citizen types it, or goes on and the officer looks', async () => {
  hall = await openHall({}, { camera: 'none' });
  const kiosk = await hall.open('kiosk', landscape);
  const dock = await hall.open('dock', desktop);
  await press(kiosk, 'Chạm để bắt đầu');
  await press(kiosk, 'Đồng ý, đọc thẻ');
  await expect(kiosk.getByRole('heading', { name: 'Đưa thẻ trước máy quay' })).toBeVisible();
  await press(dock, 'Thẻ có số không thể có');
  await kiosk.bringToFront();
  await expect(kiosk.getByText('Số này là của người sinh năm 2090, chưa tới năm đó.')).toBeVisible();
  await expect(kiosk.getByText('Thẻ ghi sinh năm')).toHaveCount(0);
  await expectSound(kiosk);
  await press(kiosk, 'Tự gõ số');
  await pressAll(kiosk, Array.from('079090990034'));
  await press(kiosk, 'Tiếp theo');
  // The name was read: nobody types it again.
  await expect(kiosk.getByRole('textbox', { name: 'Gõ họ và tên' })).toHaveValue('Ngô Văn Chuẩn');
  expect(hall.consoleErrors).toEqual([]);
});

test('a child’s card asks the adult beside it', async () => {
  hall = await openHall({}, { camera: 'none' });
  const kiosk = await hall.open('kiosk', landscape);
  const dock = await hall.open('dock', desktop);
  await press(kiosk, 'Chạm để bắt đầu');
  await press(kiosk, 'Đồng ý, đọc thẻ');
  await expect(kiosk.getByRole('heading', { name: 'Đưa thẻ trước máy quay' })).toBeVisible();
  await press(dock, 'Căn cước trẻ em');
  await kiosk.bringToFront();
  await expect(kiosk.getByRole('heading', { name: 'Đây là thẻ của bé Dương Lê Bé Thử' })).toBeVisible();
  await press(kiosk, 'Đúng, tôi đi cùng bé');
  await expect(kiosk.getByRole('heading', { name: 'Hôm nay bà con cần làm việc gì?' })).toBeVisible();
});
