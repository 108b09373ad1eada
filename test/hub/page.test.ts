import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { pino } from 'pino';
import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createHub } from '../../hub/app.ts';
import type { Database } from '../../hub/database.ts';
import { migrate } from '../../hub/migrate.ts';
import { openMemoryPglite } from '../../hub/pglite.ts';
import { batchOf, ratingGiven, ticketIssued, visitFinished } from './facts.ts';

const executablePath = '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const token = 'a-token-for-devices-only';
const reportKey = 'a-key-for-the-report-only';

let database: Database;
beforeAll(async () => {
  database = await openMemoryPglite();
  await migrate(database);
}, 60_000);
afterAll(() => database.close());

async function startHub() {
  await database.script('truncate rating, ticket, fact, device, centre');
  const app = createHub({
    database,
    token,
    reportKey,
    clock: { now: () => Date.now() },
    log: pino({ level: 'silent' }),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  const send = (batch: Record<string, unknown>) =>
    app.inject({
      method: 'POST',
      url: '/facts',
      headers: { authorization: `Bearer ${token}` },
      payload: batch,
    });
  return { app, url, send };
}

test('the page is served under a strict policy, and no address leads out of its list of files', async () => {
  const { app } = await startHub();
  for (const [address, type] of [
    ['/', 'text/html'],
    ['/page.css', 'text/css'],
    ['/page.js', 'text/javascript'],
    ['/fonts/be-vietnam-pro-vietnamese-400-normal.woff2', 'font/woff2'],
  ] as const) {
    const response = await app.inject(address);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain(type);
    expect(response.headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  }
  for (const address of ['/main.ts', '/../app.ts', '/fonts/..%2f..%2fpackage.json', '/page/index.html']) {
    expect((await app.inject(address)).statusCode).toBe(404);
  }
});

const inChromium = existsSync(executablePath) ? test : test.skip;
if (!existsSync(executablePath)) console.log(`skipped in a browser: there is no ${executablePath}`);

let browser: Browser | null = null;
afterAll(() => browser?.close());

/** A page with a hand-driven clock; collects what the browser complains of. */
async function openPage(address: string): Promise<{ page: Page; complaints: string[] }> {
  browser ??= await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const complaints: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.install();
  await page.goto(address);
  return { page, complaints };
}

inChromium(
  'the page goes from no data to figures by itself, and keeps them when the hub is lost',
  { timeout: 60_000 },
  async () => {
    const { app, url, send } = await startHub();
    const { page, complaints } = await openPage(`${url}/#key=${reportKey}`);
    await page.getByText('Chưa có dữ liệu').waitFor();
    expect(page.url()).toBe(`${url}/`);

    const ticket = uuidv4();
    const centre = { id: 'thu-binh', name: 'Xã Thử Bình <img src=x>' };
    await send(
      batchOf(uuidv4(), [ticketIssued(1, ticket), visitFinished(2, ticket), ratingGiven(3)], { centre }),
    );
    await send(batchOf(uuidv4(), [ticketIssued(1)], { centre: { id: 'dam-thu', name: 'Xã Đầm Thử' } }));
    await page.clock.runFor(5_000);
    const card = page.getByRole('article').filter({ hasText: centre.name });
    await card.getByText('n = 1', { exact: true }).waitFor();
    expect(await card.innerText()).toMatch(/Rất hài lòng\s+1 100\s%\s+Hài lòng\s+0 0\s%/);
    expect(await card.innerText()).toContain('1/1 lượt');

    const empty = page.getByRole('article').filter({ hasText: 'Xã Đầm Thử' });
    expect(await empty.innerText()).toContain('n = 0');
    expect(await empty.getByText('không có dữ liệu').count()).toBe(4);
    expect(await empty.innerText()).not.toContain('%');
    expect(complaints).toEqual([]);

    await app.close();
    await page.clock.runFor(5_000);
    await page.getByText('Mất kết nối với máy chủ').waitFor();
    expect(await card.getByText('n = 1', { exact: true }).isVisible()).toBe(true);
  },
);

inChromium(
  'without the right key the page shows no figures and says what to do',
  { timeout: 60_000 },
  async () => {
    const { url, send } = await startHub();
    await send(batchOf(uuidv4(), [ratingGiven(1)]));
    const { page } = await openPage(url);
    await page.getByText('Chưa có khóa xem số liệu').waitFor();
    expect(await page.getByRole('article').count()).toBe(0);

    await page.goto(`${url}/#key=not-the-right-key`);
    await page.getByText('Khóa xem số liệu không đúng').waitFor();
    await page.goto(`${url}/#key=${reportKey}`);
    await page.getByText('n = 1', { exact: true }).waitFor();
    await page.goto(`${url}/#key=not-the-right-key`);
    await page.getByText('Khóa xem số liệu không đúng').waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  },
);
