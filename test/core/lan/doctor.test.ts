import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { examineLan } from '../../../core/cli/examine-lan.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';
import { startNetworkCore } from '../../setup/network-core.ts';

test('the doctor tells whether the network is on, who answers there and since when nobody does', async () => {
  const folder = temporaryFolder('doctor');
  onTestFinished(() => removeFolder(folder));
  expect(await examineLan(folder, 4743)).toContain('switched off');

  const network = await startNetworkCore(folder);
  onTestFinished(async () => void (await network.core().stop()));
  const port = Number(new URL(network.address).port);
  const [address] = network.lan().addresses;
  const found = await examineLan(network.dataFolder, port);
  expect(found).toContain(`answers at ${address}`);
  expect(found).toContain(network.lan().fingerprint);

  await network.kill();
  expect(await examineLan(network.dataFolder, port)).toContain('the kiosk is not running');

  const other = createServer((socket) => socket.end('hello'));
  await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
  onTestFinished(() => void other.close());
  await expect(examineLan(network.dataFolder, port)).rejects.toThrow(`${port} is taken by another program`);
});
