import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createSyncLoop, requestTimeoutMs, type SyncLoopParts, waitMs } from '../../../core/sync/loop.ts';
import { factBodyLimitBytes } from '../../../core/sync/protocol.ts';
import type { Database } from '../../../hub/database.ts';
import { migrate } from '../../../hub/migrate.ts';
import { openMemoryPglite } from '../../../hub/pglite.ts';
import { ratingGiven } from '../../hub/facts.ts';
import { createHandClock } from '../hand-clock.ts';
import { heldBy, hubOnLoopback, type LoopbackHub, token } from './hub-on-loopback.ts';
import { createMemoryOutbox, type MemoryOutbox } from './memory-outbox.ts';

let database: Database;
let hub: LoopbackHub;
beforeAll(async () => {
  database = await openMemoryPglite();
  await migrate(database);
  hub = await hubOnLoopback(database);
}, 60_000);
afterAll(async () => {
  await hub.stop();
  await database.close();
});

const centre = { id: 'thu-binh', name: 'Xã Thử Bình' };

function setup(changes: Partial<SyncLoopParts> & { outbox?: MemoryOutbox } = {}) {
  const outbox = changes.outbox ?? createMemoryOutbox(uuidv4());
  const clock = createHandClock();
  let waiting: { happened: () => boolean; resolve: () => void }[] = [];
  const loop = createSyncLoop({
    centre,
    hub: { url: hub.url, token },
    clock,
    fetch: globalThis.fetch,
    random: () => 0.5,
    ...changes,
    outbox,
    onChange: () => {
      waiting = waiting.filter(({ happened, resolve }) => !happened() || resolve());
    },
  });
  onTestFinished(() => loop.stop());
  /** Settles at the first change after which `happened` holds. */
  const until = (happened: () => boolean) =>
    new Promise<void>((resolve) => {
      if (happened()) resolve();
      else waiting.push({ happened, resolve });
    });
  return { outbox, clock, loop, until };
}

function rate(outbox: MemoryOutbox, times = 1): void {
  for (let index = 0; index < times; index += 1) outbox.record('rating-given', ratingGiven(1).body);
}

