import { request } from 'node:https';
import { WebSocket } from 'ws';
import { expect, onTestFinished, test } from 'vitest';
import { createClient, type Client, type ClientState } from '../../../renderer/client.ts';
import { removeFolder, stationUrl, temporaryFolder } from '../../setup/core-process.ts';
import { startNetworkCore } from '../../setup/network-core.ts';
import { post } from './on-the-network.ts';

const places = [
  ['counter', 'quay-1'],
  ['rating', 'quay-1'],
  ['display', undefined],
  ['kiosk', undefined],
] as const;

test('screens of every role keep their last data through kill -9 and are back within two seconds of the core', async () => {
  const folder = temporaryFolder('restart');
  onTestFinished(() => removeFolder(folder));
  const network = await startNetworkCore(folder);
  onTestFinished(async () => void (await network.core().stop()));
  const before = network.lan();
  const enrolled: Followed[] = [];
  for (const [role, counter] of places) {
    const { body } = await post(network.address, { code: await network.code(role, counter) });
    enrolled.push(follow(network.address, body.ok ? body.token : ''));
  }
  const own = ['admin', 'counter-quay-2'].map((id) => {
    const url = new URL(stationUrl(network.core().ready, id));
    return follow(url.origin, url.hash.replace('#token=', ''));
  });
  const all = [...enrolled, ...own];
  onTestFinished(() => {
    for (const { client } of all) client.close();
  });
  await Promise.all(all.map((one) => one.until(({ view }) => view !== null)));
  const roles = () => all.map(({ client }) => client.getState().view?.role);
  expect(roles()).toEqual(['counter', 'rating', 'display', 'kiosk', 'admin', 'counter']);

  const lost = all.map((one) => one.until(({ connection }) => connection === 'lost'));
  await network.kill();
  await Promise.all(lost);
  expect(roles()).toEqual(['counter', 'rating', 'display', 'kiosk', 'admin', 'counter']);
  expect(all.every(({ client }) => client.getState().lostSince !== null)).toBe(true);

  const back = all.map((one) =>
    one.until(({ connection }) => connection === 'open').then(() => performance.now()),
  );
  const readyAt = await network.start();
  const took = (await Promise.all(back)).map((at) => Math.round(at - readyAt));
  console.log(`back after ${took.join(', ')} ms`);
  expect(Math.max(...took)).toBeLessThan(2_000);
  expect(network.lan()).toMatchObject({ on: true, port: before.port, fingerprint: before.fingerprint });
  expect(network.lan().machines).toHaveLength(4);
});

type Followed = { client: Client; until(matches: (state: ClientState) => boolean): Promise<void> };

/** The renderer's own client, over sockets of Node. */
function follow(address: string, token: string): Followed {
  const secure = address.startsWith('https');
  const client = createClient({
    token,
    openSocket: () =>
      new WebSocket(`${address.replace('http', 'ws')}/ws`, { rejectUnauthorized: false }).on(
        'error',
        () => {},
      ),
    isCoreThere: () => (secure ? healthy(address) : fetch(`${address}/health`).then(isOk, () => false)),
    now: () => Date.now(),
    after(delayMs, callback) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  });
  return {
    client,
    until: (matches) =>
      new Promise((resolve) => {
        const look = () => {
          if (!matches(client.getState())) return;
          stop();
          resolve();
        };
        const stop = client.subscribe(look);
        look();
      }),
  };
}

const isOk = ({ ok }: { ok: boolean }) => ok;

function healthy(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    request(`${address}/health`, { rejectUnauthorized: false, agent: false }, ({ statusCode }) =>
      resolve(statusCode === 200),
    )
      .on('error', () => resolve(false))
      .end();
  });
}
