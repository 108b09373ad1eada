import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { KioskView } from '../../core/contract.ts';
import { stationUrl } from '../setup/core-process.ts';
import { openScreen } from '../setup/screen.ts';
import { setupCore } from './setup-core.ts';

const command = (body: unknown) => JSON.stringify({ type: 'command', id: 9_999, command: body });

test.each([
  ['text that is not JSON', '{"type":', 'malformed', 'message'],
  ['a bare value', '42', 'invalid', 'message'],
  ['an unknown kind of message', '{"type":"shout"}', 'invalid', 'type'],
  ['a command without a number', '{"type":"command","command":{"type":"start"}}', 'invalid', 'id'],
  [
    'a message with something extra',
    '{"type":"command","id":1,"command":{"type":"start"},"sudo":true}',
    'invalid',
    'sudo',
  ],
  ['an unknown command', command({ type: 'open-the-till' }), 'invalid', 'type'],
  ['a command without a type', command({}), 'invalid', 'type'],
  ['no command at all', command(null), 'invalid', 'command'],
  ['a field of the wrong type', command({ type: 'choose-procedure', code: 7 }), 'invalid', 'code'],
  ['a field too many', command({ type: 'start', price: 1 }), 'invalid', 'price'],
  ['a card text that is too long', command({ type: 'card-text', text: 'x'.repeat(5000) }), 'invalid', 'text'],
  ['a procedure nobody knows', command({ type: 'choose-procedure', code: '9.999999' }), 'invalid', 'code'],
  ['the command of another role', command({ type: 'call-next' }), 'invalid', 'type'],
  ['a command that has no meaning now', command({ type: 'take-number' }), 'not-now', 'type'],
  ['a message of 65 kB', command({ type: 'card-text', text: 'x'.repeat(65 * 1024) }), 'too-large', 'message'],
  ['a message of 1 MB', 'x'.repeat(1024 * 1024), 'too-large', 'message'],
])('%s is refused by name and the connection lives on', async (_, text, code, field) => {
  const core = await setupCore();
  const kiosk = await core.open<KioskView>('kiosk');
  const answer = await kiosk.sendRaw(text);
  const error =
    answer.type === 'result' && !answer.result.ok ? answer.result.error : 'error' in answer && answer.error;
  expect(error).toMatchObject({ code, field });
  expect(await kiosk.send({ type: 'start' })).toEqual({ ok: true, value: null });
  await kiosk.until(({ screen }) => screen.at === 'notice', 'the notice');
});

test('a refusal never repeats what was sent', async () => {
  const core = await setupCore();
  const kiosk = await core.open<KioskView>('kiosk');
  const answer = await kiosk.sendRaw(command({ type: 'choose-language', language: '079085990001' }));
  expect(JSON.stringify(answer)).not.toContain('079085990001');
});

test('a wrong or empty token is turned away', async () => {
  const core = await setupCore();
  await expect(openScreen(core.url, { token: 'made-up' })).rejects.toThrow('4401 unknown token');
  await expect(openScreen(core.url, { token: '' })).rejects.toThrow(/closed|4401/);
});

test('a command before the hello closes the connection', async () => {
  const core = await setupCore();
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`${core.url.replace('http', 'ws')}/ws`);
  socket.on('open', () => socket.send(command({ type: 'start' })));
  const code = await new Promise((resolve) => socket.on('close', resolve));
  expect(code).toBe(4401);
});

test('a page of a foreign origin cannot speak to the core, even with a good token', async () => {
  const core = await setupCore();
  const address = stationUrl(core, 'kiosk');
  await expect(openScreen(address, { origin: 'https://evil.invalid' })).rejects.toThrow('403');
  await expect(openScreen(address, { origin: 'null' })).rejects.toThrow('403');
  const own = await openScreen(address, { origin: core.url });
  expect(own.station).toEqual({ id: 'kiosk', role: 'kiosk', counterId: null });
});

test('a foreign host name that resolves here is refused', async () => {
  const core = await setupCore();
  const status = await new Promise((resolve) => {
    request(core.url, { headers: { host: 'kiosk.evil.invalid' } }, ({ statusCode }) =>
      resolve(statusCode),
    ).end();
  });
  expect(status).toBe(403);
});

test('the screens come with a strict policy', async () => {
  const core = await setupCore();
  const response = await fetch(core.url);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
  expect(response.headers.get('permissions-policy')).toContain('camera=(self)');
  expect((await fetch(`${core.url}/../package.json`)).status).toBe(404);
});

test('only the kiosk is told of the dock, and only where there is one', async () => {
  const core = await setupCore();
  expect((await core.open('kiosk')).dockToken).not.toBeNull();
  expect((await core.open('display')).dockToken).toBeNull();
  const bare = await setupCore({ dock: false });
  expect((await bare.open('kiosk')).dockToken).toBeNull();
});

test('a screen that asks without ever reading is cut off, and the others are served', async () => {
  const core = await setupCore();
  const { WebSocket } = await import('ws');
  const flooder = new WebSocket(`${core.url.replace('http', 'ws')}/ws`);
  await new Promise((resolve) => flooder.once('open', resolve));
  const token = new URL(stationUrl(core, 'display')).hash.replace('#token=', '');
  flooder.send(JSON.stringify({ type: 'hello', token }));
  await new Promise((resolve) => flooder.once('message', resolve));
  flooder.pause();
  const cut = new Promise((resolve) => flooder.once('close', resolve));
  flooder.on('error', () => {});
  const question = 'x'.repeat(1000);
  for (let index = 0; index < 100_000 && flooder.readyState === flooder.OPEN; index += 1) {
    flooder.send(question);
    // Lets the core answer now and then; it runs in this very process.
    if (index % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await cut;
  const kiosk = await core.open<KioskView>('kiosk');
  expect(await kiosk.send({ type: 'start' })).toEqual({ ok: true, value: null });
});
