import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { connect as connectPlain } from 'node:net';
import { join } from 'node:path';
import { connect, type SecureVersion } from 'node:tls';
import { expect, test } from 'vitest';
import type { CounterView, DisplayView, KioskView } from '../../../core/contract.ts';
import { openScreen } from '../../setup/screen.ts';
import { stationUrl } from '../../setup/core-process.ts';
import { setupCore } from '../setup-core.ts';
import { lanOf, post, setupNetwork, signedIn } from './on-the-network.ts';

const tokenOf = (address: string) => new URL(address).hash.replace('#token=', '');

test('nothing listens on the network until an administrator switches it on', async () => {
  const core = await setupCore();
  const admin = await signedIn(core);
  expect(lanOf(admin.view())).toMatchObject({ on: false, port: null, addresses: [], fingerprint: null });
  expect(await admin.send({ type: 'lan-code', role: 'display', counter: null })).toMatchObject({ ok: false });
});

test('switched off again, machines are cut and the port is closed, without a restart', async () => {
  const network = await setupNetwork();
  const display = await network.open<DisplayView>(await network.enrol('display'));
  await network.admin.send({ type: 'lan-switch', on: false });
  await display.closed;
  await expect(network.open('x')).rejects.toThrow('ECONNREFUSED');
  expect(network.lan()).toMatchObject({ on: false, port: null, codes: [] });
  expect(network.lan().machines).toHaveLength(1);
});

test('only a signed-in administrator switches it', async () => {
  const core = await setupCore();
  const admin = await core.open('admin');
  expect(await admin.send({ type: 'lan-switch', on: true })).toMatchObject({
    ok: false,
    error: { code: 'not-now' },
  });
});

test('the certificate is made once, for this machine and ten years, and its key is the owner’s alone', async () => {
  const network = await setupNetwork();
  const file = join(network.core.dataFolder, 'lan-certificate.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { cert } = JSON.parse(readFileSync(file, 'utf8')) as { cert: string };
  const certificate = new X509Certificate(cert);
  expect(certificate.fingerprint256).toBe(network.lan().fingerprint);
  expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.ca).toBe(false);
  const years = (Date.parse(certificate.validTo) - Date.now()) / (365.25 * 86_400_000);
  expect(Math.round(years)).toBe(10);
  await network.admin.send({ type: 'lan-switch', on: false });
  await network.admin.until(() => network.lan().port === null, 'the network off');
  await network.admin.send({ type: 'lan-switch', on: true });
  await network.admin.until(() => network.lan().port !== null, 'the network on again');
  expect((await served(network.url, network.lan().port)).fingerprint256).toBe(network.lan().fingerprint);
});

test('plain HTTP and TLS before 1.2 get no answer', async () => {
  const { lan } = await setupNetwork();
  const port = lan().port ?? 0;
  const plain = connectPlain(port, '127.0.0.1');
  plain.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  let said = '';
  plain.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve) => plain.once('close', resolve));
  expect(said).not.toContain('screens');
  await expect(handshake(port, 'TLSv1.1')).rejects.toThrow();
  expect(await handshake(port, 'TLSv1.2')).toBe('TLSv1.2');
});

test('a foreign host name or origin is refused, this machine’s own pass', async () => {
  const { url, lan } = await setupNetwork();
  const port = lan().port;
  const status = (host: string) =>
    new Promise((resolve) => {
      request(`${url}/`, { rejectUnauthorized: false, headers: { host } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end();
    });
  expect(await status('kiosk.evil.invalid')).toBe(403);
  expect(await status(`kiosk.evil.invalid:${port}`)).toBe(403);
  expect(await status('127.0.0.1:1')).toBe(403);
  expect(await status(`localhost:${port}`)).toBe(200);
  for (const address of lan().addresses) expect(await status(new URL(address).host)).toBe(200);
  expect((await post(url, { code: 'ABCD-EFGH' }, { origin: 'https://evil.invalid' })).status).toBe(403);
  expect((await post(url, { code: 'ABCD-EFGH' }, { origin: url.replace('https', 'http') })).status).toBe(403);
  await expect(openScreen(url, { token: 'x', origin: 'https://evil.invalid' })).rejects.toThrow('403');
});

test('a station of this machine cannot come in over the network, nor a machine of the network over loopback', async () => {
  const network = await setupNetwork();
  for (const id of ['kiosk', 'admin', 'dock', 'counter-quay-1']) {
    const token = tokenOf(stationUrl(network.core, id));
    await expect(network.open(token)).rejects.toThrow('4401 unknown token');
  }
  const token = await network.enrol('display');
  await expect(openScreen(network.core.url, { token })).rejects.toThrow('4401 unknown token');
  expect((await network.open(token)).dockToken).toBeNull();
});

test('neither the dock nor the administration can be enrolled', async () => {
  const network = await setupNetwork();
  for (const role of ['dock', 'admin']) {
    expect(await network.admin.send({ type: 'lan-code', role, counter: null } as never)).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'role' },
    });
  }
});

