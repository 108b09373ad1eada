import type { Page } from '@playwright/test';

/** A key at the pace of fingers: what comes closer together is a scanner's and moves nothing. */
export async function tap(page: Page, key: string): Promise<void> {
  await page.waitForTimeout(90);
  await page.keyboard.press(key);
}
