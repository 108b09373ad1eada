import { expect, test } from 'vitest';
import { type Client, createClient, type Socket } from '../../renderer/client.ts';
import type { ServerMessage } from '../../core/contract.ts';
import { kioskViews } from './fixtures.ts';

/** A line to a core that is played by the test. */
function setup() {
  const lines: Line[] = [];
  const timers: Timer[] = [];
  const silences: Timer[] = [];
  const world = { isThere: true, now: Date.parse('2026-11-24T09:41:00+07:00') };
  const client = createClient({
    token: 'kiosk-token',
    openSocket() {
      const line = new Line();
      lines.push(line);
      return line;
    },
    isCoreThere: () => Promise.resolve(world.isThere),
    now: () => world.now,
    after(delayMs, run) {
      const timer = { delayMs, run };
      const among = delayMs > 5000 ? silences : timers;
      among.push(timer);
      return () => {
        if (among.includes(timer)) among.splice(among.indexOf(timer), 1);
      };
    },
  });
  const line = () => lines.at(-1)!;
  return {
    client,
    lines,
    timers,
    silences,
    world,
    line,
    welcome: () => line().say(welcome),
    /** Lets the pending wait pass; answers how long it was. */
    wait: async () => {
      const timer = timers.shift();
      timer?.run();
      await Promise.resolve();
      return timer?.delayMs;
    },
  };
}

type Timer = { delayMs: number; run: () => void };

class Line implements Socket {
  sent: unknown[] = [];
  isClosed = false;
  private listeners: Record<string, ((event: never) => void)[]> = {};

  addEventListener(kind: string, listener: (event: never) => void) {
    (this.listeners[kind] ??= []).push(listener);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.isClosed = true;
  }
  open() {
    this.tell('open', {});
  }
  say(message: ServerMessage) {
    this.tell('message', { data: JSON.stringify(message) });
  }
  cut(code = 1006) {
    this.tell('close', { code });
  }
  private tell(kind: string, event: object) {
    for (const listener of this.listeners[kind] ?? []) listener(event as never);
  }
}

const welcome: ServerMessage = {
  type: 'welcome',
  station: { id: 'kiosk-1', role: 'kiosk', counterId: null },
  dockToken: null,
};
const ok = { ok: true as const, value: null };
const connection = (client: Client) => client.getState().connection;

test('says hello with its token first, and is open when welcomed', () => {
  const { client, line, welcome: welcomed } = setup();
  expect(connection(client)).toBe('connecting');
  expect(line().sent).toEqual([]);
  line().open();
  expect(line().sent).toEqual([{ type: 'hello', token: 'kiosk-token' }]);
  welcomed();
  expect(connection(client)).toBe('open');
  expect(client.getState().station?.id).toBe('kiosk-1');
});

test('keeps the newest view and tells those who listen, until they stop', () => {
  const { client, line, welcome: welcomed } = setup();
  welcomed();
  let told = 0;
  const stop = client.subscribe(() => (told += 1));
  line().say({ type: 'view', view: kioskViews.welcome });
  line().say({ type: 'view', view: kioskViews.notice });
  expect(client.getState().view).toEqual(kioskViews.notice);
  expect(told).toBe(2);
  stop();
  line().say({ type: 'view', view: kioskViews.scan });
  expect(told).toBe(2);
});

test('the state is the same object until something changes', () => {
  const { client, line, welcome: welcomed } = setup();
  welcomed();
  const before = client.getState();
  expect(client.getState()).toBe(before);
  line().say({ type: 'result', id: 999, result: ok });
  expect(client.getState()).toBe(before);
});

test('gives each command its own result, in whatever order they come', async () => {
  const { client, line, welcome: welcomed } = setup();
  welcomed();
  const first = client.send({ type: 'start' });
  const second = client.send({ type: 'back' });
  const [one, two] = line().sent.slice(-2) as { id: number; command: unknown }[];
  expect([one?.command, two?.command]).toEqual([{ type: 'start' }, { type: 'back' }]);
  const refusal = {
    ok: false as const,
    error: { code: 'not-now' as const, field: null, message: 'not now' },
  };
  line().say({ type: 'result', id: two!.id, result: refusal });
  line().say({ type: 'result', id: one!.id, result: ok });
  expect(await first).toEqual(ok);
  expect(await second).toEqual(refusal);
});

