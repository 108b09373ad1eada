import { expect, test, type Page } from '@playwright/test';
import type { DockFault, DockView } from '../../core/contract.ts';
import { readQrFromFile } from '../../core/cli/read-image.ts';
import { stationUrl } from '../setup/core-process.ts';
import { openScreen, type Screen } from '../setup/screen.ts';
import { openHall, type Hall } from './hall.ts';
import { keyboardScanner } from './keyboard-scanner.ts';
import { keepPicture } from './pictures.ts';
import { tap } from './tap.ts';

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };
const desktop = { width: 1440, height: 900 };

let hall: Hall;
let dock: Screen<DockView>;
test.beforeEach(async () => {
  hall = await openHall({}, { camera: 'none' });
  dock = await openScreen<DockView>(stationUrl(hall.core.ready, 'dock'));
});
test.afterEach(async () => {
  dock.close();
  await hall.close();
});

/** All printers of the hall. */
async function setFault(fault: DockFault): Promise<void> {
  for (const { id } of dock.view().printers)
    expect(await dock.send({ type: 'printer-fault', fault, printer: id })).toMatchObject({ ok: true });
}

async function goToButton(kiosk: Page): Promise<void> {
  await kiosk.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
  await kiosk.getByRole('button', { name: 'Không dùng thẻ' }).click();
  await kiosk.getByRole('button', { name: 'Sinh con' }).click();
  await kiosk.getByRole('button', { name: /^Đăng ký khai sinh Nhóm/ }).click();
}

async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByText(name, { exact: true }).click();
  await page.keyboard.type(pin, { delay: 90 });
  await page.keyboard.press('Enter');
}

/** How many of the newest slips carry a black bar at their head. */
async function barsOnSlips(): Promise<boolean[]> {
  const page = await hall.context.newPage();
  const bars = await page.evaluate(
    async (slips) =>
      Promise.all(
        slips.map(async (png) => {
          const image = new Image();
          image.src = png;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, 60);
          const pen = canvas.getContext('2d');
          pen?.drawImage(image, 0, 0);
          const row = pen?.getImageData(0, 24, image.width, 1).data ?? [];
          const dark = Array.from({ length: image.width }, (_, x) => row[x * 4] ?? 255).filter(
            (red) => red < 128,
          );
          return dark.length > image.width / 2;
        }),
      ),
    dock.view().slips.map(({ png }) => png),
  );
  await page.close();
  return bars;
}

test('without paper it is said before the tap, the number is to be photographed, and the slip comes when there is paper', async () => {
  await setFault('paper-out');
  const kiosk = await hall.open('kiosk', portrait);
  await expect(kiosk.getByText('Máy in hết giấy: số sẽ hiện trên màn hình.')).toBeVisible();
  await keepPicture(kiosk, 'kiosk-no-paper');
  await goToButton(kiosk);
  await kiosk.setViewportSize(landscape);
  const sentence = await kiosk.getByText('Máy in hết giấy. Bà con chụp').boundingBox();
  const header = await kiosk.locator('header').first().boundingBox();
  expect(sentence?.y).toBeGreaterThan((header?.y ?? 0) + (header?.height ?? 0));
  await kiosk.setViewportSize(portrait);
  await kiosk.getByRole('button', { name: 'Lấy số trên màn hình' }).click();
  await expect(kiosk.getByText('A001')).toBeVisible();
  await expect(kiosk.getByText('Mời bà con chụp lại màn hình này.')).toBeVisible();
  await expect(kiosk.getByRole('img', { name: 'Mã xem số của bà con' })).toBeVisible();
  await keepPicture(kiosk, 'kiosk-ticket-on-screen');
  await setFault('none');
  await expect(kiosk.getByText('Mời bà con lấy phiếu')).toBeVisible();
  expect(await barsOnSlips()).toEqual([false]);
  expect(hall.consoleErrors).toEqual([]);
});

