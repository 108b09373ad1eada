import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { DockFault } from '../../../core/contract.ts';
import { createFakeTcpPrinter } from '../../../core/devices/fake-tcp-printer.ts';

// Two clients that nobody here wrote say what the fake printer's status bytes mean: it is what our own client is tested on.

const load = createRequire(import.meta.url);
const receiptio = load('receiptio') as { print(text: string, options: string): Promise<string> };
const { Printer } = load('@node-escpos/core') as {
  Printer: new (
    adapter: object,
    options: object,
  ) => {
    getStatuses(): Promise<
      { toJSON(): { className: string; statuses: { label: string; status: string }[] } }[]
    >;
  };
};

/** receiptio knows port 9100 alone, so the printer has an address of its own. */
const ownAddress = '127.91.0.1';

test.each([
  ['none', 'online'],
  ['paper-low', 'online'],
  ['cover-open', 'coveropen'],
  ['paper-out', 'paperempty'],
  ['error', 'error'],
  ['offline', 'disconnect'],
] as const)('receiptio calls a printer with %s %s', async (fault, words) => {
  const fake = await createFakeTcpPrinter({ host: ownAddress, port: 9100 });
  onTestFinished(() => fake.close());
  await fake.setFault(fault);
  expect(await receiptio.print('', `-d ${ownAddress} -p escpos -q`)).toBe(words);
});

async function statusesAt(fault: DockFault): Promise<string[]> {
  const fake = await createFakeTcpPrinter();
  await fake.setFault(fault);
  const socket = connect({ host: '127.0.0.1', port: fake.port });
  onTestFinished(async () => {
    socket.destroy();
    await fake.close();
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  let got = Buffer.alloc(0);
  // Its own adapter takes the first chunk for the whole answer.
  const adapter = {
    read: (tell: (data: Buffer) => void) =>
      socket.on('data', (chunk: Buffer) => {
        got = Buffer.concat([got, chunk]);
        if (got.length >= 4) tell(got);
      }),
    write: (bytes: string | Buffer) =>
      socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes),
  };
  const statuses = await new Printer(adapter, { encoding: 'utf8' }).getStatuses();
  return statuses.flatMap((status) =>
    status
      .toJSON()
      .statuses.filter((one) => one.status !== 'ok')
      .map(({ label }) => label),
  );
}

test.each([
  ['none', []],
  ['cover-open', ['Cover is open']],
  ['paper-out', ['Paper end']],
  ['paper-low', ['near-end']],
  ['error', ['Unrecoverable']],
] as const)('@node-escpos/core finds what is wrong with a printer with %s', async (fault, expected) => {
  const found = (await statusesAt(fault)).join('\n').toLowerCase();
  for (const words of expected) expect(found).toContain(words.toLowerCase());
  if (expected.length === 0) expect(found).toBe('');
});
