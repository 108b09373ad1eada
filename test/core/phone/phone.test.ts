import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { AdminView, CounterView, KioskView } from '../../../core/contract.ts';
import type { NumberState } from '../../../core/contract.ts';
import { silentLog } from '../../../core/log.ts';
import { openPhoneListener } from '../../../core/phone/listener.ts';
import { statusCode, statusTokenIn } from '../../../core/phone/status-code.ts';
import { press } from '../../setup/press.ts';
import { createHandClock } from '../hand-clock.ts';
import { setupCore } from '../setup-core.ts';

type Answer = { status: number; headers: Record<string, unknown>; text: string };

function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; localAddress?: string } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on('error', reject).end();
  });
}

const token = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const waiting: NumberState = {
  number: 'A012',
  laneName: 'Hộ tịch & <chứng thực>',
  state: 'waiting',
  peopleAhead: 3,
  waitingMinutes: { from: 10, to: 20 },
  counterName: null,
  issuedAt: 0,
  paper: { at: 'printed', isConfirmed: true },
  canPrint: true,
};

async function setup() {
  const clock = createHandClock();
  const opened = await openPhoneListener({
    pages: { centreName: () => 'Trung tâm Mẫu', numberOf: (asked) => (asked === token ? waiting : null) },
    port: 0,
    clock,
    log: silentLog,
    limits: { burst: 20, perMinute: 10, wrongCosts: 5 },
  });
  if (!opened.ok) throw new Error(opened.error);
  onTestFinished(() => opened.value.close());
  return { clock, port: opened.value.port };
}

test('a phone sees its number, how many are ahead and how long, and the page renews itself without a script', async () => {
  const { port } = await setup();
  const { status, headers, text } = await ask(port, `/s/${token}`);
  expect(status).toBe(200);
  for (const part of [
    'A012',
    'Còn 3 người trước bà con',
    'Chờ khoảng 10–20 phút',
    'lang="vi"',
    'http-equiv="refresh"',
  ])
    expect(text).toContain(part);
  expect(text).toContain('Hộ tịch &amp; &lt;chứng thực&gt;');
  expect(text).not.toContain('<script');
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
});

test('it speaks English to a phone that asks for it', async () => {
  const { port } = await setup();
  const english = await ask(port, `/s/${token}`, {
    headers: { 'accept-language': 'fr, en-GB;q=0.8, vi;q=0.5' },
  });
  expect(english.text).toContain('People ahead of you: 3');
  const vietnamese = await ask(port, `/s/${token}`, { headers: { 'accept-language': 'vi-VN, en' } });
  expect(vietnamese.text).toContain('Còn 3 người');
});

test('everything else is not there, by no other method, and under no foreign name', async () => {
  const { port } = await setup();
  expect((await ask(port, `/s/${'B'.repeat(26)}`)).status).toBe(404);
  expect((await ask(port, '/')).status).toBe(404);
  expect((await ask(port, `/s/${token}/../../etc/passwd`)).status).toBe(404);
  expect((await ask(port, `/s/${token}`, { method: 'POST' })).status).toBe(405);
  expect((await ask(port, `/s/${token}`, { headers: { host: 'evil.example' } })).status).toBe(403);
});

test('who guesses is stopped soon, who only looks is not, and after a while both may look again', async () => {
  const { clock, port } = await setup();
  for (let guess = 0; guess < 4; guess += 1) await ask(port, `/s/${'C'.repeat(26)}`);
  expect((await ask(port, `/s/${token}`)).status).toBe(429);
  clock.advance(60_000);
  for (let look = 0; look < 5; look += 1) expect((await ask(port, `/s/${token}`)).status).toBe(200);
});

test('one machine that connects again and again and says nothing keeps nobody else out, and is let go', async () => {
  const { port } = await setup();
  const silent = Array.from({ length: 200 }, () => connect({ host: '127.0.0.1', port }).resume());
  const ended = silent.map(
    (socket) => new Promise((resolve) => socket.on('error', () => {}).on('close', resolve)),
  );
  await Promise.all(ended.slice(100));
  expect(await ask(port, `/s/${token}`, { localAddress: '127.0.0.2' })).toMatchObject({ status: 200 });
  await Promise.all(ended);
}, 15_000);

test('the code of a slip is read back in both of its forms, and nothing else is', () => {
  for (const address of [null, 'http://192.168.1.10:4780'])
    expect(statusTokenIn(statusCode(token, address))).toBe(token);
  expect(statusTokenIn(`mc1:${token.toLowerCase()}\r`)).toBe(token);
  expect(statusTokenIn(`]Q1MC1:${token}`)).toBe(token);
  for (const text of ['', token, `MC1:${token}A`, `https://evil.example/s/${token}?x`, `MC2:${token}`])
    expect(statusTokenIn(text)).toBeNull();
});

test('switched on, the code of a slip opens its number on a phone until the day is over; switched off, nothing listens', async () => {
  const core = await setupCore();
  const admin = await core.open<AdminView>('admin');
  await admin.send({ type: 'sign-in', officerId: 'quan-tri-1', pin: core.pin('quan-tri-1') });
  expect(await admin.send({ type: 'phone-switch', on: true })).toMatchObject({ ok: true });
  const { screen } = await admin.until(
    (view) => view.screen.at === 'overview' && view.screen.phone.port !== null,
    'the open page',
  );
  const port = screen.at === 'overview' ? (screen.phone.port ?? 0) : 0;

  const kiosk = await core.open<KioskView>('kiosk');
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'without-card' });
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  await kiosk.send({ type: 'take-number' });
  const taken = await kiosk.until((view) => view.screen.at === 'ticket', 'the number');
  const code = taken.screen.at === 'ticket' ? (taken.screen.ticket.statusCode ?? '') : '';
  const path = `/s/${statusTokenIn(code) ?? ''}`;
  expect((await ask(port, path)).text).toContain('sắp đến lượt');

  const counter = await core.open<CounterView>('counter-quay-1');
  await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: core.pin('can-bo-1') });
  await press(counter, { type: 'call-next' });
  expect((await ask(port, path)).text).toContain('mời đến Quầy 1');

  expect(await admin.send({ type: 'phone-switch', on: false })).toMatchObject({ ok: true });
  await expect(ask(port, path)).rejects.toThrow();
});