/** A server that is not our hub. */
async function strangerOnLoopback(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

const sameFacts = (outbox: MemoryOutbox) => outbox.facts.map(({ seq, id, type }) => ({ seq, id, type }));

test('a nudge sends the new fact at once', async () => {
  const { outbox, clock, loop, until } = setup();
  expect(loop.view()).toMatchObject({ state: 'never', pending: 0, trouble: null });
  rate(outbox);
  loop.nudge();
  expect(loop.view()).toMatchObject({ state: 'never', pending: 1, oldestPendingAt: outbox.facts[0]?.at });
  clock.advance(0);
  await until(() => loop.view().state === 'ok');
  expect(loop.view()).toEqual({
    state: 'ok',
    hub: hub.url,
    pending: 0,
    oldestPendingAt: null,
    lastSuccessAt: clock.now(),
    trouble: null,
  });
  expect(await heldBy(database, outbox.device)).toEqual(sameFacts(outbox));
});

test('many nudges before the send make one request', async () => {
  let requests = 0;
  const counting: typeof fetch = (...parts) => {
    requests += 1;
    return fetch(...parts);
  };
  const { outbox, clock, loop, until } = setup({ fetch: counting });
  for (let index = 0; index < 5; index += 1) {
    rate(outbox);
    loop.nudge();
  }
  clock.advance(0);
  await until(() => loop.view().state === 'ok');
  expect(requests).toBe(1);
  expect(await heldBy(database, outbox.device)).toHaveLength(5);
});

test('what an earlier run left is sent without a new fact', async () => {
  const outbox = createMemoryOutbox(uuidv4());
  rate(outbox, 3);
  const { clock, loop, until } = setup({ outbox });
  clock.advance(0);
  await until(() => loop.view().pending === 0);
  expect(await heldBy(database, outbox.device)).toHaveLength(3);
});

test('a fact recorded while a request is under way follows it, and never two requests are open', async () => {
  let open = 0;
  let most = 0;
  const { outbox, clock, loop, until } = setup({
    fetch: async (...parts) => {
      open += 1;
      most = Math.max(most, open);
      if (outbox.facts.length < 4) {
        rate(outbox);
        loop.nudge();
        clock.advance(0);
        void loop.syncNow();
      }
      const response = await fetch(...parts);
      open -= 1;
      return response;
    },
  });
  rate(outbox);
  loop.nudge();
  clock.advance(0);
  await until(() => loop.view().pending === 0 && outbox.facts.length === 4);
  expect(most).toBe(1);
  expect(await heldBy(database, outbox.device)).toEqual(sameFacts(outbox));
});

test('a fact recorded just as the loop finds nothing left is not forgotten', async () => {
  const outbox = createMemoryOutbox(uuidv4());
  let recordLate = () => {};
  const { clock, loop, until } = setup({
    outbox: {
      ...outbox,
      factsFrom: (seq, limit) => {
        const found = outbox.factsFrom(seq, limit);
        if (found.length === 0) queueMicrotask(recordLate);
        return found;
      },
    },
  });
  rate(outbox);
  recordLate = () => {
    recordLate = () => {};
    rate(outbox);
    loop.nudge();
  };
  await loop.syncNow();
  expect(loop.view().pending).toBe(1);
  clock.advance(0);
  await until(() => loop.view().pending === 0);
  expect(await heldBy(database, outbox.device)).toHaveLength(2);
});

test('while the hub is down facts wait, and when it is back everything arrives once without a new fact', async () => {
  const { outbox, clock, loop, until } = setup();
  await hub.stop();
  rate(outbox, 1_200);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({
    state: 'failing',
    pending: 1_200,
    trouble: 'Không kết nối được với máy chủ tỉnh',
  });
  expect(outbox.acknowledgements).toEqual([]);

  await hub.start();
  clock.advance(60_000);
  await until(() => loop.view().pending === 0);
  expect(loop.view()).toMatchObject({ state: 'ok', trouble: null });
  expect(outbox.acknowledgements).toEqual([500, 1_000, 1_200]);
  expect(await heldBy(database, outbox.device)).toEqual(sameFacts(outbox));
});

test('new facts do not cut the back-off short, an administrator does', async () => {
  let requests = 0;
  const { outbox, clock, loop } = setup({
    fetch: () => {
      requests += 1;
      return Promise.reject(new TypeError('fetch failed'));
    },
  });
  rate(outbox);
  await loop.syncNow();
  rate(outbox);
  loop.nudge();
  clock.advance(1_499);
  await Promise.resolve();
  expect(requests).toBe(1);
  clock.advance(1);
  await Promise.resolve();
  expect(requests).toBe(2);
  await loop.syncNow();
  expect(requests).toBe(2);
  await loop.syncNow();
  expect(requests).toBe(3);
});

test('the wait doubles from a second to a minute and is spread over its whole width', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 5_000].map((failures) => waitMs(failures, () => 1 - Number.EPSILON))).toEqual([
    2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
  expect([1, 6, 5_000].map((failures) => waitMs(failures, () => 0))).toEqual([1_000, 1_000, 1_000]);
});

test('an answer lost after the hub committed does not double anything', async () => {
  let lose = true;
  const { outbox, loop } = setup({
    fetch: async (...parts) => {
      const response = await fetch(...parts);
      if (!lose) return response;
      throw new TypeError('fetch failed');
    },
  });
  rate(outbox, 3);
  await loop.syncNow();
  expect(await heldBy(database, outbox.device)).toHaveLength(3);
  expect(loop.view()).toMatchObject({ state: 'failing', pending: 3 });
  lose = false;
  rate(outbox);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ state: 'ok', pending: 0 });
  expect(await heldBy(database, outbox.device)).toEqual(sameFacts(outbox));
});

