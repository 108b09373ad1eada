import { expect, test, type Page } from '@playwright/test';
import type { KioskView } from '../../core/contract.ts';
import { stationUrl } from '../setup/core-process.ts';
import { openScreen } from '../setup/screen.ts';
import { poppler } from '../core/forms/pdf-text.ts';
import { openHall, sampleCard, type Hall } from './hall.ts';
import { keepPicture } from './pictures.ts';
import { tap } from './tap.ts';

const desktop = { width: 1440, height: 900 };
const code = 'H12.123-261124-0007';

let hall: Hall;
let page: Page;

test.beforeEach(async () => {
  hall = await openHall({}, { camera: 'none' });
  await takeNumberWithCard();
  page = await hall.open('counter-quay-1', desktop);
  await signIn();
  await tap(page, 'F2');
  await expect(page.getByText('Đang gọi số')).toBeVisible();
  await tap(page, 'F4');
  await expect(page.getByText('Đang phục vụ số')).toBeVisible();
});
test.afterEach(async () => {
  await hall.close();
});

/** Shares the sample card with the officer. */
async function takeNumberWithCard(): Promise<void> {
  const kiosk = await openScreen<KioskView>(stationUrl(hall.core.ready, 'kiosk'));
  for (const command of [
    { type: 'start' },
    { type: 'agree' },
    { type: 'card-text', text: sampleCard },
    { type: 'confirm-card' },
    { type: 'choose-procedure', code: '1.001193' },
    { type: 'share-card', share: true },
    { type: 'take-number' },
    { type: 'home' },
  ] as const)
    expect(await kiosk.send(command)).toMatchObject({ ok: true });
  kiosk.close();
}

async function signIn(): Promise<void> {
  await expect(page.getByRole('radio').first()).toBeVisible();
  await tap(page, 'Tab');
  await tap(page, 'Space');
  await page.keyboard.type(hall.pin('can-bo-1'), { delay: 90 });
  await tap(page, 'Enter');
  await expect(page.getByRole('radio')).toHaveCount(0);
}

async function choosePaper(digit: string): Promise<void> {
  await tap(page, 'p');
  await expect(page.getByRole('list', { name: 'Lập giấy nào?' })).toBeVisible();
  await tap(page, digit);
  await expect(page.getByRole('button', { name: 'Giấy khác' })).toBeVisible();
}

test('by keyboard alone a dossier is accepted, its receipt shown as it is printed, and printed on A4', async () => {
  const dialog = page.getByRole('dialog');
  await tap(page, 'p');
  await expect(dialog).toContainText('Tiếp nhận hồ sơ');
  await tap(page, '1');
  const codeField = dialog.getByLabel('Mã hồ sơ');
  await expect(codeField).toBeFocused();
  await expect(dialog.getByLabel('Họ tên hoặc tên tổ chức')).toHaveValue('Đặng Đỗ Thị Diễm Phượng Quyền');
  await page.keyboard.type(code, { delay: 90 });
  await tap(page, 'F8');
  await expect(dialog.getByRole('alert')).toHaveText('Hãy đánh dấu ít nhất một giấy tờ đã nhận.');
  await expect(dialog.getByRole('checkbox').first()).toBeFocused();
  await tap(page, 'Space');
  await keepPicture(page, 'counter-receipt');
  await tap(page, 'F8');

  await expect(dialog).toContainText('Đã tiếp nhận.');
  await expect(dialog).toContainText('Cần xác nhận');
  const sheet = dialog.getByRole('img', { name: 'trang 1' });
  await expect(sheet).toHaveAttribute('data-page', '1');
  const isWhite = await sheet.evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const context = (canvas as HTMLCanvasElement).getContext('2d');
    const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] };
    return !data.some((value, index) => index % 4 === 0 && value < 100);
  });
  expect(isWhite).toBe(false);
  const slip = dialog.getByRole('img', { name: 'Hình phiếu nhỏ như máy in ra' });
  expect(await slip.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(576);
  await keepPicture(page, 'counter-preview');

  // The system's dialog has no page to test; what it would get is what the browser puts on paper.
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await tap(page, 'F8');
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
  const printed = await page.pdf({ preferCSSPageSize: true });
  const info = (await poppler('pdfinfo', ['-'], printed)).toString();
  expect(info).toMatch(/Pages:\s+1\n/);
  expect(info).toMatch(/\(A4\)/);

  await tap(page, 'Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.print-sheets')).toHaveCount(0);
  await tap(page, 'p');
  await expect(dialog).toContainText(code);
  await dialog.getByRole('button', { name: 'Mở giấy tiếp nhận' }).click();
  await expect(sheet).toHaveAttribute('data-page', '1');
  expect(hall.consoleErrors).toEqual([]);
});

test('nothing typed is lost by a view that passes or by a core that is killed and comes back', async () => {
  const dialog = page.getByRole('dialog');
  const reason = dialog.getByLabel('Lý do');
  await choosePaper('3');
  await reason.click();
  await page.keyboard.type('Thuoc tham quyen noi khac', { delay: 60 });
  // Somebody else takes a number: every screen gets a new view.
  await takeNumberWithCard();
  await expect(page.getByText('1 người').first()).toBeAttached();
  await expect(reason).toHaveValue('Thuoc tham quyen noi khac');

  await hall.restartCore();
  await expect(page.getByRole('radio').first()).toBeVisible({ timeout: 15_000 });
  await signIn();
  await expect(reason).toHaveValue('Thuoc tham quyen noi khac');
  await tap(page, 'F8');
  await expect(dialog.getByRole('img')).toHaveAttribute('data-page', '1');
  await dialog.getByRole('button', { name: 'Quay lại sửa' }).click();
  await expect(reason).toHaveValue('Thuoc tham quyen noi khac');
  // What was typed stayed in the memory of the screen.
  const kept = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage) =>
      Array.from({ length: storage.length }, (_, index) => storage.getItem(storage.key(index) ?? '')),
    ),
  );
  expect(kept.join(' ')).not.toContain('Thuoc tham quyen');
});

test('an apology takes what an earlier receipt says', async () => {
  const dialog = page.getByRole('dialog');
  await choosePaper('1');
  await page.keyboard.type(code, { delay: 90 });
  await dialog.getByRole('checkbox').first().check();
  await tap(page, 'F8');
  await expect(dialog).toContainText('Đã tiếp nhận.');
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await choosePaper('4');
  await expect(dialog.getByLabel('Mã hồ sơ')).toBeFocused();
  await page.keyboard.type('khong-co-that', { delay: 90 });
  await dialog.getByRole('button', { name: 'Lấy từ hồ sơ đã nhận' }).click();
  await expect(dialog.getByRole('alert')).toContainText('chưa tiếp nhận hồ sơ nào có mã này');
  await dialog.getByLabel('Mã hồ sơ').fill(code.toLowerCase());
  await dialog.getByRole('button', { name: 'Lấy từ hồ sơ đã nhận' }).click();
  await expect(dialog).toContainText('Đã lấy thông tin của hồ sơ này.');
  await expect(dialog.getByLabel('Ngày đã nhận')).toHaveValue(/^\d\d\/\d\d\/\d{4}$/);
  await expect(dialog.getByLabel('Họ tên hoặc tên tổ chức')).toHaveValue('Đặng Đỗ Thị Diễm Phượng Quyền');
});
