import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { findPrinters } from '../../../core/devices/find-printers.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';

test('a search finds who listens in the neighbourhood, says nothing to them, and lists what is plugged in here', async () => {
  const got: Buffer[] = [];
  const server = createServer((socket) =>
    socket.on('data', (chunk: Buffer) => got.push(chunk)).on('error', () => {}),
  );
  // A whole neighbourhood of this machine's own.
  await new Promise<void>((resolve) => server.listen(0, '127.92.0.77', resolve));
  const folder = temporaryFolder('usb');
  onTestFinished(() => {
    server.close();
    removeFolder(folder);
  });
  const usbFolder = join(folder, 'usb');
  mkdirSync(usbFolder);
  for (const name of ['lp1', 'lp0', 'hiddev0']) writeFileSync(join(usbFolder, name), '');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;

  const found = await findPrinters({
    clock: systemClock,
    ownAddresses: () => ['127.92.0.1', '127.92.0.2'],
    port,
    usbFolder,
    serialPorts: async () => ['/dev/ttyUSB0'],
    run: async () => ({ isWell: true, out: 'PHIEU\n' }),
  });
  expect(found).toEqual([
    { address: `tcp://127.92.0.77:${port}`, what: 'network' },
    { address: `file://${usbFolder}/lp0`, what: 'usb' },
    { address: `file://${usbFolder}/lp1`, what: 'usb' },
    { address: 'serial:///dev/ttyUSB0?baud=115200', what: 'serial' },
    { address: 'cups://PHIEU', what: 'queue' },
  ]);
  expect(got).toEqual([]);
});

test('a machine without network, USB and print system finds nothing', async () => {
  const found = await findPrinters({
    clock: systemClock,
    ownAddresses: () => [],
    usbFolder: '/nowhere',
    serialPorts: async () => [],
    run: async () => ({ isWell: false, out: '' }),
  });
  expect(found).toEqual([]);
});