test('a hub that does not answer in ten seconds is given up, and asked again later', async () => {
  let silent = true;
  const { outbox, clock, loop, until } = setup({
    fetch: (url, options) => (silent ? fetch(silentUrl, options) : fetch(url, options)),
  });
  const asked = Promise.withResolvers<void>();
  const silentUrl = await strangerOnLoopback((request) => {
    request.resume();
    asked.resolve();
  });
  rate(outbox);
  const tried = loop.syncNow();
  await asked.promise;
  clock.advance(requestTimeoutMs - 1);
  expect(loop.view().trouble).toBeNull();
  clock.advance(1);
  await tried;
  expect(loop.view()).toMatchObject({
    state: 'failing',
    trouble: 'Máy chủ tỉnh không trả lời kịp',
    pending: 1,
  });
  silent = false;
  clock.advance(60_000);
  await until(() => loop.view().pending === 0);
});

test('an answer that stops half way is given up too', async () => {
  const asked = Promise.withResolvers<void>();
  const url = await strangerOnLoopback((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"acknowledged":', () => asked.resolve());
  });
  const { outbox, clock, loop } = setup({ hub: { url, token } });
  rate(outbox);
  const tried = loop.syncNow();
  await asked.promise;
  clock.advance(requestTimeoutMs);
  await tried;
  expect(loop.view()).toMatchObject({
    state: 'failing',
    pending: 1,
    trouble: 'Máy chủ tỉnh không trả lời kịp',
  });
});

const wrong = 'Máy chủ tỉnh trả lời không đúng';
const busy = 'Máy chủ tỉnh đang gặp sự cố hoặc quá tải';
const nonsense: [string, number, string, string][] = [
  ['a web page', 200, '<html>Chào mừng đến Wi-Fi</html>', wrong],
  ['nothing', 200, '', wrong],
  ['JSON of another kind', 200, '{"status":"ok"}', wrong],
  ['a number as text', 200, '{"acknowledged":"2"}', wrong],
  ['more than was sent', 200, '{"acknowledged":3}', wrong],
  ['less than was sent', 200, '{"acknowledged":0}', wrong],
  ['an endless answer', 200, `{"acknowledged":2${' '.repeat(70_000)}}`, wrong],
  ['a good answer under a wrong status', 201, '{"acknowledged":2}', wrong],
  ['a refusal under status 200', 200, '{"error":"gap","expected":1}', wrong],
  ['a gap that is none', 409, '{"error":"gap","expected":1}', wrong],
  ['a refused fact that was not sent', 422, '{"error":"bad-fact","seq":9,"field":"v","message":"no"}', wrong],
  [
    'a refused fact under a wrong status',
    500,
    '{"error":"bad-fact","seq":1,"field":"v","message":"no"}',
    busy,
  ],
  ['no such page', 404, '<html>404</html>', wrong],
  ['a page of a broken proxy', 502, '<html>Bad gateway</html>', busy],
  ['a refusal of the token', 401, '', 'Máy chủ tỉnh không nhận thiết bị này'],
  ['a refusal by a proxy', 403, '<html>Forbidden</html>', 'Máy chủ tỉnh không nhận thiết bị này'],
];
for (const [name, status, text, trouble] of nonsense) {
  test(`${name} is a failure in words, and nothing counts as received`, async () => {
    const url = await strangerOnLoopback((request, response) => {
      request.resume().on('end', () => response.writeHead(status).end(text));
    });
    const { outbox, loop } = setup({ hub: { url, token } });
    rate(outbox, 2);
    await loop.syncNow();
    expect(loop.view()).toMatchObject({ state: 'failing', pending: 2, lastSuccessAt: null, trouble });
    expect(outbox.acknowledgements).toEqual([]);
    expect(outbox.reasons.size).toBe(0);
  });
}

