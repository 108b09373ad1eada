import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import {
  removeFolder,
  startCoreProcess,
  stationUrl,
  temporaryFolder,
  type CoreReady,
  type Running,
} from '../setup/core-process.ts';
import { type Scene, writeCardVideo } from '../setup/card-video.ts';

export const sampleCard =
  '095183990015|000000015|Đặng Đỗ Thị Diễm Phượng Quyền|19051983|Nữ|Ấp Đường Đào, Xã Hồ Thị Kỷ, Thới Bình, Bạc Liêu|16082021';

/** A Chromium that keeps to itself and whose camera shows a film, or that has no camera. */
export function chromiumArgs(video: string | null): string[] {
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-fake-ui-for-media-stream',
    ...(video === null
      ? ['--use-fake-device-for-media-stream=device-count=0']
      : ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`]),
  ];
}

export type Hall = {
  core: Running<CoreReady>;
  /** Kills the core as a power cut would and starts it again on the same store and port. */
  restartCore(): Promise<void>;
  folder: string;
  context: BrowserContext;
  /** Messages of any page's console that are errors. */
  consoleErrors: string[];
  open(stationId: string, size: { width: number; height: number }): Promise<Page>;
  pin(officerId: string): string;
  close(): Promise<void>;
};

/** What the kiosk's camera sees, or that there is none. */
export type HallCamera = Partial<Scene> | 'none';
/** `flags` are Chromium's; `prepare` puts into the data folder what lies there before the core starts. */
type HallOptions = { camera?: HallCamera; flags?: string[]; prepare?: (dataFolder: string) => void };

/** A centre as it stands: the real core and a real Chromium whose camera sees a sample card, unless told otherwise. */
export async function openHall(
  env: Record<string, string> = {},
  { camera = {}, flags = [], prepare = () => {} }: HallOptions = {},
): Promise<Hall> {
  const folder = temporaryFolder('hall');
  const video = camera === 'none' ? null : join(folder, 'card.y4m');
  if (camera !== 'none') writeCardVideo(join(folder, 'card.y4m'), sampleCard, camera);
  prepare(join(folder, 'data'));
  let core = await startCoreProcess(join(folder, 'data'), env);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...chromiumArgs(video), ...flags],
  });
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const consoleErrors: string[] = [];
  return {
    get core() {
      return core;
    },
    async restartCore() {
      const port = new URL(core.ready.url).port;
      await core.stop('SIGKILL');
      core = await startCoreProcess(join(folder, 'data'), { ...env, MOTCUA_PORT: port });
    },
    folder,
    context,
    consoleErrors,
    async open(stationId, size) {
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') consoleErrors.push(`${stationId}: ${message.text()}`);
      });
      page.on('pageerror', (error) => consoleErrors.push(`${stationId}: ${error.message}`));
      await page.setViewportSize(size);
      await page.goto(stationUrl(core.ready, stationId));
      return page;
    },
    pin: (officerId) => core.ready.officers.find(({ id }) => id === officerId)?.pin ?? '',
    async close() {
      await browser.close();
      await core.stop();
      removeFolder(folder);
    },
  };
}
