import { expect, test } from 'vitest';
import type {
  AdminView,
  CounterView,
  DisplayView,
  DockView,
  KioskView,
  RatingView,
} from '../../core/contract.ts';
import { systemClock, type Clock } from '../../core/clock.ts';
import { press } from '../setup/press.ts';
import type { Screen } from '../setup/screen.ts';
import { setupCore, type TestCore } from './setup-core.ts';

const birth = '1.001193';
const sampleCard =
  '079085990001|000000001|Trần Văn Mẫu|12031985|Nam|12 Đường Thử Nghiệm, Phường Mẫu, Quận 3, Hồ Chí Minh|15062021';

/** The time of day can be made to pass; what waits for it still takes its time. */
function quickClock(): Clock & { pass(ms: number): void } {
  let passedMs = 0;
  return {
    now: () => systemClock.now() + passedMs,
    after: (delayMs, callback) => systemClock.after(delayMs, callback),
    pass: (ms) => void (passedMs += ms),
  };
}

async function takeNumber(kiosk: Screen<KioskView>, code = birth): Promise<string> {
  for (const command of [
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code },
    { type: 'take-number' },
  ] as const) {
    expect(await kiosk.send(command)).toEqual({ ok: true, value: null });
  }
  const { screen } = await kiosk.until(
    (view) => view.screen.at === 'ticket' && view.screen.paper.at !== 'printing',
    'a ticket',
  );
  return screen.at === 'ticket' ? screen.ticket.number : '';
}

async function signedIn(core: TestCore, counter: string, officer = 'can-bo-1'): Promise<Screen<CounterView>> {
  const screen = await core.open<CounterView>(`counter-${counter}`);
  expect(await screen.send({ type: 'sign-in', officerId: officer, pin: core.pin(officer) })).toMatchObject({
    ok: true,
  });
  await screen.until((view) => view.screen.at !== 'signed-out', 'the desk');
  return screen;
}

test('a citizen is greeted by the name on the card, and the screen shows no whole number', async () => {
  const core = await setupCore();
  const kiosk = await core.open<KioskView>('kiosk');
  await kiosk.send({ type: 'start' });
  expect(await kiosk.send({ type: 'card-text', text: sampleCard })).toMatchObject({ ok: false });
  await kiosk.send({ type: 'agree' });
  await kiosk.send({ type: 'card-text', text: 'https://example.invalid/not-a-card' });
  await kiosk.until(
    ({ screen }) => screen.at === 'scan' && screen.refused === 'web-address',
    'what was held up',
  );
  await kiosk.send({ type: 'card-text', text: sampleCard });
  const greeting = await kiosk.until(({ screen }) => screen.at === 'greeting', 'the greeting');
  expect(greeting.screen).toMatchObject({
    card: { fullName: 'Trần Văn Mẫu', birthYear: '1985', review: [] },
  });
  expect(JSON.stringify(kiosk.views)).not.toContain('079085990001');
  await kiosk.send({ type: 'home' });
  const home = await kiosk.until(({ screen }) => screen.at === 'welcome', 'the way home');
  expect(JSON.stringify(home)).not.toContain('Mẫu"');
});

test('a number is called at a counter, shown on the display, rated once, and counted', async () => {
  const clock = quickClock();
  const core = await setupCore({}, clock);
  const kiosk = await core.open<KioskView>('kiosk');
  const display = await core.open<DisplayView>('display');
  const rating = await core.open<RatingView>('rating-quay-1');
  const counter = await signedIn(core, 'quay-1');

  const number = await takeNumber(kiosk);
  expect(number).toBe('A001');
  await counter.until(
    ({ screen }) => screen.at === 'ready' && screen.desk.next[0]?.number === number,
    'the number in line',
  );
  await press(counter, { type: 'call-next' });
  const shown = await display.until(({ calls }) => calls[0]?.number === number, 'the call');
  expect(shown.calls[0]).toMatchObject({ counterName: 'Quầy 1', calls: 1 });
  clock.pass(5_000);
  await press(counter, { type: 'call-again' });
  await display.until(({ calls }) => calls[0]?.calls === 2, 'the second call');
  await press(counter, { type: 'begin' });
  expect(await press(counter, { type: 'missed' })).toMatchObject({ ok: false, error: { code: 'not-now' } });
  await press(counter, { type: 'finish' });

  const asked = await rating.until(({ screen }) => screen.at === 'asking', 'the question');
  const visit = asked.screen.at === 'asking' ? asked.screen.visit : '';
  expect(await rating.send({ type: 'rate', visit, choice: 'so-so' })).toMatchObject({
    error: { field: 'choice' },
  });
  expect(await rating.send({ type: 'rate', visit, choice: 'rat-hai-long' })).toEqual({
    ok: true,
    value: null,
  });
  expect(await rating.send({ type: 'rate', visit, choice: 'khong-hai-long' })).toMatchObject({ ok: false });
  await rating.until(({ screen }) => screen.at === 'thanks', 'the thanks');

  const admin = await core.open<AdminView>('admin');
  await admin.send({ type: 'sign-in', officerId: 'quan-tri-1', pin: core.pin('quan-tri-1') });
  const overview = await admin.until(({ screen }) => screen.at === 'overview', 'the overview');
  expect(overview.screen).toMatchObject({
    ratings: { n: 1, acknowledged: 0 },
    asked: 1,
    tickets: { issued: 1, done: 1 },
  });
});

