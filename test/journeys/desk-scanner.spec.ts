import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { testCard } from '../../core/card/test-card.ts';
import { readQrFromFile } from '../../core/cli/read-image.ts';
import { openHall, sampleCard, type Hall } from './hall.ts';
import { keyboardScanner } from './keyboard-scanner.ts';
import { keepPicture } from './pictures.ts';

const portrait = { width: 1080, height: 1920 };
const otherCard =
  '079085990001|000000001|Trần Văn Mẫu|12031985|Nam|12 Đường Thử Nghiệm, Phường Mẫu, Quận 3, Hồ Chí Minh|15062021';

let hall: Hall;
test.beforeEach(async () => {
  // The camera sees nothing: what is greeted here came through the keyboard.
  hall = await openHall({}, { camera: 'none' });
});
test.afterEach(async () => {
  await hall.close();
});

test('a scanner that acts as a keyboard: the card held under it is greeted, letters whole', async () => {
  const kiosk = await hall.open('kiosk', portrait);
  const scan = await keyboardScanner(kiosk);
  await kiosk.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
  await kiosk.getByRole('button', { name: 'Đồng ý, đọc thẻ' }).click();
  await expect(kiosk.getByRole('heading', { name: 'Đưa thẻ trước máy quay' })).toBeVisible();
  await scan(sampleCard, { letters: 'code-point', windows: true, gapMs: 2 });
  await expect(kiosk.getByText('Đặng Đỗ Thị Diễm Phượng Quyền')).toBeVisible();
  await kiosk.getByRole('button', { name: 'Không phải tôi' }).click();
  await scan(otherCard, { letters: 'bytes', suffix: null, gapMs: 5 });
  await expect(kiosk.getByText('Trần Văn Mẫu')).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});

test('where no card is asked for a scan presses nothing, moves nothing and says nothing', async () => {
  const kiosk = await hall.open('kiosk', portrait);
  const scan = await keyboardScanner(kiosk);
  const start = kiosk.getByRole('button', { name: 'Chạm để bắt đầu' });
  await start.focus();
  await scan(sampleCard, { letters: 'code-point', windows: true });
  await scan('8934563138165', { suffix: 'Tab' });
  // What a person does next is answered after what the scanner did: an Enter that got through would be here by now.
  await expect(start).toBeFocused();
  await kiosk.getByText('English').click();
  await expect(kiosk.getByRole('button', { name: 'Touch to begin' })).toBeVisible();
  await kiosk.getByRole('button', { name: 'Touch to begin' }).focus();
  await expect(async () => {
    await kiosk.keyboard.press('Enter');
    await expect(kiosk.getByRole('button', { name: 'Without a card' })).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(hall.consoleErrors).toEqual([]);
});

test('in a text field a person’s letters stay and a scanner’s never come', async () => {
  const kiosk = await hall.open('kiosk', portrait);
  const scan = await keyboardScanner(kiosk);
  await kiosk.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
  await kiosk.getByRole('button', { name: 'Không dùng thẻ' }).click();
  await kiosk.getByRole('button', { name: 'Tìm bằng chữ' }).click();
  const field = kiosk.getByRole('searchbox');
  await field.pressSequentially('kha', { delay: 90 });
  await expect(field).toHaveValue('kha');
  await scan(sampleCard, { letters: 'code-point', windows: true, suffix: 'Tab' });
  await scan('nguyen van mau 000000034', { inputMethod: true });
  await expect(field).toHaveValue('kha');
  await expect(field).toBeFocused();
  await field.press('Backspace', { delay: 60 });
  await field.pressSequentially('ai si', { delay: 90 });
  await expect(field).toHaveValue('khai si');
  await expect(kiosk.getByRole('button', { name: /^Đăng ký khai sinh Nhóm/ })).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});

test('a technician holds the scanner over a test code and is told what is wrong with it', async () => {
  const admin = await hall.open('admin', { width: 1280, height: 800 });
  const scan = await keyboardScanner(admin);
  await admin.getByText('Lê Thị Quản', { exact: true }).click();
  await admin.keyboard.type(hall.pin('quan-tri-1'));
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: 'Kiểm tra máy quét' }).click();
  await expect(admin.getByRole('img', { name: 'Mã QR thử' })).toBeVisible();
  await expect(admin.getByText('Chưa nhận được gì')).toBeVisible();
  const picture = join(hall.folder, 'test-code.png');
  await admin.getByRole('img', { name: 'Mã QR thử' }).screenshot({ path: picture });
  expect(await readQrFromFile(picture)).toEqual({ ok: true, value: testCard });

  await scan(testCard, { letters: 'dropped' });
  await expect(admin.getByText('Chữ có dấu bị mất')).toBeVisible();
  await keepPicture(admin, 'admin-scanner');
  await scan(testCard, { letters: 'code-point', windows: true, layout: 'vietnamese' });
  await expect(admin.getByText('bố trí bàn phím “Vietnamese”')).toBeVisible();
  await scan(testCard, { letters: 'code-point', pauseMs: 90 });
  await expect(admin.getByText(/hai phím cách nhau tới .* quá giới hạn 50 ms/)).toBeVisible();

  await scan(otherCard, { letters: 'code-point' });
  await expect(admin.getByText('Một thẻ khác vừa được quét.')).toBeVisible();
  await expect(admin.getByText(/Mẫu|079085990001/)).toHaveCount(0);
  await admin.getByRole('button', { name: 'Xong' }).click();
  await expect(admin.getByRole('button', { name: 'Kiểm tra máy quét' })).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});
