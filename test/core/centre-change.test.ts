import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  AdminView,
  CentreConfig,
  CommandResult,
  CounterView,
  DisplayView,
  KioskView,
} from '../../core/contract.ts';
import type { EnrolledStation } from '../../core/enrolment.ts';
import { openScreen, type Screen } from '../setup/screen.ts';
import { setupCore, type TestCore } from './setup-core.ts';

async function openAdmin(core: TestCore) {
  const screen = await core.open<AdminView>('admin');
  await screen.send({ type: 'sign-in', officerId: 'quan-tri-1', pin: core.pin('quan-tri-1') });
  await screen.send({ type: 'look', page: 'lanes', day: null });
  return {
    screen,
    async change(part: (centre: CentreConfig) => Partial<CentreConfig>): Promise<CommandResult> {
      const { screen: shown } = await screen.until(({ screen: at }) => at.at === 'lanes', 'the lanes');
      if (shown.at !== 'lanes') throw new Error('another page is shown');
      const { revision, centre } = shown.document;
      const result = await screen.send({
        type: 'change-centre',
        revision,
        centre: { ...centre, ...part(centre) },
      });
      if (result.ok) {
        await screen.until(
          ({ screen: at }) => at.at === 'lanes' && at.document.revision !== revision,
          'the new document',
        );
      }
      return result;
    },
  };
}

/** The address of a screen as it is kept for the next start. */
function kept(core: TestCore, id: string): string | null {
  const file = readFileSync(join(core.dataFolder, 'stations.json'), 'utf8');
  const token = (JSON.parse(file) as EnrolledStation[]).find((station) => station.id === id)?.token;
  return token === undefined ? null : `${core.url}/#token=${token}`;
}

const withCounter5 = ({ counters }: CentreConfig) => ({
  counters: [...counters, { id: 'quay-5', name: 'Quầy 5', lanes: ['A'], helps: ['B'] }],
});

test('a counter that is added works at once, and calls from the lane it was given', async () => {
  const core = await setupCore();
  const display = await core.open<DisplayView>('display');
  const kiosk = await core.open<KioskView>('kiosk');
  const admin = await openAdmin(core);
  expect(kept(core, 'counter-quay-5')).toBeNull();
  expect(await admin.change(withCounter5)).toMatchObject({ ok: true });
  await display.until(({ counters }) => counters.some(({ name }) => name === 'Quầy 5'), 'the new counter');

  const counter = await openScreen<CounterView>(kept(core, 'counter-quay-5') ?? '');
  expect(counter.view().counter).toEqual({ id: 'quay-5', name: 'Quầy 5' });
  await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: core.pin('can-bo-1') });
  const desk = await counter.until(({ screen }) => screen.at === 'ready', 'the desk');
  expect(desk.screen).toMatchObject({
    desk: {
      lanes: [
        { letter: 'A', isOwn: true },
        { letter: 'B', isOwn: false },
      ],
    },
  });
  for (const command of [
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code: '1.001193' },
    { type: 'take-number' },
  ] as const)
    await kiosk.send(command);
  const ticket = await kiosk.until(({ screen }) => screen.at === 'ticket', 'a ticket');
  expect(ticket.screen).toMatchObject({ ticket: { counters: ['Quầy 1', 'Quầy 2', 'Quầy 5'] } });
});

test('the screens of a counter that is removed are shut, and its tokens open nothing any more', async () => {
  const core = await setupCore();
  const admin = await openAdmin(core);
  await admin.change(withCounter5);
  const address = kept(core, 'counter-quay-5') ?? '';
  const counter = await openScreen<CounterView>(address);
  const staying = await core.open<CounterView>('counter-quay-1');
  expect(
    await admin.change(({ counters }) => ({ counters: counters.filter(({ id }) => id !== 'quay-5') })),
  ).toMatchObject({ ok: true });
  expect((await counter.closed).code).toBe(4401);
  await expect(openScreen(address)).rejects.toThrow('4401');
  expect(kept(core, 'rating-quay-5')).toBeNull();
  // Put back, it is another screen: the old paper with the address is worth nothing.
  await admin.change(withCounter5);
  expect(kept(core, 'counter-quay-5')).not.toBe(address);
  await expect(openScreen(address)).rejects.toThrow('4401');
  await staying.send({ type: 'sign-in', officerId: 'can-bo-1', pin: core.pin('can-bo-1') });
  await staying.until(({ screen }) => screen.at === 'ready', 'a desk that was not touched');
});

test('a change is seen by every screen without a restart: lanes, names, hours', async () => {
  const core = await setupCore();
  const kiosk = await core.open<KioskView>('kiosk');
  const counter = await core.open<CounterView>('counter-quay-1');
  const admin = await openAdmin(core);
  await admin.change((centre) => ({
    name: 'Trung tâm Mới',
    lanes: [...centre.lanes, { letter: 'F', name: 'Thuế', fields: [] }],
    counters: centre.counters.map((one) =>
      one.id === 'quay-1' ? { ...one, name: 'Quầy Một', lanes: ['A', 'F'] } : one,
    ),
    hours: { week: [[], [], [], [], [], [], []], closedDays: [], lastTicketMinutes: 0 },
  }));
  const welcome = await kiosk.until(({ opening }) => opening.at === 'closed', 'closed');
  expect(welcome).toMatchObject({ centre: { name: 'Trung tâm Mới' }, opening: { why: 'day-off' } });
  expect(welcome.screen).toMatchObject({ at: 'welcome' });
  expect(JSON.stringify(welcome.screen)).toContain('Thuế');
  await counter.until((view) => view.counter.name === 'Quầy Một', 'the new name');
});

test('two administrators: the second of two changes made from one document is refused', async () => {
  const core = await setupCore();
  const admin = await openAdmin(core);
  const other: Screen<AdminView> = await core.open<AdminView>('admin');
  const { screen } = other.view();
  if (screen.at !== 'lanes') throw new Error('the lanes are not shown');
  const { revision, centre } = screen.document;
  await admin.change(() => ({ hotline: '1900 1234' }));
  expect(await other.send({ type: 'change-centre', revision, centre })).toMatchObject({
    ok: false,
    error: { fault: { why: 'changed-meanwhile' } },
  });
});