test('two counters that call at the same moment never call the same number', async () => {
  const clock = quickClock();
  const core = await setupCore({}, clock);
  const kiosk = await core.open<KioskView>('kiosk');
  for (let index = 0; index < 4; index += 1) {
    await takeNumber(kiosk);
    await kiosk.send({ type: 'home' });
  }
  const counters = [await signedIn(core, 'quay-1'), await signedIn(core, 'quay-2', 'can-bo-2')];
  for (let turn = 0; turn < 2; turn += 1) {
    await Promise.all(counters.map((counter) => press(counter, { type: 'call-next' })));
    clock.pass(15_000);
    await Promise.all(counters.map((counter) => press(counter, { type: 'missed' })));
  }
  const display = await core.open<DisplayView>('display');
  expect(
    display
      .view()
      .lately.map(({ number }) => number)
      .toSorted(),
  ).toEqual(['A001', 'A002', 'A003', 'A004']);
});

test('many taps at once make one ticket', async () => {
  const core = await setupCore();
  const kiosk = await core.open<KioskView>('kiosk');
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'without-card' });
  await kiosk.send({ type: 'choose-procedure', code: birth });
  await Promise.all(Array.from({ length: 10 }, () => kiosk.send({ type: 'take-number' })));
  await kiosk.send({ type: 'home' });
  const home = await kiosk.until(({ screen }) => screen.at === 'welcome', 'the way home');
  expect(home.screen).toMatchObject({ lanes: [{ letter: 'A', waiting: 1 }, {}, {}, {}, {}, {}] });
});

test.each([
  ['paper-out', { at: 'waiting', why: 'paper-out' }],
  ['offline', { at: 'waiting', why: 'offline' }],
  ['jam-midway', { at: 'asks' }],
  ['none', { at: 'printed', isConfirmed: true }],
] as const)(
  'with the printer at "%s" the number is kept and the screen says what became of the paper',
  async (fault, paper) => {
    const core = await setupCore();
    const kiosk = await core.open<KioskView>('kiosk');
    const dock = await core.open<DockView>('dock');
    await dock.send({ type: 'printer-fault', fault });
    const number = await takeNumber(kiosk);
    expect(kiosk.view().screen).toMatchObject({ at: 'ticket', ticket: { number: 'A001' }, paper });
    const counter = await signedIn(core, 'quay-1');
    expect(counter.view().screen).toMatchObject({ desk: { next: [{ number }] } });
  },
);

test('the slip that was printed stands in the dock', async () => {
  const core = await setupCore();
  const kiosk = await core.open<KioskView>('kiosk');
  const dock = await core.open<DockView>('dock');
  await takeNumber(kiosk);
  const { slips } = await dock.until((view) => view.slips.length === 1, 'the slip');
  expect(slips[0]?.png).toMatch(/^data:image\/png;base64,/);
});

test('a sample card held to the desk scanner is read like any card', async () => {
  const core = await setupCore();
  const kiosk = await core.open<KioskView>('kiosk');
  const dock = await core.open<DockView>('dock');
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'agree' });
  await dock.send({ type: 'scan-sample', name: 'stacked-diacritics' });
  const greeting = await kiosk.until(({ screen }) => screen.at === 'greeting', 'the greeting');
  expect(greeting.screen).toMatchObject({ card: { fullName: 'Đặng Đỗ Thị Diễm Phượng Quyền' } });
});

test('a wrong PIN opens nothing, and guessing soon has to wait', async () => {
  const core = await setupCore();
  const counter = await core.open<CounterView>('counter-quay-1');
  expect(await counter.send({ type: 'call-next', seen: 0 })).toMatchObject({
    ok: false,
    error: { code: 'not-now' },
  });
  const wrong = core.pin('can-bo-1') === '000000' ? '000001' : '000000';
  for (let index = 0; index < 3; index += 1) {
    expect(await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: wrong })).toMatchObject({
      error: { code: 'wrong-pin' },
    });
  }
  expect(
    await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: core.pin('can-bo-1') }),
  ).toMatchObject({
    error: { code: 'slow-down' },
  });
  expect(counter.view().screen.at).toBe('signed-out');
  const admin = await core.open<AdminView>('admin');
  expect(
    await admin.send({ type: 'sign-in', officerId: 'can-bo-1', pin: core.pin('can-bo-1') }),
  ).toMatchObject({
    error: { code: 'wrong-pin' },
  });
});
