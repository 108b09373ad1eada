import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { expect, onTestFinished, test } from 'vitest';
import { pair, seenFingerprint } from '../../electron/pair.ts';
import { isPinned, readPin, writePin } from '../../electron/pin.ts';
import { parseShellSettings } from '../../electron/shell-settings.ts';
import { codeIn, pairingPage } from '../../electron/station-pages.ts';
import { post, setupNetwork } from '../core/lan/on-the-network.ts';
import { removeFolder, temporaryFolder } from '../setup/core-process.ts';

test('a code gives the token, the role and the pin of the certificate that proved itself', async () => {
  const network = await setupNetwork();
  const paired = await pair(network.url, (await network.code('rating', 'quay-1')).toLowerCase());
  expect(paired).toMatchObject({
    ok: true,
    value: { pin: { core: network.url, fingerprint: network.lan().fingerprint, role: 'rating' } },
  });
  const screen = await network.open(paired.ok ? paired.value.token : '');
  expect(screen.station).toEqual({ id: 'rating-quay-1', role: 'rating', counterId: 'quay-1' });
});

test('a wrong code, no code and a core that is away each have their name', async () => {
  const network = await setupNetwork();
  expect(await pair(network.url, 'ABCDEFGH')).toEqual({ ok: false, error: { why: 'wrong' } });
  expect(await pair(network.url, 'xin chào')).toEqual({ ok: false, error: { why: 'not-a-code' } });
  expect(await pair('https://127.0.0.1:9', 'ABCDEFGH')).toEqual({ ok: false, error: { why: 'unreachable' } });
});

test('somebody in between who says yes to everything is found out', async () => {
  const impostor = await startImpostor((_body, answer) =>
    answer({ ok: true, token: 'x'.repeat(43), role: 'counter', proof: 'y'.repeat(43) }),
  );
  expect(await pair(impostor, 'ABCDEFGH')).toEqual({ ok: false, error: { why: 'not-the-core' } });
});

test('somebody in between who hands the proof on to the real core gets nothing, and never sees the code', async () => {
  const network = await setupNetwork();
  const code = await network.code('counter', 'quay-1');
  const overheard: string[] = [];
  const impostor = await startImpostor((body, answer) => {
    overheard.push(body);
    void post(network.url, JSON.parse(body)).then((real) => answer(real.body));
  });
  expect(await pair(impostor, code)).toEqual({ ok: false, error: { why: 'wrong' } });
  expect(overheard).toHaveLength(1);
  expect(overheard[0]).not.toContain(code.replace('-', ''));
  expect(network.lan().machines).toEqual([]);
  expect(await pair(network.url, code)).toMatchObject({ ok: true });
});

test('a pin is its owner’s alone, belongs to one core and fits one certificate', async () => {
  const folder = temporaryFolder('pin');
  onTestFinished(() => removeFolder(folder));
  const file = join(folder, 'station.json');
  const [own, other] = await Promise.all([
    generate(undefined, { keyType: 'ec' }),
    generate(undefined, { keyType: 'ec' }),
  ]);
  const impostor = await startImpostor(() => {}, own);
  const pin = {
    core: impostor,
    fingerprint: (await seenFingerprint(impostor)) ?? '',
    role: 'display',
  } as const;
  expect(readPin(file, impostor)).toBeNull();
  writePin(file, pin);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readPin(file, impostor)).toEqual(pin);
  expect(readPin(file, 'https://127.0.0.1:1')).toBeNull();
  expect(isPinned(own.cert, pin)).toBe(true);
  expect(isPinned(other.cert, pin)).toBe(false);
  expect(isPinned(own.cert, null)).toBe(false);
  expect(isPinned('no certificate', pin)).toBe(false);
});

test('MOTCUA_CORE is an https origin or the path of a core', () => {
  const at = (MOTCUA_CORE: string) => parseShellSettings({ MOTCUA_CORE });
  expect(at('https://192.168.1.10:4743')).toMatchObject({
    value: { coreAddress: 'https://192.168.1.10:4743', corePath: null },
  });
  expect(at('https://192.168.1.10:4743/')).toMatchObject({
    value: { coreAddress: 'https://192.168.1.10:4743' },
  });
  expect(at('/opt/core.mjs')).toMatchObject({ value: { coreAddress: null, corePath: '/opt/core.mjs' } });
  for (const wrong of ['http://192.168.1.10:4743', 'https://a/b', 'https://', 'https://a@b/']) {
    expect(at(wrong)).toMatchObject({ ok: false, error: expect.stringContaining('MOTCUA_CORE') });
  }
});

test('a code is read only out of the address the pairing page goes to', () => {
  expect(codeIn('https://pairing.invalid/?code=ABCDEFGH')).toBe('ABCDEFGH');
  expect(codeIn('https://192.168.1.10:4743/?code=ABCDEFGH')).toBeNull();
  expect(codeIn('https://pairing.invalid.evil/?code=ABCDEFGH')).toBeNull();
});

test('what stands in an address cannot become markup of the pairing page', () => {
  const page = pairingPage({ core: 'https://<b>', fingerprint: '<i>', trouble: null, attempt: 1 });
  expect(decodeURIComponent(page)).not.toMatch(/<i>|<b><\/p>|https:\/\/<b>/);
});

/** A TLS server with a certificate of its own that answers `/pair` as it likes; gives its address. */
async function startImpostor(
  reply: (body: string, answer: (body: unknown) => void) => void,
  certificate?: { private: string; cert: string },
): Promise<string> {
  const { private: key, cert } = certificate ?? (await generate(undefined, { keyType: 'ec' }));
  const server: Server = createServer({ key, cert }, (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => reply(body, (said) => response.end(JSON.stringify(said))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
