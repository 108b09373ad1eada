import { expect, test, type Page } from '@playwright/test';
import type { CounterView, KioskView } from '../../core/contract.ts';
import { stationUrl } from '../setup/core-process.ts';
import { press } from '../setup/press.ts';
import { openScreen, type Screen } from '../setup/screen.ts';
import { openHall, type Hall } from './hall.ts';
import { keepPicture } from './pictures.ts';

const landscape = { width: 1920, height: 1080 };
const portrait = { width: 1080, height: 1920 };
const birth = '1.001193';
const residence = '1.004222';

let hall: Hall;
test.afterEach(async () => {
  await hall.close();
});

async function takeNumbers(procedures: string[]): Promise<void> {
  const kiosk = await openScreen<KioskView>(stationUrl(hall.core.ready, 'kiosk'));
  for (const code of procedures) {
    for (const type of ['start', 'without-card'] as const) await kiosk.send({ type });
    await kiosk.send({ type: 'choose-procedure', code });
    expect(await kiosk.send({ type: 'take-number' })).toEqual({ ok: true, value: null });
    await kiosk.send({ type: 'home' });
  }
  kiosk.close();
}

async function counterAt(counter: string, officerId: string): Promise<Screen<CounterView>> {
  const screen = await openScreen<CounterView>(stationUrl(hall.core.ready, `counter-${counter}`));
  expect(await screen.send({ type: 'sign-in', officerId, pin: hall.pin(officerId) })).toMatchObject({
    ok: true,
  });
  return screen;
}

/** Writes down every announcement of a display from now on, as the names of its clips. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.locator('[data-announcing]').evaluate((room) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      const clips = room.getAttribute('data-announcing') ?? '';
      if (clips !== '' && clips !== heard.at(-1)) heard.push(clips);
    }).observe(room, { attributes: true, attributeFilter: ['data-announcing'] });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

test('two counters call at once: the hall sees both and hears both, one after the other', async () => {
  hall = await openHall({}, ['--autoplay-policy=document-user-activation-required']);
  await takeNumbers([birth, residence, birth, residence]);
  const first = await counterAt('quay-1', 'can-bo-1');
  const second = await counterAt('quay-2', 'can-bo-2');
  // Called before the screen was switched on: shown, not spoken.
  await press(first, { type: 'call-next' });

  // Whatever Playwright looks at counts as touched; so nothing is looked at before the sound was opened.
  const opened = hall.context.waitForEvent('response', (response) => response.url().endsWith('/clips.json'));
  const display = await hall.open('display', landscape);
  await opened;
  await expect(display.locator('.display-number')).toHaveText('A001');
  const heard = await listen(display);
  // A plain browser keeps every page silent until somebody touches it.
  await display.getByRole('button', { name: 'Bật loa' }).click();
  await expect(display.getByRole('button', { name: 'Bật loa' })).toHaveCount(0);

  await Promise.all([press(first, { type: 'call-again' }), press(second, { type: 'call-next' })]);
  await expect(display.locator('.display-tile-together')).toHaveCount(1);
  const bothShown = display.locator('.display-newest, .display-tile-together');
  await expect(bothShown.filter({ hasText: 'A001' })).toContainText('Quầy 1');
  const other = second.view().screen;
  const number = other.at === 'called' ? other.ticket.number : '';
  await expect(bothShown.filter({ hasText: number })).toContainText('Quầy 2');
  await keepPicture(display, 'display');
  await display.setViewportSize(portrait);
  await keepPicture(display, 'display-portrait');
  await display.setViewportSize(landscape);

  await expect(display.locator('[data-announcing=""]')).toBeVisible({ timeout: 30_000 });
  const digits = [...number].map((sign) => (/\d/.test(sign) ? `so-${sign}` : `chu-${sign.toLowerCase()}`));
  expect((await heard()).toSorted()).toEqual(
    [
      'chime moi-so chu-a so-0 so-0 so-1 den-quay so-1',
      `chime moi-so ${digits.join(' ')} den-quay so-2`,
    ].toSorted(),
  );
  await expect(display.locator('.display-row', { hasText: 'Quầy 1' })).toContainText('A001');
  await expect(display.locator('.display-row', { hasText: 'Quầy 2' })).toContainText(number);
  expect(hall.consoleErrors).toEqual([]);
  first.close();
  second.close();
});