test('a slip in doubt is asked about; what is printed on “Chưa” is the same number under a bar', async () => {
  await setFault('jam-midway');
  const kiosk = await hall.open('kiosk', landscape);
  await goToButton(kiosk);
  await kiosk.getByRole('button', { name: 'Lấy số thứ tự' }).click();
  await expect(kiosk.getByText('Phiếu đã ra chưa?')).toBeVisible();
  await keepPicture(kiosk, 'kiosk-slip-in-doubt');
  await setFault('none');
  await kiosk.getByRole('button', { name: 'Chưa' }).click();
  await expect(kiosk.getByText('Mời bà con lấy phiếu')).toBeVisible();
  await expect(kiosk.getByText('A001')).toBeVisible();
  expect(await barsOnSlips()).toEqual([true, false]);
  expect(hall.consoleErrors).toEqual([]);
});

test('an officer sees which printer and which slip need a hand, and prints the number again by keys alone', async () => {
  await setFault('jam-midway');
  const kiosk = await hall.open('kiosk', portrait);
  await goToButton(kiosk);
  await kiosk.getByRole('button', { name: 'Lấy số thứ tự' }).click();
  await expect(kiosk.getByText('Phiếu đã ra chưa?')).toBeVisible();
  await kiosk.getByRole('button', { name: 'Xong, về trang đầu' }).click();

  const counter = await hall.open('counter-quay-1', desktop);
  await signIn(counter, 'Nguyễn Thị Mẫu', hall.pin('can-bo-1'));
  await expect(counter.getByText(/báo lỗi/).first()).toBeVisible();
  await setFault('none');
  await expect(counter.getByText(/báo lỗi/)).toHaveCount(0);
  await tap(counter, '4');
  await expect(counter.getByRole('option', { name: /A001/ })).toBeFocused();
  await keepPicture(counter, 'counter-slips');
  await tap(counter, 'Enter');
  await expect(counter.getByText('Phiếu số A001: cần làm gì?')).toBeVisible();
  await tap(counter, '1');
  await expect(counter.getByText('In lại phiếu A001, vì sao?')).toBeVisible();
  await tap(counter, '1');
  await expect(counter.getByText('Không có phiếu nào cần xem lại.')).toBeVisible();
  await dock.until(({ slips }) => slips.length === 2, 'the slip that was printed again');
  expect(await barsOnSlips()).toEqual([true, false]);

  // Once more for the number in hand, that was lost.
  await counter.keyboard.press('F2');
  await expect(counter.getByRole('button', { name: /Bắt đầu/ })).toBeEnabled();
  await tap(counter, 'i');
  await expect(counter.getByText('In lại phiếu A001, vì sao?')).toBeVisible();
  await tap(counter, '2');
  await dock.until(({ slips }) => slips.length === 3, 'the third slip');
  expect(await barsOnSlips()).toEqual([true, true, false]);
  expect(hall.consoleErrors).toEqual([]);
});

test('the code of a slip held to the scanner shows how many are ahead, and no other page takes it', async () => {
  const kiosk = await hall.open('kiosk', landscape);
  const scan = await keyboardScanner(kiosk);
  await setFault('paper-out');
  await goToButton(kiosk);
  await kiosk.getByRole('button', { name: 'Lấy số trên màn hình' }).click();
  await expect(kiosk.getByText('A001')).toBeVisible();
  await expect(kiosk.getByRole('img', { name: 'Mã xem số của bà con' })).toBeVisible();
  const text = await readCode(kiosk);
  await scan(text, {});
  await expect(kiosk.getByText('Mời bà con chụp lại màn hình này.')).toBeVisible();
  await kiosk.getByRole('button', { name: 'Xong, về trang đầu' }).click();
  await expect(kiosk.getByRole('button', { name: 'Chạm để bắt đầu' })).toBeVisible();
  await scan(text, {});
  await expect(kiosk.getByText('Không còn ai trước bà con, sắp đến lượt')).toBeVisible();
  await keepPicture(kiosk, 'kiosk-number');
  expect(hall.consoleErrors).toEqual([]);
});

/** What stands in the code on the screen, read from a photograph of it. */
async function readCode(page: Page): Promise<string> {
  const path = `${hall.folder}/photograph.png`;
  await page.screenshot({ path });
  const read = await readQrFromFile(path);
  if (!read.ok) throw new Error('no code on the screen');
  return read.value;
}
