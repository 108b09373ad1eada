import { randomBytes } from 'node:crypto';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { createPairingCodes, codeLivesMs } from '../../../core/lan/pairing-codes.ts';
import { codeAlphabet, codeTyped, pairingKey, pairingProof } from '../../../core/lan/pairing-proof.ts';
import { afterWrongTry, secondsToWait, type WrongTry } from '../../../core/lan/wrong-tries.ts';
import { createHandClock } from '../hand-clock.ts';
import { lanOf, post, setupNetwork } from './on-the-network.ts';

const display = { role: 'display', counterId: null } as const;
const guess = (index: number) =>
  `WRNG${String(index).padStart(4, '2').replaceAll('0', 'Z').replaceAll('1', 'Y')}`;

test('a code is eight signs that nobody mistakes for others, and is taken as typed', async () => {
  const network = await setupNetwork();
  const code = await network.code('display');
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(code).not.toMatch(/[ILO01]/);
  const typed = code.toLowerCase().replace('-', ' ');
  expect((await post(network.url, { code: typed })).body).toMatchObject({
    ok: true,
    role: 'display',
    proof: null,
  });
});

test('a code works once and then no longer stands on the screen', async () => {
  const network = await setupNetwork();
  const code = await network.code('rating', 'quay-1');
  expect((await post(network.url, { code })).status).toBe(200);
  expect(await post(network.url, { code })).toMatchObject({ status: 403, body: { ok: false, why: 'wrong' } });
  await network.admin.until((view) => lanOf(view).codes.length === 0, 'no open code');
});

test('a code dies after ten minutes', async () => {
  const clock = createHandClock();
  const codes = createPairingCodes({ clock, changed: () => {} });
  await codes.issue(display, 'AA');
  const code = codes.list()[0]?.code.replace('-', '') ?? '';
  clock.advance(codeLivesMs);
  expect(codes.list()).toEqual([]);
  expect(codes.redeem({ code }, 'one')).toEqual({ ok: false, error: { why: 'wrong' } });
});

test('after five wrong tries an address waits, even with the right code, and another does not', async () => {
  const clock = createHandClock();
  const codes = createPairingCodes({ clock, changed: () => {} });
  await codes.issue(display, 'AA');
  await codes.issue(display, 'AA');
  const [first, second] = codes.list().map(({ code }) => code.replace('-', ''));
  for (let index = 0; index < 5; index += 1) {
    expect(codes.redeem({ code: guess(index) }, 'one')).toEqual({ ok: false, error: { why: 'wrong' } });
  }
  expect(codes.redeem({ code: first ?? '' }, 'one')).toEqual({
    ok: false,
    error: { why: 'slow-down', seconds: 10 },
  });
  expect(codes.redeem({ code: second ?? '' }, 'two')).toMatchObject({ ok: true });
  clock.advance(10_000);
  expect(codes.redeem({ code: first ?? '' }, 'one')).toMatchObject({ ok: true });
});

test('many addresses together get no further than thirty wrong tries in ten minutes', () => {
  let tries: WrongTry[] = [];
  let looked = 0;
  for (let second = 0; second < 600; second += 1) {
    const address = `address ${second}`;
    if (secondsToWait(tries, address, second * 1000) > 0) continue;
    looked += 1;
    tries = afterWrongTry(tries, address, second * 1000);
  }
  expect(looked).toBe(30);
  expect(tries).toHaveLength(30);
  expect(secondsToWait(tries, 'yet another', 599_000)).toBe(1);
  expect(secondsToWait(tries, 'yet another', 600_000)).toBe(0);
});

test('over the network the wait is told in seconds', async () => {
  const network = await setupNetwork();
  for (let index = 0; index < 5; index += 1) await post(network.url, { code: guess(index) });
  expect(await post(network.url, { code: guess(6) })).toEqual({
    status: 429,
    body: { ok: false, why: 'slow-down', seconds: expect.any(Number) },
  });
});

test('what is no code at all is malformed and costs no try', async () => {
  const network = await setupNetwork();
  for (const body of [
    {},
    { code: 7 },
    { code: 'ABCD' },
    { code: 'ABCD-EF01' },
    { code: 'ABCD-EFGH', role: 'admin' },
    { nonce: 'x'.repeat(22) },
  ]) {
    expect(await post(network.url, body)).toEqual({ status: 400, body: { ok: false, why: 'malformed' } });
  }
  const code = await network.code('display');
  expect((await post(network.url, { code })).status).toBe(200);
});

test('the app proves the code without saying it, and the core proves it back', async () => {
  const network = await setupNetwork();
  const code = codeTyped(await network.code('display')) ?? '';
  const key = await pairingKey(code, network.lan().fingerprint ?? '');
  const nonce = randomBytes(32).toString('base64url');
  const { body } = await post(network.url, { nonce, proof: pairingProof(key, 'machine', nonce) });
  expect(body).toMatchObject({ ok: true, role: 'display', proof: pairingProof(key, 'core', nonce) });
  expect(pairingProof(key, 'core', nonce)).not.toBe(pairingProof(key, 'machine', nonce));
});

test('a proof made over another certificate is worth nothing to whoever passes it on', async () => {
  const network = await setupNetwork();
  const code = codeTyped(await network.code('display')) ?? '';
  const key = await pairingKey(code, 'AB:CD of somebody in between');
  const nonce = randomBytes(32).toString('base64url');
  const relayed = await post(network.url, { nonce, proof: pairingProof(key, 'machine', nonce) });
  expect(relayed).toMatchObject({ status: 403, body: { ok: false, why: 'wrong' } });
  expect(network.lan().codes).toHaveLength(1);
});

test('codes use the whole alphabet evenly enough', async () => {
  const codes = createPairingCodes({ clock: createHandClock(), changed: () => {} });
  const seen = new Set<string>();
  for (let index = 0; index < 20; index += 1) await codes.issue(display, 'AA');
  for (const { code } of codes.list()) for (const sign of code.replace('-', '')) seen.add(sign);
  expect([...seen].every((sign) => codeAlphabet.includes(sign))).toBe(true);
  // 160 draws of 31 signs miss more than 8 of them once in far more than a billion runs.
  expect(seen.size).toBeGreaterThan(22);
});

test('connections of one address that show no token are limited; those that do are served beside them', async () => {
  const network = await setupNetwork();
  const token = await network.enrol('display');
  const own = await Promise.all(Array.from({ length: 3 }, () => network.open(token)));
  const port = network.lan().port ?? 0;
  const strangers = Array.from({ length: 40 }, () =>
    connect({ port, host: '127.0.0.1', rejectUnauthorized: false }),
  );
  let dropped = 0;
  const enough = new Promise<void>((resolve) => {
    for (const socket of strangers) {
      socket.on('error', () => {});
      socket.once('close', () => {
        dropped += 1;
        if (dropped === 24) resolve();
      });
    }
  });
  await enough;
  expect(own.every((screen) => screen.view().role === 'display')).toBe(true);
  for (const socket of strangers) socket.destroy();
});

test('a connection that says nothing for five seconds is closed', async () => {
  const network = await setupNetwork();
  const port = network.lan().port ?? 0;
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  const startedAt = performance.now();
  await new Promise((resolve) => socket.once('close', resolve));
  expect(performance.now() - startedAt).toBeGreaterThan(4_000);
});
