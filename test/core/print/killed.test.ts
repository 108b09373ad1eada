import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { CounterView, KioskView } from '../../../core/contract.ts';
import { createFakeTcpPrinter } from '../../../core/devices/fake-tcp-printer.ts';
import {
  removeFolder,
  startCoreProcess,
  stationUrl,
  temporaryFolder,
  type CoreReady,
  type Running,
} from '../../setup/core-process.ts';
import { openScreen } from '../../setup/screen.ts';

async function takeNumber(core: Running<CoreReady>) {
  const kiosk = await openScreen<KioskView>(stationUrl(core.ready, 'kiosk'));
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'without-card' });
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  expect(await kiosk.send({ type: 'take-number' })).toMatchObject({ ok: true });
  await kiosk.until(({ screen }) => screen.at === 'ticket', 'the number');
  return kiosk;
}

test('a core that is killed in the middle of a slip shows the doubt when it is back and prints nothing by itself', async () => {
  const folder = temporaryFolder('killed');
  const printer = await createFakeTcpPrinter();
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>screens</title>');
  const env = {
    MOTCUA_PRINTER: `tcp://127.0.0.1:${printer.port}`,
    MOTCUA_PAGES: folder,
    MOTCUA_LOG_LEVEL: 'warn',
  };
  let core = await startCoreProcess(join(folder, 'data'), env);
  onTestFinished(async () => {
    await core.stop();
    await printer.close();
    removeFolder(folder);
  });

  await printer.setFault('hang');
  await takeNumber(core);
  await vi.waitFor(() => expect(printer.heldBytes()).toBeGreaterThan(1_000), { timeout: 30_000 });
  await core.stop('SIGKILL');

  core = await startCoreProcess(join(folder, 'data'), env);
  const counter = await openScreen<CounterView>(stationUrl(core.ready, 'counter-quay-1'));
  const officer = core.ready.officers.find(({ id }) => id === 'can-bo-1');
  await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: officer?.pin ?? '' });
  const desk = await counter.until(({ screen }) => screen.at === 'ready', 'the desk');
  expect(desk.screen).toMatchObject({
    desk: { slips: { troubles: [{ number: 'A001', why: 'uncertain' }] } },
  });

  // What the printer still held is forgotten before it works again.
  await vi.waitFor(() => expect(printer.heldBytes()).toBe(0), { timeout: 30_000 });
  await printer.setFault('none');
  const kiosk = await takeNumber(core);
  await kiosk.until(
    ({ screen }) => screen.at === 'ticket' && screen.paper.at === 'printed',
    'the slip of the next number',
  );
  expect(printer.slips()).toHaveLength(1);
  expect(kiosk.view().screen).toMatchObject({ ticket: { number: 'A002' } });
});