test('a redirect is not followed: the token stays here', async () => {
  const seen: (string | undefined)[] = [];
  const elsewhere = await strangerOnLoopback((request, response) => {
    seen.push(request.headers.authorization);
    response.end('{"acknowledged":1}');
  });
  const url = await strangerOnLoopback((request, response) => {
    request.resume().on('end', () => response.writeHead(307, { location: `${elsewhere}/facts` }).end());
  });
  const { outbox, loop } = setup({ hub: { url, token } });
  rate(outbox);
  await loop.syncNow();
  expect(seen).toEqual([]);
  expect(loop.view().trouble).toBe('Máy chủ tỉnh trả lời không đúng: bị chuyển sang địa chỉ khác');
});

test('a wrong token is told in words', async () => {
  const { outbox, loop } = setup({ hub: { url: `${hub.url}/`, token: 'not-the-token-of-this-hub' } });
  rate(outbox);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ pending: 1, trouble: 'Máy chủ tỉnh không nhận thiết bị này' });
});

test('a refused fact is set aside with its reason and the rest flows', async () => {
  const { outbox, loop } = setup();
  rate(outbox);
  outbox.record('rating-given', { ...ratingGiven(1).body, value: 'five' });
  rate(outbox);
  outbox.record('rating-given', ratingGiven(1).body, { id: 'not-a-uuid', at: -5 });
  outbox.record('Wrong Type', {});
  rate(outbox);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ state: 'ok', pending: 0 });
  expect([...outbox.reasons.keys()]).toEqual([2, 4, 5]);
  expect(outbox.reasons.get(2)).toMatch(/^body\.value: /);
  expect((await heldBy(database, outbox.device)).map(({ type }) => type)).toEqual([
    'rating-given',
    'set-aside',
    'rating-given',
    'set-aside',
    'set-aside',
    'rating-given',
  ]);
});

test('facts too large to send in one request go in several, and one that can never go is set aside', async () => {
  const { outbox, loop } = setup();
  for (let index = 0; index < 300; index += 1)
    outbox.record('note', { text: 'x'.repeat(factBodyLimitBytes - 100) });
  outbox.record('note', { text: 'x'.repeat(2 * 1024 * 1024) });
  outbox.record('note', { text: 'after' });
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ state: 'ok', pending: 0 });
  expect([...outbox.reasons.keys()]).toEqual([301]);
  expect(await heldBy(database, outbox.device)).toHaveLength(302);
  expect(outbox.acknowledgements.length).toBeGreaterThan(2);
});

test('a proxy with a smaller limit gets smaller batches, down to where it lets them through', async () => {
  const { outbox, loop } = setup({
    fetch: (url, options) =>
      typeof options?.body === 'string' && options.body.length > 2_000
        ? Promise.resolve(new Response('<html>413</html>', { status: 413 }))
        : fetch(url, options),
  });
  rate(outbox, 40);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ state: 'ok', pending: 0 });
  expect(await heldBy(database, outbox.device)).toEqual(sameFacts(outbox));
});

test('a proxy that lets nothing through is a failure, and no fact is set aside for it', async () => {
  const { outbox, loop } = setup({ fetch: () => Promise.resolve(new Response('', { status: 413 })) });
  rate(outbox, 3);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ state: 'failing', pending: 3 });
  expect(outbox.reasons.size).toBe(0);
});

test('a hub that lost its database gets everything again', async () => {
  const { outbox, loop } = setup();
  rate(outbox, 700);
  await loop.syncNow();
  await database.query('delete from rating where device_id = $1', [outbox.device]);
  await database.query('delete from fact where device_id = $1', [outbox.device]);
  await database.query('delete from device where id = $1', [outbox.device]);
  rate(outbox);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ state: 'ok', pending: 0 });
  expect(await heldBy(database, outbox.device)).toEqual(sameFacts(outbox));
});

