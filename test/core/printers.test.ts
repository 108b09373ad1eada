import { expect, onTestFinished, test } from 'vitest';
import type { AdminScreen, AdminView, DockView, KioskView } from '../../core/contract.ts';
import { createFakeTcpPrinter } from '../../core/devices/fake-tcp-printer.ts';
import { setupCore } from './setup-core.ts';

type Printers = Extract<AdminScreen, { at: 'printers' }>;

async function setup() {
  const core = await setupCore({ printer: null });
  const admin = await core.open<AdminView>('admin');
  await admin.send({ type: 'sign-in', officerId: 'quan-tri-1', pin: core.pin('quan-tri-1') });
  await admin.send({ type: 'look', page: 'printers', day: null });
  const page = async (is: (screen: Printers) => boolean, what: string): Promise<Printers> => {
    const view = await admin.until(({ screen }) => screen.at === 'printers' && is(screen), what);
    if (view.screen.at !== 'printers') throw new Error(`${view.screen.at} is shown`);
    return view.screen;
  };
  return { core, admin, page };
}

async function network() {
  const fake = await createFakeTcpPrinter();
  onTestFinished(() => fake.close());
  return { fake, address: `tcp://127.0.0.1:${fake.port}` };
}

const described = (name: string, address: string, model = 'epson-tm-80') => ({
  type: 'save-printer' as const,
  printer: { id: null, name, address, model, dots: null },
});

test('a printer that an administrator adds is asked how it is and prints a test slip, at once', async () => {
  const { admin, page } = await setup();
  const { fake, address } = await network();
  expect(await admin.send(described('Cửa chính', address))).toMatchObject({ ok: true });
  const listed = await page(({ printers }) => printers[1]?.status.at === 'ready', 'the new printer');
  expect(listed.printers.map(({ name }) => name)).toEqual(['Máy in ảo', 'Cửa chính']);
  const id = listed.printers[1]?.id ?? '';
  expect(await admin.send({ type: 'test-printer', printer: id })).toMatchObject({ ok: true });
  const tested = await page(({ printers }) => printers[1]?.test?.at === 'printed', 'the test slip');
  expect(tested.printers[1]?.test).toMatchObject({ at: 'printed', confirmed: true });
  expect(fake.slips()).toHaveLength(1);

  await fake.setFault('paper-out');
  await admin.send({ type: 'test-printer', printer: id });
  const refused = await page(({ printers }) => printers[1]?.test?.at === 'not-started', 'the refusal');
  expect(refused.printers[1]).toMatchObject({ status: { at: 'paper-out' }, test: { why: 'paper-out' } });
  expect(fake.slips()).toHaveLength(1);
});

test('the next number comes out of the printer that was put first', async () => {
  const { core, admin, page } = await setup();
  const { fake, address } = await network();
  await admin.send(described('Cửa chính', address));
  const { printers } = await page((screen) => screen.printers.length === 2, 'two printers');
  await admin.send({ type: 'move-printer', printer: printers[1]?.id ?? '', by: -1 });
  const kiosk = await core.open<KioskView>('kiosk');
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'without-card' });
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  await kiosk.send({ type: 'take-number' });
  await kiosk.until(({ screen }) => screen.at === 'ticket' && screen.paper.at === 'printed', 'the slip');
  expect(fake.slips()).toHaveLength(1);
});

test('a printer that tells nothing is never called printed for certain', async () => {
  const { admin, page } = await setup();
  const { address } = await network();
  await admin.send(described('Máy cũ', address, 'generic-80-silent'));
  const { printers } = await page((screen) => screen.printers.length === 2, 'two printers');
  await admin.send({ type: 'test-printer', printer: printers[1]?.id ?? '' });
  const tested = await page((screen) => screen.printers[1]?.test?.at === 'printed', 'the test slip');
  expect(tested.printers[1]?.test).toMatchObject({ confirmed: false });
});

test('an address that leads nowhere is refused by its field, and so is a name that is empty', async () => {
  const { admin } = await setup();
  expect(await admin.send(described('Sai', 'tcp://192.168.1.300'))).toMatchObject({
    ok: false,
    error: { field: 'printer.address', fault: { why: 'address-host' } },
  });
  expect(await admin.send(described(' ', 'virtual-2'))).toMatchObject({
    ok: false,
    error: { field: 'printer.name', fault: { why: 'blank' } },
  });
  expect(await admin.send({ type: 'test-printer', printer: 'gone' })).toMatchObject({ ok: false });
});

test('with a second virtual printer the dock plays with each by itself', async () => {
  const { core, admin, page } = await setup();
  await admin.send(described('Máy ảo 2', 'virtual-2'));
  const dock = await core.open<DockView>('dock');
  await dock.send({ type: 'printer-fault', printer: 'virtual-2', fault: 'cover-open' });
  const seen = await page(({ printers }) => printers[1]?.status.at === 'cover-open', 'the open cover');
  expect(seen.printers[0]?.status.at).toBe('ready');
  expect(dock.view().printers.map(({ name, fault }) => `${name}: ${fault}`)).toEqual([
    'Máy in ảo: none',
    'Máy ảo 2: cover-open',
  ]);
  // Slips can still be printed, so nobody is told that they cannot.
  expect(dock.view().printer).toEqual({ at: 'ready' });
});

test('printers are kept: the next start has them', async () => {
  const { core, admin } = await setup();
  await admin.send(described('Cửa chính', 'tcp://127.0.0.1:9'));
  await core.stop();
  const again = await setupCore({ printer: null, dataFolder: core.dataFolder, sample: false });
  const next = await again.open<AdminView>('admin');
  await next.send({ type: 'sign-in', officerId: 'quan-tri-1', pin: core.pin('quan-tri-1') });
  await next.send({ type: 'look', page: 'printers', day: null });
  const { screen } = await next.until((view) => view.screen.at === 'printers', 'the page');
  const names = screen.at === 'printers' ? screen.printers.map(({ name }) => name) : [];
  expect(names).toEqual(['Máy in ảo', 'Cửa chính']);
});
