import { expect, test, type Page } from '@playwright/test';
import type { KioskView } from '../../core/contract.ts';
import { stationUrl } from '../setup/core-process.ts';
import { openScreen } from '../setup/screen.ts';
import { openHall, sampleCard, type Hall } from './hall.ts';
import { keepPicture } from './pictures.ts';
import { tap } from './tap.ts';

const desktop = { width: 1440, height: 900 };
const birth = '1.001193';

let hall: Hall;

test.beforeEach(async () => {
  hall = await openHall();
});
test.afterEach(async () => {
  await hall.close();
});

/** So many citizens take a number for the same procedure, one after another. */
async function takeNumbers(count: number): Promise<void> {
  const kiosk = await openScreen<KioskView>(stationUrl(hall.core.ready, 'kiosk'));
  for (let taken = 0; taken < count; taken += 1) {
    for (const command of [
      { type: 'start' },
      { type: 'without-card' },
      { type: 'choose-procedure', code: birth },
      { type: 'take-number' },
      { type: 'home' },
    ] as const) {
      expect(await kiosk.send(command)).toEqual({ ok: true, value: null });
    }
  }
  kiosk.close();
}

/** Without the mouse: the first name in the list, then the PIN. */
async function signInByKeyboard(page: Page): Promise<void> {
  await expect(page.getByRole('radio').first()).toBeVisible();
  await tap(page, 'Tab');
  await tap(page, 'Space');
  await page.keyboard.type(hall.pin('can-bo-1'));
  await tap(page, 'Enter');
  await expect(page.getByText('Quầy đang trống')).toBeVisible();
}

/** Keys that go down in one instant, as no hand can: from a scanner that types, or a key that bounces. */
async function typeAtOnce(page: Page, keys: { key: string; code: string }[]): Promise<void> {
  await page.evaluate((strokes) => {
    for (const stroke of strokes)
      for (const type of ['keydown', 'keyup'])
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent(type, { ...stroke, bubbles: true, cancelable: true }),
        );
  }, keys);
}

const keyOf = (char: string) => ({
  key: char,
  code: /\d/.test(char) ? `Digit${char}` : /[a-z]/i.test(char) ? `Key${char.toUpperCase()}` : 'Slash',
});