test.each([
  ['counter', null],
  ['rating', 'quay-99'],
  ['display', 'quay-1'],
] as const)('a code for a %s at %s is refused', async (role, counter) => {
  const network = await setupNetwork();
  expect(await network.admin.send({ type: 'lan-code', role, counter })).toMatchObject({
    ok: false,
    error: { code: 'invalid', field: 'counter' },
  });
});

test('a counter enrolled over the network calls and the display shows it', async () => {
  const network = await setupNetwork();
  const counter = await network.open<CounterView>(await network.enrol('counter', 'quay-1'));
  const display = await network.open<DisplayView>(await network.enrol('display'));
  expect(counter.view()).toMatchObject({ role: 'counter', counter: { id: 'quay-1' } });
  const [officer] =
    counter.view().screen.at === 'signed-out'
      ? (counter.view().screen as { officers: { id: string }[] }).officers
      : [];
  const signIn = await counter.send({
    type: 'sign-in',
    officerId: officer?.id ?? '',
    pin: network.core.pin(officer?.id ?? ''),
  });
  expect(signIn).toEqual({ ok: true, value: null });
  const kiosk = await network.core.open<KioskView>('kiosk');
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'without-card' });
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  await kiosk.send({ type: 'take-number' });
  const ready = await counter.until(
    ({ screen }) => screen.at === 'ready' && screen.desk.waiting.length > 0,
    'somebody waiting',
  );
  const seen = ready.screen.at === 'ready' ? ready.screen.desk.revision : -1;
  expect(await counter.send({ type: 'call-next', seen })).toEqual({ ok: true, value: null });
  await display.until(({ calls }) => calls.length === 1, 'the call');
});

test('each enrolled kiosk serves its own citizen', async () => {
  const network = await setupNetwork();
  const first = await network.open<KioskView>(await network.enrol('kiosk'));
  const second = await network.open<KioskView>(await network.enrol('kiosk'));
  await first.send({ type: 'start' });
  await first.until(({ screen }) => screen.at === 'notice', 'the notice');
  expect(second.view().screen.at).toBe('welcome');
  expect(first.station.id).not.toBe(second.station.id);
});

test('a removed machine is cut at once, its token is dead, and the others go on', async () => {
  const network = await setupNetwork();
  const token = await network.enrol('kiosk');
  const gone = await network.open<KioskView>(token);
  const staying = await network.open<DisplayView>(await network.enrol('display'));
  const machine = network.lan().machines.find(({ role }) => role === 'kiosk');
  expect(await network.admin.send({ type: 'lan-remove', machine: machine?.id ?? '' })).toEqual({
    ok: true,
    value: null,
  });
  expect(await gone.closed).toEqual({ code: 4401, reason: 'removed' });
  await expect(network.open(token)).rejects.toThrow('4401 unknown token');
  const kiosk = await network.core.open<KioskView>('kiosk');
  const before = staying.views.length;
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'without-card' });
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  await kiosk.send({ type: 'take-number' });
  await staying.until(() => staying.views.length > before, 'the new number');
  expect(network.lan().machines.map(({ role }) => role)).toEqual(['display']);
});

test('the administrator sees role, counter, when, where from, and whether it is open', async () => {
  const network = await setupNetwork();
  const display = await network.open(await network.enrol('display'));
  await network.admin.until((view) => lanOf(view).machines[0]?.connected === 1, 'the open display');
  expect(network.lan().machines[0]).toMatchObject({
    role: 'display',
    counterId: null,
    lastAddress: '127.0.0.1',
    enrolledAt: expect.any(Number),
  });
  display.close();
  const view = await network.admin.until((seen) => lanOf(seen).machines[0]?.connected === 0, 'it left');
  const [machine] = lanOf(view).machines;
  expect(machine?.lastSeenAt).toBeGreaterThanOrEqual(machine?.enrolledAt ?? Infinity);
});

test('the store keeps no token, only its digest', async () => {
  const network = await setupNetwork();
  const token = await network.enrol('display');
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(join(network.core.dataFolder, 'kiosk.sqlite'), { readonly: true });
  const kept = db.prepare("select value from setting where key = 'lan-machines'").pluck().get() as string;
  db.close();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(kept).toContain('tokenDigest');
  expect(kept).not.toContain(token);
});

function served(url: string, port: number | null): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { port: port ?? 0, host: new URL(url).hostname, rejectUnauthorized: false },
      () => {
        const seen = socket.getPeerX509Certificate();
        socket.end();
        if (seen === undefined) reject(new Error('no certificate'));
        else resolve(seen);
      },
    );
    socket.on('error', reject);
  });
}

function handshake(port: number, version: SecureVersion): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      {
        port,
        host: '127.0.0.1',
        rejectUnauthorized: false,
        minVersion: version,
        maxVersion: version,
        ciphers: 'DEFAULT@SECLEVEL=0',
      },
      () => {
        resolve(socket.getProtocol());
        socket.end();
      },
    );
    socket.on('error', reject);
  });
}
