import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { KioskView } from '../../core/contract.ts';
import { writeCardVideo } from '../setup/card-video.ts';
import {
  removeFolder,
  startCoreProcess,
  startHubProcess,
  stationUrl,
  temporaryFolder,
} from '../setup/core-process.ts';
import { openScreen, type Screen } from '../setup/screen.ts';
import { chromiumArgs, sampleCard } from './hall.ts';

const visits = 100;

/** An invented person of whom every part can be found again. */
function canary(visit: number) {
  const digits = String(visit).padStart(3, '0');
  const number = `096190${digits}731`;
  const name = `Kiều Văn Hoàng Yến ${'ABCDEĐGHIK'.charAt(visit % 10)}${'aeiouyăâêô'.charAt((visit / 10) % 10)}n`;
  return {
    number,
    text: `${number}|98${digits}6417|${name}|07081990|Nữ|Ấp Chim ${digits}, Xã Thử Bình, Cà Mau|03112025||||`,
  };
}

test('after a hundred visits no number, name or address of a card is in any file of the kiosk, the browser or the hub', async () => {
  test.setTimeout(180_000);
  const folder = temporaryFolder('canary');
  const hub = await startHubProcess(join(folder, 'hub'));
  const core = await startCoreProcess(join(folder, 'data'), {
    MOTCUA_HUB_URL: hub.ready.url,
    MOTCUA_LOG_LEVEL: 'debug',
  });
  const film = join(folder, 'card.y4m');
  writeCardVideo(film, sampleCard);
  const profile = join(folder, 'profile');
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: chromiumArgs(film),
    viewport: { width: 1080, height: 1920 },
  });
  try {
    const page = await browser.newPage();
    await page.goto(stationUrl(core.ready, 'kiosk'));
    // Once with the camera of this very browser, so that frames and their text went through it too.
    await page.getByRole('button', { name: 'Chạm để bắt đầu' }).click();
    await page.getByRole('button', { name: 'Đồng ý, đọc thẻ' }).click();
    await expect(page.getByText('Đặng Đỗ Thị Diễm Phượng Quyền')).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Trang đầu' }).click();

    const kiosk = await openScreen<KioskView>(stationUrl(core.ready, 'kiosk'));
    for (let visit = 0; visit < visits; visit += 1) await playVisit(kiosk, canary(visit).text);
    await expect(page.getByRole('button', { name: 'Chạm để bắt đầu' })).toBeVisible();
    kiosk.close();
  } finally {
    await browser.close();
    await core.stop();
    await hub.stop();
  }

  const written = [
    ...filesUnder(folder).filter((path) => !path.endsWith('.y4m')),
    ...[core, hub].map((program) => ({ said: program.errors() })),
  ].map((one) => (typeof one === 'string' ? { at: one, bytes: readFileSync(one) } : said(one.said)));
  // The search itself works: what must be stored is found.
  expect(found(written, ['A001'])).not.toEqual([]);
  const secrets = [
    ...Array.from({ length: visits }, (_, visit) => canary(visit).number),
    'Kiều Văn Hoàng',
    'Ấp Chim',
    '07081990',
    '095183990015',
    'Diễm Phượng Quyền',
    'Ấp Đường Đào',
  ];
  expect(found(written, secrets)).toEqual([]);
  removeFolder(folder);
});

async function playVisit(kiosk: Screen<KioskView>, text: string): Promise<void> {
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'agree' });
  // The browser's own camera may be quicker.
  while (!isGreeted(kiosk.view())) {
    await kiosk.send({ type: 'wrong-card' });
    await kiosk.send({ type: 'card-text', text });
    await kiosk.until(({ screen }) => screen.at === 'greeting', 'a greeting');
  }
  await kiosk.send({ type: 'confirm-card' });
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  await kiosk.send({ type: 'take-number' });
  await kiosk.until(
    ({ screen }) => screen.at === 'ticket' && screen.paper.at === 'printed',
    'a printed ticket',
  );
  await kiosk.send({ type: 'home' });
  await kiosk.until(({ screen }) => screen.at === 'welcome', 'the way home');
}

function isGreeted({ screen }: KioskView): boolean {
  return screen.at === 'greeting' && screen.card.fullName.startsWith('Kiều Văn Hoàng');
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function said(text: string) {
  return { at: 'what the programs said', bytes: Buffer.from(text) };
}

/** In UTF-8 and in the UTF-16 that browsers keep text in; the path of a file counts as well. */
function found(written: { at: string; bytes: Buffer }[], words: string[]): string[] {
  return written.flatMap(({ at, bytes }) =>
    words
      .filter(
        (word) =>
          [at, bytes].some((where) => where.includes(word)) || bytes.includes(Buffer.from(word, 'utf16le')),
      )
      .map((word) => `${word} in ${at}`),
  );
}