test('a hub that asks for the same facts over and over does not keep the loop spinning', async () => {
  let requests = 0;
  const url = await strangerOnLoopback((request, response) => {
    requests += 1;
    const first = requests % 2 === 1;
    request
      .resume()
      .on('end', () =>
        first
          ? response.end('{"acknowledged":2}')
          : response.writeHead(409).end('{"error":"gap","expected":1}'),
      );
  });
  const outbox = createMemoryOutbox(uuidv4());
  rate(outbox, 2);
  const { loop } = setup({
    hub: { url, token },
    outbox: { ...outbox, factsFrom: (seq) => outbox.factsFrom(seq, 2) },
  });
  rate(outbox, 2);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ state: 'failing', trouble: wrong });
  expect(requests).toBeLessThan(6);
});

test('facts the hub needs but the store has not are told in words', async () => {
  const { outbox, loop } = setup();
  rate(outbox, 4);
  outbox.facts.splice(0, 2);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({
    state: 'failing',
    trouble: 'Máy chủ tỉnh cần dữ liệu cũ mà thiết bị này không còn giữ',
  });
});

test('a restored store that reuses numbers is stopped and told, not swallowed as repeats', async () => {
  const device = uuidv4();
  const before = setup({ outbox: createMemoryOutbox(device) });
  rate(before.outbox, 3);
  await before.loop.syncNow();
  const restored = setup({ outbox: createMemoryOutbox(device) });
  rate(restored.outbox, 3);
  await restored.loop.syncNow();
  expect(restored.loop.view().trouble).toContain('cần đăng ký lại');
  expect(restored.outbox.acknowledgements).toEqual([]);

  const renewed = setup({ outbox: { ...restored.outbox, epoch: 2 } });
  await renewed.loop.syncNow();
  expect(renewed.loop.view()).toMatchObject({ state: 'ok', pending: 0 });
  expect(await heldBy(database, device)).toEqual([
    ...sameFacts(before.outbox),
    ...sameFacts(restored.outbox),
  ]);
});

test('a store that cannot be written for a while does not end the loop', async () => {
  const outbox = createMemoryOutbox(uuidv4());
  let full = true;
  const { clock, loop, until } = setup({
    outbox: {
      ...outbox,
      acknowledge: (throughSeq, at) => {
        if (full) throw new Error('database or disk is full');
        outbox.acknowledge(throughSeq, at);
      },
    },
  });
  rate(outbox, 2);
  await loop.syncNow();
  expect(loop.view().trouble).toBe('Thiết bị này không đọc hoặc ghi được kho dữ liệu khi đồng bộ');
  full = false;
  clock.advance(60_000);
  await until(() => loop.view().pending === 0);
  expect(await heldBy(database, outbox.device)).toHaveLength(2);
});

test('after stop nothing is sent and the store is left alone, even with a request under way', async () => {
  let requests = 0;
  const released = Promise.withResolvers<void>();
  const { outbox, clock, loop } = setup({
    fetch: async (...parts) => {
      requests += 1;
      const response = await fetch(...parts);
      // Read whole, so that the abort can no longer take the answer away.
      const text = await response.text();
      await released.promise;
      return new Response(text, { status: response.status });
    },
  });
  rate(outbox);
  const tried = loop.syncNow();
  await expect.poll(() => heldBy(database, outbox.device)).toHaveLength(1);
  loop.stop();
  released.resolve();
  await tried;
  expect(outbox.acknowledgements).toEqual([]);
  loop.nudge();
  clock.advance(120_000);
  await loop.syncNow();
  expect(requests).toBe(1);
});

test('without a hub nothing is tried', async () => {
  const { outbox, loop, clock } = setup({
    hub: null,
    fetch: () => Promise.reject(new Error('must not be called')),
  });
  rate(outbox);
  loop.nudge();
  clock.advance(60_000);
  await loop.syncNow();
  expect(loop.view()).toMatchObject({ state: 'never', hub: null, pending: 1, trouble: null });
});
