import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { v4 as uuidv4 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { batchOf, ratings } from './facts.ts';
import { runHub } from './running-hub.ts';
import { temporaryFolder } from './temporary-folder.ts';

const slow = 60_000;

function sendTo(url: string, token: string, batch: unknown): Promise<Response> {
  return fetch(`${url}/facts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(batch),
  });
}

const secret = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8').trim();

test('a killed hub has every fact it acknowledged when it starts again', { timeout: slow }, async () => {
  const folder = temporaryFolder();
  const environment = { MOTCUA_DATA: folder, MOTCUA_HUB_PORT: '0' };
  const first = runHub(environment);
  const { url, page } = await first.ready;
  expect(page).toBe(`${url}/#key=${secret(folder, 'report-key')}`);
  for (const name of ['hub-token', 'report-key'])
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);

  const device = uuidv4();
  const token = secret(folder, 'hub-token');
  const all = ratings(1, 40);
  for (let sent = 0; sent < 40; sent += 10) {
    const response = await sendTo(url, token, batchOf(device, all.slice(sent, sent + 10)));
    expect(await response.json()).toEqual({ acknowledged: sent + 10 });
  }
  first.child.kill('SIGKILL');
  await first.exit;

  const second = runHub(environment);
  const again = await second.ready;
  expect(secret(folder, 'hub-token')).toBe(token);
  const report = await fetch(`${again.url}/report`, {
    headers: { authorization: `Bearer ${secret(folder, 'report-key')}` },
  });
  expect(await report.json()).toMatchObject({ centres: [{ ratings: { n: 40 } }] });
  const repeat = await sendTo(again.url, token, batchOf(device, all.slice(20)));
  expect(await repeat.json()).toEqual({ acknowledged: 40 });

  second.child.kill('SIGTERM');
  expect(await second.exit).toMatchObject({ code: 0, signal: null });
});

test('a second hub on the same data says so and leaves', { timeout: slow }, async () => {
  const folder = temporaryFolder();
  const first = runHub({ MOTCUA_DATA: folder, MOTCUA_HUB_PORT: '0' });
  await first.ready;
  const second = runHub({ MOTCUA_DATA: folder, MOTCUA_HUB_PORT: '0' });
  const { code, stderr, stdout } = await second.exit;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(
    `The hub is running already (đang chạy rồi) with the data in ${folder}; stop that one first, or give this one another data folder.\n`,
  );
});

test('a taken port is one sentence and exit code 2', { timeout: slow }, async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const hub = runHub({ MOTCUA_DATA: temporaryFolder(), MOTCUA_HUB_PORT: String(port) });
  const { code, stderr, stdout } = await hub.exit;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(`Port ${port} of the hub is already in use; set MOTCUA_HUB_PORT to another one.\n`);
});

test('data that cannot be written, or settings that make no sense, are one sentence and exit code 2', {
  timeout: slow,
}, async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'empty-token'));
  writeFileSync(join(folder, 'empty-token', 'hub-token'), '\n');
  const cases: [Record<string, string>, RegExp][] = [
    [
      { MOTCUA_DATA: join(folder, 'file', 'data') },
      /^The data folder of the hub cannot be written \(ENOTDIR\)\.\n$/,
    ],
    [{ MOTCUA_DATA: join(folder, 'empty-token') }, /^The file .*hub-token must hold one secret of .*\n$/],
    [
      { MOTCUA_DATA: folder, MOTCUA_HUB_PORT: 'http' },
      /^MOTCUA_HUB_PORT must be a port from 0 to 65535\.\n$/,
    ],
    [
      { MOTCUA_DATA: join(folder, 'pg'), DATABASE_URL: 'postgresql://hub:mat-khau@127.0.0.1:1/hub' },
      /^The database of the hub cannot be reached \(ECONNREFUSED\)\.\n$/,
    ],
  ];
  for (const [environment, sentence] of cases) {
    const { code, stderr, stdout } = await runHub({ MOTCUA_HUB_PORT: '0', ...environment }).exit;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  }
});
