import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Clock, systemClock } from '../../core/clock.ts';
import type { View } from '../../core/contract.ts';
import { silentLog } from '../../core/log.ts';
import { startCore, type CoreSettings, type RunningCore } from '../../core/start.ts';
import { removeFolder, stationUrl, temporaryFolder } from '../setup/core-process.ts';
import { openScreen, type Screen } from '../setup/screen.ts';

export type TestCore = RunningCore & {
  open<Seen extends View>(stationId: string): Promise<Screen<Seen>>;
  pin(officerId: string): string;
};

/** The whole core in this process: real store, real socket, sample centre, fake devices. */
export async function setupCore(
  settings: Partial<CoreSettings> = {},
  clock: Clock = systemClock,
): Promise<TestCore> {
  const folder = temporaryFolder('core');
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>screens</title>');
  const started = await startCore(
    {
      dataFolder: join(folder, 'data'),
      pages,
      voice: [],
      resources: resolve(import.meta.dirname, '../../resources'),
      migrations: resolve(import.meta.dirname, '../../core/store/migrations'),
      port: 0,
      lanPort: 0,
      phonePort: 0,
      hubUrl: null,
      sample: true,
      dock: true,
      printer: 'virtual',
      printerModel: null,
      scanner: null,
      wedgeGapMs: 50,
      portal: null,
      slipLifeMs: 60_000,
      ...settings,
    },
    clock,
    silentLog,
  );
  if (!started.ok) throw new Error(started.error);
  const core = started.value;
  onTestFinished(async () => {
    await core.stop();
    removeFolder(folder);
  });
  return {
    ...core,
    open: (stationId) => openScreen(stationUrl(core, stationId)),
    pin: (officerId) => core.officers.find(({ id }) => id === officerId)?.pin ?? '',
  };
}
