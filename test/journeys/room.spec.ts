import { expect, test, type Page } from '@playwright/test';
import type { KioskCommand, KioskView } from '../../core/contract.ts';
import { stationUrl } from '../setup/core-process.ts';
import { openScreen } from '../setup/screen.ts';
import { openHall, sampleCard, type Hall } from './hall.ts';

const landscape = { width: 1920, height: 1080 };
const portrait = { width: 1080, height: 1920 };
let hall: Hall;

test.beforeEach(async () => {
  hall = await openHall({}, { camera: 'none' });
});
test.afterEach(() => hall.close());

/** What somebody with a card has done before: the page shows what the core has. */
async function lead(...commands: KioskCommand[]): Promise<void> {
  const kiosk = await openScreen<KioskView>(stationUrl(hall.core.ready, 'kiosk'));
  const before: KioskCommand[] = [
    { type: 'start' },
    { type: 'agree' },
    { type: 'card-text', text: sampleCard },
    { type: 'confirm-card' },
  ];
  for (const command of [...before, ...commands])
    expect(await kiosk.send(command)).toMatchObject({ ok: true });
  kiosk.close();
}

/** How many of these stand wholly within the part that scrolls. */
function whole(page: Page, of: string): Promise<number> {
  return page.locator('.scroll-view').evaluate((view, selector) => {
    const { top, bottom } = view.getBoundingClientRect();
    const boxes = [...view.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
    return boxes.filter((box) => box.top >= top && box.bottom <= bottom).length;
  }, of);
}

for (const [name, size] of Object.entries({ landscape, portrait })) {
  test(`with a card and all that may be ticked three papers are read at a glance, ${name}`, async () => {
    const page = await hall.open('kiosk', size);
    await lead({ type: 'choose-procedure', code: '1.001193' });
    await expect(page.getByText('Cho cán bộ quầy xem thẻ')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    expect(await whole(page, '.document-list > li')).toBeGreaterThanOrEqual(3);
  });
}

test('lying, the kinds of business stand apart and a search shows three hits', async () => {
  const page = await hall.open('kiosk', landscape);
  await lead();
  await expect(page.locator('.topic-tile').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const boxes = await page
    .locator('.topic-tile')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().toJSON() as DOMRect));
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const apart = Math.max(
        other.left - one.right,
        one.left - other.right,
        other.top - one.bottom,
        one.top - other.bottom,
      );
      expect(apart).toBeGreaterThanOrEqual(8);
    }
  }
  await page.getByRole('button', { name: 'Tìm bằng chữ' }).click();
  await page.keyboard.type('khai', { delay: 90 });
  await expect(page.getByText(/^Tìm thấy \d+ thủ tục$/)).toBeVisible();
  expect(await whole(page, '.procedure-row')).toBeGreaterThanOrEqual(3);
});
