import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { CounterView, KioskView } from '../../core/contract.ts';
import { makeVoice } from '../../core/voice/make-voice.ts';
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

/** A voice of short hums, so that the test needs no program that speaks. */
function hums(dataFolder: string): void {
  const rate = 16_000;
  const hum = Float32Array.from({ length: rate / 5 }, (_, at) => Math.sin(at / 5) / 2);
  makeVoice(join(dataFolder, 'voice'), () => ({ rate, samples: hum }));
}

type Started = { when: number; seconds: number };
/** Writes down when each clip of a page begins and how long it is. To be called before the page is opened. */
async function watchSources(): Promise<(page: Page) => Promise<Started[]>> {
  await hall.context.addInitScript(() => {
    const started: Started[] = [];
    Object.assign(globalThis, { started });
    globalThis.AudioBufferSourceNode = class extends AudioBufferSourceNode {
      override start(when = 0) {
        started.push({ when, seconds: this.buffer?.duration ?? 0 });
        super.start(when);
      }
    };
  });
  return (page) => page.evaluate(() => (globalThis as unknown as { started: Started[] }).started);
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
  hall = await openHall(
    {},
    { flags: ['--autoplay-policy=document-user-activation-required'], prepare: hums },
  );
  const sources = await watchSources();
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

  // One number is not announced twice within a few seconds.
  const called = first.view().screen;
  const calledAt = called.at === 'called' ? called.ticket.calledAt : Infinity;
  await expect.poll(() => Date.now() - calledAt, { timeout: 10_000 }).toBeGreaterThan(5_000);
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
  const digits = number
    .split('')
    .map((sign) => (/\d/.test(sign) ? `so-${sign}` : `chu-${sign.toLowerCase()}`));
  expect((await heard()).toSorted()).toEqual(
    [
      'chime moi-so chu-a so-0 so-0 so-1 den-quay so-1',
      `chime moi-so ${digits.join(' ')} den-quay so-2`,
    ].toSorted(),
  );
  const started = await sources(display);
  expect(started).toHaveLength(16);
  for (const [index, { when, seconds }] of started.entries()) {
    const next = started[index + 1];
    // Nothing is cut off; within one announcement nobody waits for the next word either.
    if (next !== undefined) expect(next.when).toBeGreaterThanOrEqual(when + seconds - 1e-6);
    if (next !== undefined && index !== 7) expect(next.when - when - seconds).toBeLessThan(0.3);
  }
  await expect(display.locator('.display-row', { hasText: 'Quầy 1' })).toContainText('A001');
  await expect(display.locator('.display-row', { hasText: 'Quầy 2' })).toContainText(number);
  expect(hall.consoleErrors).toEqual([]);
  first.close();
  second.close();
});

test('a call moves calmly inside its card: nothing flashes and the header stands still', async () => {
  hall = await openHall();
  await takeNumbers([birth]);
  const counter = await counterAt('quay-1', 'can-bo-1');
  const display = await hall.open('display', landscape);
  await expect(display.getByRole('heading', { name: /Xin mời bà con/ })).toBeVisible();
  await display.evaluate(() => document.fonts.ready);
  const header = { x: 0, y: 0, width: 1200, height: 138 };
  const before = await display.screenshot({ clip: header });
  await press(counter, { type: 'call-next' });
  await expect(display.locator('.display-calling-new')).toBeVisible();
  const periods = await display.evaluate(() =>
    document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration)),
  );
  expect(periods.length).toBeGreaterThan(1);
  // At most two beats a second, whatever moves.
  expect(Math.min(...periods)).toBeGreaterThanOrEqual(500);
  for (let look = 0; look < 6; look++)
    expect((await display.screenshot({ clip: header })).equals(before), `look ${look}`).toBe(true);
  const digits = await display.locator('.display-number').evaluate((number) => {
    const pen = document.createElement('canvas').getContext('2d');
    if (pen === null) return 0;
    pen.font = `800 ${getComputedStyle(number).fontSize} "Be Vietnam Pro"`;
    return pen.measureText('0').actualBoundingBoxAscent;
  });
  expect(digits).toBeGreaterThan(landscape.height / 4);
  counter.close();
});

test('a display that is cut off keeps the last numbers and says how old they are', async () => {
  hall = await openHall();
  await takeNumbers([birth]);
  const counter = await counterAt('quay-1', 'can-bo-1');
  const display = await hall.open('display', portrait);
  await press(counter, { type: 'call-next' });
  await expect(display.locator('.display-number')).toHaveText('A001');
  await hall.core.stop('SIGKILL');
  await expect(
    display.getByText(/^Mất kết nối. Đây là số liệu lúc .*, cách đây chưa đến 1 phút/),
  ).toBeVisible({
    timeout: 15_000,
  });
  await expect(display.locator('.display-number')).toHaveText('A001');
});
