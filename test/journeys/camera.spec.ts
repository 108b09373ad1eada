import { expect, test, type Page } from '@playwright/test';
import { movePlug, readCamera, watchCamera } from '../setup/watch-camera.ts';
import { openHall, type Hall } from './hall.ts';
import { keepPicture } from './pictures.ts';

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1920, height: 1080 };

let hall: Hall;

test.afterEach(async () => {
  await hall.close();
});

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
}

const agree = (page: Page) => page.getByRole('button', { name: 'Đồng ý, đọc thẻ' });

test('the camera is open while the notice is read, but nothing is shown or read before the citizen agrees, nor after the card', async () => {
  hall = await openHall();
  await watchCamera(hall.context);
  const kiosk = await hall.open('kiosk', portrait);
  await begin(kiosk);
  await expect(kiosk.getByText(/bà con đồng ý thì máy mới nhìn/)).toBeVisible();
  await expect.poll(async () => (await readCamera(kiosk)).tracks.length).toBe(1);
  const waiting = await readCamera(kiosk);
  expect(waiting).toMatchObject({ tracks: [{ enabled: false, isLive: true }], frames: 0, videos: 0 });

  await agree(kiosk).click();
  await expect(kiosk.getByText('Đặng Đỗ Thị Diễm Phượng Quyền')).toBeVisible({ timeout: 20_000 });
  const greeted = await readCamera(kiosk);
  expect(greeted).toMatchObject({ tracks: [{ enabled: false, isLive: true }], videos: 0 });
  expect(greeted.frames).toBeGreaterThan(0);

  await kiosk.getByRole('button', { name: 'Không phải tôi' }).click();
  await expect(kiosk.getByText('Đặng Đỗ Thị Diễm Phượng Quyền')).toBeVisible({ timeout: 20_000 });
  await kiosk.getByRole('button', { name: 'Trang đầu' }).click();
  await expect.poll(async () => (await readCamera(kiosk)).tracks).toMatchObject([{ isLive: false }]);
  expect(hall.consoleErrors).toEqual([]);
});

test('a kiosk without a camera says so at once and delays nothing', async () => {
  hall = await openHall({}, { camera: 'none' });
  const kiosk = await hall.open('kiosk', landscape);
  await begin(kiosk);
  await agree(kiosk).click();
  await expect(kiosk.getByRole('status')).toContainText('Máy quay chưa được cắm');
  await expect(kiosk.getByText('Máy quay không nhìn')).toBeVisible();
  await keepPicture(kiosk, 'kiosk-no-camera-landscape');
  await kiosk.getByRole('button', { name: 'Không dùng thẻ' }).click();
  await expect(kiosk.getByRole('button', { name: 'Sinh con' })).toBeVisible();
  expect(hall.consoleErrors).toEqual([]);
});

test('a camera pulled out in the middle is missed in words, and looks again once it is put in', async () => {
  // The card is too far away to be read before the plug is pulled.
  hall = await openHall({}, { camera: { moduleSidePx: 0.5 } });
  await watchCamera(hall.context);
  const kiosk = await hall.open('kiosk', portrait);
  await begin(kiosk);
  await agree(kiosk).click();
  await expect(kiosk.getByText('Máy quay đang nhìn')).toBeVisible();
  await movePlug(kiosk, true);
  await expect(kiosk.getByRole('status')).toContainText('Máy quay vừa bị rút dây');
  await expect(kiosk.getByText('Máy quay không nhìn')).toBeVisible();
  await movePlug(kiosk, false);
  await expect(kiosk.getByText('Máy quay đang nhìn')).toBeVisible();
  const { frames } = await readCamera(kiosk);
  await expect.poll(async () => (await readCamera(kiosk)).frames).toBeGreaterThan(frames);

  // A picture that stands still is opened anew as well.
  await kiosk.locator('video').evaluate((video: HTMLVideoElement) => video.pause());
  await expect.poll(async () => (await readCamera(kiosk)).tracks.length).toBe(3);
  const reopened = await readCamera(kiosk);
  expect(reopened.tracks.map(({ isLive }) => isLive)).toEqual([false, false, true]);
  await expect.poll(async () => (await readCamera(kiosk)).frames).toBeGreaterThan(reopened.frames);
  expect(hall.consoleErrors).toEqual([]);
});

test('in a dark hall the citizen is told to turn to the light', async () => {
  hall = await openHall({}, { camera: { brightness: 0.03 } });
  const kiosk = await hall.open('kiosk', portrait);
  await begin(kiosk);
  await agree(kiosk).click();
  await expect(kiosk.getByRole('status')).toContainText('Chỗ này hơi tối');
  await keepPicture(kiosk, 'kiosk-scan-dark');
});
