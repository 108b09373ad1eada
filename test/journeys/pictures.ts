import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';

const folder = resolve(
  import.meta.dirname,
  '../..',
  process.env['KEEP_PICTURES'] === '1' ? 'test/journeys/pictures' : 'test-results/pictures',
);

/** A picture of the screen as it stands; `KEEP_PICTURES=1 npm test -- journeys` renews those that the README shows. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
