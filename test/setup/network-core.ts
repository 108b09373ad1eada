import { join } from 'node:path';
import { createServer } from 'node:net';
import type { AdminView, LanRole, LanView } from '../../core/contract.ts';
import { startCoreProcess, stationUrl, type CoreReady, type Running } from './core-process.ts';
import { openScreen, type Screen } from './screen.ts';

/** A real core whose administrator has switched the network on; it can be killed and started again on the same ports. */
export type NetworkCore = {
  address: string;
  dataFolder: string;
  core(): Running<CoreReady>;
  lan(): LanView;
  code(role: LanRole, counter?: string): Promise<string>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** Gives the moment, of `performance.now()`, at which the core said that it is ready. */
  start(): Promise<number>;
};

export async function startNetworkCore(folder: string): Promise<NetworkCore> {
  const dataFolder = join(folder, 'data');
  const lanPort = await freePort();
  const env = { MOTCUA_LAN_PORT: String(lanPort), MOTCUA_PORT: String(await freePort()) };
  let core = await startCoreProcess(dataFolder, env);
  let admin = await signIn();
  await admin.send({ type: 'lan-switch', on: true });
  await admin.until((view) => lanOf(view).port === lanPort, 'the open listener');

  async function signIn(): Promise<Screen<AdminView>> {
    const screen = await openScreen<AdminView>(stationUrl(core.ready, 'admin'));
    const officer = core.ready.officers.find(({ id }) => id === 'quan-tri-1');
    await screen.send({ type: 'sign-in', officerId: 'quan-tri-1', pin: officer?.pin ?? '' });
    await screen.until((view) => view.screen.at === 'overview', 'the overview');
    return screen;
  }

  return {
    address: `https://127.0.0.1:${lanPort}`,
    dataFolder,
    core: () => core,
    lan: () => lanOf(admin.view()),
    async code(role, counter) {
      const before = new Set(lanOf(admin.view()).codes.map(({ code }) => code));
      const fresh = (view: AdminView) => lanOf(view).codes.find(({ code }) => !before.has(code))?.code;
      await admin.send({ type: 'lan-code', role, counter: counter ?? null });
      return fresh(await admin.until((view) => fresh(view) !== undefined, 'a code')) ?? '';
    },
    async kill() {
      await core.stop('SIGKILL');
    },
    async start() {
      core = await startCoreProcess(dataFolder, env);
      const readyAt = performance.now();
      admin = await signIn();
      return readyAt;
    },
  };
}

export function lanOf({ screen }: AdminView): LanView {
  if (screen.at !== 'overview') throw new Error('nobody is signed in');
  return screen.lan;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
