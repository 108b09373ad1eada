import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { testElectron } from '../setup/test-electron.ts';
import { removeFolder, startCoreProcess, temporaryFolder } from '../setup/core-process.ts';
import { median, round, summary, type BenchReport } from './figures.ts';

const runs = 9;
const target = 1.5;
const project = resolve(import.meta.dirname, '../..');

/** From the start of the process to the first painted kiosk view, beside an empty page in the same Electron. Needs a display. */
export async function bench(): Promise<BenchReport> {
  const folder = temporaryFolder('bench-start');
  const empty = emptyApp();
  try {
    // A hall starts its kiosk with yesterday's store, not with the making of one.
    await (await startCoreProcess(join(folder, 'data'))).stop();
    const kiosk = () =>
      timeToPaint(project, (page) => page.getByText('Chạm để bắt đầu').waitFor(), {
        MOTCUA_DATA: join(folder, 'data'),
        MOTCUA_PORT: '0',
        MOTCUA_SAMPLE: '1',
        MOTCUA_NODE: process.execPath,
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
      });
    const blank = () => timeToPaint(empty, (page) => page.getByText('empty').waitFor(), {});
    await kiosk();
    await blank();
    const kioskMs: number[] = [];
    const blankMs: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      kioskMs.push(await kiosk());
      blankMs.push(await blank());
    }
    const ratio = round(median(kioskMs) / median(blankMs));
    return {
      rows: [
        { what: 'kiosk', ...summary(kioskMs) },
        { what: 'empty page', ...summary(blankMs) },
      ],
      result: { kiosk: summary(kioskMs), empty: summary(blankMs), ratio, target, met: ratio <= target },
    };
  } finally {
    removeFolder(folder);
    rmSync(empty, { recursive: true, force: true });
  }
}

async function timeToPaint(
  appFolder: string,
  shown: (page: Page) => Promise<void>,
  env: Record<string, string>,
): Promise<number> {
  const start = performance.now();
  const app = await _electron.launch({
    executablePath: testElectron(),
    args: ['--no-sandbox', '--disable-gpu', appFolder],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await app.firstWindow();
  await shown(page);
  // Two frames later what was laid out has been painted.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  const ms = performance.now() - start;
  await app.close();
  return ms;
}

function emptyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-empty-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "main": "main.cjs" }');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ kiosk: true, frame: false, webPreferences: { sandbox: true } });
  window.loadURL('data:text/html,<p>empty</p>');
});
`,
  );
  return folder;
}
