import { expect, test } from 'vitest';
import { testCard } from '../../../core/card/test-card.ts';
import type { AdminScreen, AdminView, KioskView } from '../../../core/contract.ts';
import type { Screen } from '../../setup/screen.ts';
import { createSerialCable } from '../devices/serial-cable.ts';
import { setupCore } from '../setup-core.ts';

const card = '079085990001|000000001|Trần Văn Mẫu|12031985|Nam|12 Đường Thử, Hồ Chí Minh|15062021';

/** A core whose scanner is on a real cable, its administrator signed in, its kiosk asking for a card. */
async function setup() {
  const cable = await createSerialCable();
  const core = await setupCore({ scanner: { path: cable.path, baudRate: 9600 } });
  const admin = await core.open<AdminView>('admin');
  const kiosk = await core.open<KioskView>('kiosk');
  expect(await admin.send({ type: 'begin-scanner-test' })).toMatchObject({ error: { code: 'not-now' } });
  await admin.send({ type: 'sign-in', officerId: 'quan-tri-1', pin: core.pin('quan-tri-1') });
  await admin.until(
    ({ screen }) => screen.at === 'overview' && screen.scanner?.at === 'ready',
    'the scanner to be ready',
  );
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'agree' });
  return { cable, admin, kiosk };
}

type Test = Extract<AdminScreen, { at: 'scanner-test' }>;
async function arrival(admin: Screen<AdminView>, n: number): Promise<Test['arrived']> {
  const { screen } = await admin.until(
    (view) => view.screen.at === 'scanner-test' && view.screen.arrived?.n === n,
    `arrival ${n}`,
  );
  return screen.at === 'scanner-test' ? screen.arrived : null;
}

test('a technician sees what came of the test card, and of any other card only that it came', async () => {
  const { cable, admin, kiosk } = await setup();
  await admin.send({ type: 'begin-scanner-test' });
  await admin.until(({ screen }) => screen.at === 'scanner-test', 'the scanner test');
  expect(admin.view().screen).toMatchObject({ scanner: { path: cable.path, at: 'ready' }, arrived: null });

  await cable.send(`]Q1${testCard}\r\n`);
  expect(await arrival(admin, 1)).toMatchObject({
    what: { at: 'text', text: `]Q1${testCard}`, suffix: 'line-end' },
  });
  // It is nobody's card, so no citizen is greeted by it.
  expect(kiosk.view().screen).toEqual({ at: 'scan', refused: null });

  await cable.send(`${card}\t`);
  expect(await arrival(admin, 2)).toMatchObject({ what: { at: 'another-card' } });
  await kiosk.until(({ screen }) => screen.at === 'greeting', 'the citizen to be greeted all the same');
  expect(JSON.stringify(admin.views)).not.toMatch(/079085990001|Mẫu/);

  await cable.send(Buffer.from(testCard, 'latin1'));
  await cable.send('\r');
  expect(await arrival(admin, 3)).toMatchObject({ what: { at: 'not-utf8' } });
  await admin.send({ type: 'end-scanner-test' });
  const overview = await admin.until(({ screen }) => screen.at === 'overview', 'the overview');
  expect(overview.screen).toMatchObject({ scanner: { unreadableAt: expect.any(Number) } });
});

test('who signs out ends the test: the next one begins with nothing', async () => {
  const { cable, admin, kiosk } = await setup();
  await admin.send({ type: 'begin-scanner-test' });
  await cable.send(`${testCard}\r`);
  await arrival(admin, 1);
  await admin.send({ type: 'sign-out' });
  await admin.until(({ screen }) => screen.at === 'signed-out', 'the sign-in page');
  await cable.send(`${testCard}\r`);
  await kiosk.until(({ screen }) => screen.at === 'greeting', 'the card, as any other');
  expect(JSON.stringify(admin.view())).not.toContain('Ướm');
});