test('an officer works through a morning by keyboard alone', async () => {
  await takeNumbers(5);
  const page = await hall.open('counter-quay-1', desktop);
  const number = page.locator('.counter-number');
  const dialog = page.getByRole('dialog');
  await signInByKeyboard(page);
  await expect(page.locator('.counter-then-number').first()).toHaveText('A001');
  await keepPicture(page, 'counter-ready');

  // A key that bounces calls once and does not call again.
  await typeAtOnce(page, [
    { key: 'F2', code: 'F2' },
    { key: 'F2', code: 'F2' },
  ]);
  await expect(number).toHaveText('A001');
  await expect(page.getByText(/^lần 1,/)).toBeVisible();
  // Nobody is given up before they could have come, nor shouted at; a key that is held down is one press.
  await page.keyboard.down('F2');
  await tap(page, 'F9');
  const missed = page.getByRole('button', { name: /^Vắng mặt F9/ });
  await expect(missed).toContainText(/báo vắng được sau 1?\d giây/);
  await expect(page.getByText(/^lần 1,/)).toBeVisible();
  await expect(missed).toBeEnabled({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^Gọi lại F2/ })).toBeEnabled();
  await page.keyboard.down('F2');
  await page.keyboard.up('F2');
  await tap(page, 'F9');
  await expect(page.getByText('Vừa báo vắng mặt A001')).toBeVisible();

  await tap(page, 'F2');
  await expect(number).toHaveText('A002');
  await tap(page, 'F4');
  await expect(page.getByText('Đang phục vụ số')).toBeVisible();

  await tap(page, 't');
  await expect(dialog).toContainText('Thêm thủ tục cho A002');
  await page.keyboard.type('dang ky thuong tru');
  await expect(dialog.getByRole('option').first()).toContainText('1.004222');
  await keepPicture(page, 'counter-add-service');
  await tap(page, 'Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Làm thêm', { exact: true })).toBeVisible();

  await tap(page, 'c');
  await expect(dialog).toContainText('Chuyển A002 đến đâu?');
  await tap(page, 'b');
  await expect(dialog).toContainText('Chuyển A002 đến nhóm B, vì sao?');
  await tap(page, '2');
  await expect(page.getByText('Vừa chuyển A002')).toBeVisible();

  // The one who was missed is back at the desk.
  await tap(page, '2');
  await expect(page.getByRole('option', { name: /A001/ })).toBeFocused();
  await tap(page, 'Enter');
  await expect(dialog).toContainText('Số A001: cần làm gì?');
  await tap(page, '1');
  await expect(page.getByText('Vừa cho trở lại hàng A001')).toBeVisible();
  await expect(page.getByText('Không có ai vắng mặt.')).toBeVisible();
  await tap(page, 'z');
  await expect(page.getByRole('option', { name: /A001/ })).toBeVisible();
  await expect(page.getByText(/^Vừa /)).toHaveCount(0);

  await tap(page, 'F2');
  await expect(number).toHaveText('A003');
  await tap(page, 'g');
  await expect(dialog).toContainText('Gác A003 lại, vì sao?');
  await tap(page, 'Escape');
  await expect(dialog).toHaveCount(0);
  await tap(page, 'F4');
  await expect(page.getByText('Đang phục vụ số')).toBeVisible();
  await tap(page, 'F8');
  await expect(page.getByText('Hôm nay xong 1 lượt')).toBeVisible();
  await tap(page, 'z');
  await expect(page.getByText('Đang phục vụ số')).toBeVisible();
  await expect(page.getByText('Hôm nay xong 0 lượt')).toBeVisible();
  await tap(page, 'F8');
  await expect(page.getByText('Hôm nay xong 1 lượt')).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});

test('a card that a scanner types into the desk moves nobody', async () => {
  await takeNumbers(2);
  const page = await hall.open('counter-quay-1', desktop);
  await signInByKeyboard(page);
  await tap(page, 'F2');
  await expect(page.locator('.counter-number')).toHaveText('A001');
  await page.getByRole('button', { name: /^Hủy số/ }).focus();
  await typeAtOnce(page, [...Array.from(sampleCard).map(keyOf), { key: 'Enter', code: 'Enter' }]);
  // A single key afterwards counts, in the desk as it was; whatever was typed before it would be seen by then.
  await expect(async () => {
    await tap(page, 'u');
    await expect(page.getByRole('dialog')).toContainText('Ưu tiên cho A001', { timeout: 1000 });
  }).toPass();
  await tap(page, '1');
  await expect(page.getByText('Vừa đổi ưu tiên của A001')).toBeVisible();
  await expect(page.locator('.counter-number-side')).toContainText('Cao tuổi');
});

test('a counter nobody touches says so, and signs out by itself', async () => {
  const page = await hall.open('counter-quay-1', desktop);
  await page.clock.install();
  await signInByKeyboard(page);
  await page.clock.fastForward('09:40');
  await expect(page.getByRole('alertdialog')).toContainText('tự đăng xuất');
  // The key that says "I am here" does nothing else.
  await tap(page, 'n');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.clock.fastForward('01:00');
  await expect(page.getByText('Quầy đang trống')).toBeVisible();
  await page.clock.fastForward('09:00');
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
});

test('when the core is gone the last figures stay with their age, and no key works until it is back', async () => {
  await takeNumbers(1);
  const page = await hall.open('counter-quay-1', desktop);
  await signInByKeyboard(page);
  await tap(page, 'F2');
  await expect(page.locator('.counter-number')).toHaveText('A001');
  await hall.core.stop('SIGKILL');
  await expect(page.getByText(/Mất kết nối lúc/)).toBeVisible();
  await expect(page.locator('.counter-number')).toHaveText('A001');
  await expect(page.getByRole('button', { name: /Bắt đầu/ })).toBeDisabled();
  await hall.restartCore();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(/Mất kết nối lúc/)).toHaveCount(0);
});