test('a tap without a line fails at once and is never sent later', async () => {
  const { client, line, lines, wait, welcome: welcomed } = setup();
  welcomed();
  const underway = client.send({ type: 'take-number' });
  line().cut();
  expect(await underway).toMatchObject({ ok: false, error: { code: 'failed' } });
  expect(await client.send({ type: 'take-number' })).toMatchObject({ ok: false, error: { code: 'failed' } });
  await wait();
  expect(lines).toHaveLength(2);
  line().open();
  welcomed();
  expect(line().sent).toEqual([{ type: 'hello', token: 'kiosk-token' }]);
});

test('a tap before the welcome fails at once', async () => {
  const { client, line } = setup();
  line().open();
  expect(await client.send({ type: 'start' })).toMatchObject({ ok: false, error: { code: 'failed' } });
  expect(line().sent).toEqual([{ type: 'hello', token: 'kiosk-token' }]);
});

test('a refused message leaves nobody waiting', async () => {
  const { client, line, welcome: welcomed } = setup();
  welcomed();
  const asked = client.send({ type: 'start' });
  line().say({ type: 'refused', error: { code: 'malformed', field: null, message: 'malformed' } });
  expect(await asked).toMatchObject({ ok: false, error: { code: 'malformed' } });
});

test('keeps the last view while the line is down and comes back by itself', async () => {
  const { client, line, wait, welcome: welcomed } = setup();
  welcomed();
  line().say({ type: 'view', view: kioskViews.notice });
  line().cut();
  expect(connection(client)).toBe('lost');
  expect(client.getState().view).toEqual(kioskViews.notice);
  await wait();
  line().open();
  welcomed();
  expect(connection(client)).toBe('open');
});

test('asks whether the core is there, longer apart each time but never beyond half a second, and only then opens a line', async () => {
  const { line, lines, wait, world, welcome: welcomed } = setup();
  welcomed();
  world.isThere = false;
  line().cut();
  const waits: number[] = [];
  for (let index = 0; index < 8; index += 1) waits.push((await wait())!);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(waits[0]).toBeLessThanOrEqual(100);
  expect(waits.at(-1)).toBe(500);
  expect(lines).toHaveLength(1);
  world.isThere = true;
  expect(await wait()).toBe(500);
  expect(lines).toHaveLength(2);
  line().open();
  welcomed();
  line().cut();
  expect(await wait()).toBe(waits[0]);
});

test('tells since when it hears nothing, until it hears the core again', async () => {
  const { client, line, wait, world, welcome: welcomed } = setup();
  welcomed();
  world.now += 2_000;
  line().say({ type: 'beat' });
  const heardAt = world.now;
  expect(client.getState().lostSince).toBeNull();
  world.now += 500;
  line().cut();
  expect(client.getState().lostSince).toBe(heardAt);
  await wait();
  world.now += 60_000;
  line().cut();
  expect(client.getState().lostSince).toBe(heardAt);
  await wait();
  welcomed();
  expect(client.getState().lostSince).toBeNull();
});

test('a line that falls silent without closing is given up, and its late close changes nothing', async () => {
  const { client, line, lines, silences, wait, welcome: welcomed } = setup();
  welcomed();
  line().say({ type: 'beat' });
  expect(silences).toHaveLength(1);
  silences[0]!.run();
  expect(connection(client)).toBe('lost');
  expect(lines[0]!.isClosed).toBe(true);
  lines[0]!.cut();
  await wait();
  welcomed();
  expect(connection(client)).toBe('open');
});

test('a screen that is not registered stops asking', () => {
  const { client, line, timers } = setup();
  line().cut(4401);
  expect(connection(client)).toBe('unregistered');
  expect(timers).toEqual([]);
});

test('a late word on an old line changes nothing', async () => {
  const { client, lines, line, wait, welcome: welcomed } = setup();
  welcomed();
  line().cut();
  await wait();
  welcomed();
  lines[0]!.say({ type: 'view', view: kioskViews.scan });
  lines[0]!.cut();
  expect(client.getState().view).toBeNull();
  expect(connection(client)).toBe('open');
});

test('once closed it stays closed', () => {
  const { client, line, timers } = setup();
  client.close();
  expect(line().isClosed).toBe(true);
  line().cut();
  expect(timers).toEqual([]);
});
