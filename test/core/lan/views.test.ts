import { expect, test } from 'vitest';
import type {
  Command,
  CounterView,
  DisplayView,
  KioskView,
  RatingView,
  View,
} from '../../../core/contract.ts';
import { setupNetwork, type Network } from './on-the-network.ts';

/** What only one role may ever be told. Each of these is seen in the visit below, so none can go missing unnoticed. */
const onlyFor = {
  kiosk: ['language', 'goingHomeInSeconds', 'hasDeskScanner', 'opening', 'wishes', 'paper'],
  counter: ['desk', 'revision', 'servedToday', 'otherLanes', 'otherCounters', 'onBreak', 'undo'],
  rating: ['visit', 'question'],
  admin: ['lan', 'codes', 'machines', 'fingerprint', 'addresses', 'device', 'asked', 'stations'],
  dock: ['fault', 'samples'],
} as const;
/** The display hangs in the hall: everything on it is listed. */
const onDisplay =
  'role centre name unit hotline lanes letter waiting waitingMinutes calls id number counterName calledAt lately takenBack counters volume from percent notices'.split(
    ' ',
  );

test('each role sees its own view and no key of another’s, through a whole visit', async () => {
  const network = await setupNetwork();
  const screens = await playVisit(network);
  const seen = new Map(
    Object.entries(screens).map(([role, screen]) => [role, keysOf(screen.views)] as const),
  );
  for (const [role, keys] of seen) {
    expect(new Set(screens[role as keyof typeof screens].views.map((view) => view.role))).toEqual(
      new Set([role]),
    );
    for (const [other, others] of Object.entries(onlyFor)) {
      const told = others.filter((key) => keys.has(key));
      const expected = other === role ? [...others] : [];
      expect({ role, other, told }).toEqual({ role, other, told: expected });
    }
    for (const secret of ['token', 'tokenDigest', 'pin', 'key']) expect(keys.has(secret)).toBe(false);
  }
  expect([...(seen.get('display') ?? [])].toSorted()).toEqual(onDisplay.toSorted());
});

test('an enrolled display can send no command of any role', async () => {
  const network = await setupNetwork();
  const display = await network.open<DisplayView>(await network.enrol('display'));
  const commands: Command[] = [
    { type: 'start' },
    { type: 'take-number' },
    { type: 'call-next', seen: 0 },
    { type: 'sign-in', officerId: 'quan-tri-1', pin: network.core.pin('quan-tri-1') },
    { type: 'rate', visit: 'x', choice: 'x' },
    { type: 'lan-switch', on: false },
    { type: 'lan-code', role: 'counter', counter: 'quay-1' },
    { type: 'printer-fault', fault: 'hang' },
  ];
  for (const command of commands) {
    expect(await display.send(command)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  }
  expect(network.lan()).toMatchObject({ on: true, codes: [] });
});

async function playVisit(network: Network) {
  const { core } = network;
  const kiosk = await network.open<KioskView>(await network.enrol('kiosk'));
  const counter = await network.open<CounterView>(await network.enrol('counter', 'quay-1'));
  const rating = await network.open<RatingView>(await network.enrol('rating', 'quay-1'));
  const display = await network.open<DisplayView>(await network.enrol('display'));
  const dock = await core.open('dock');
  await network.code('display');
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'without-card' });
  await kiosk.until(({ screen }) => screen.at === 'procedures', 'the procedures');
  await kiosk.send({ type: 'choose-procedure', code: '1.001193' });
  await kiosk.until(({ screen }) => screen.at === 'procedure', 'the procedure');
  await kiosk.send({ type: 'take-number' });
  await kiosk.until(({ screen }) => screen.at === 'ticket', 'the ticket');
  await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: core.pin('can-bo-1') });
  await counter.until(({ screen }) => screen.at === 'ready', 'the desk');
  for (const type of ['call-next', 'begin', 'finish'] as const) {
    await counter.send({ type, seen: revisionOf(counter.view()) });
    const at = { 'call-next': 'called', begin: 'serving', finish: 'ready' }[type];
    await counter.until(({ screen }) => screen.at === at, at);
  }
  await rating.until(({ screen }) => screen.at === 'asking', 'the question');
  await display.until(({ calls }) => calls.length > 0, 'the call');
  return { kiosk, counter, rating, display, admin: network.admin, dock };
}

function revisionOf({ screen }: CounterView): number {
  return screen.at === 'signed-out' ? -1 : screen.desk.revision;
}

function keysOf(views: readonly View[]): Set<string> {
  const keys = new Set<string>();
  JSON.stringify(views, (key, value: unknown) => {
    if (key !== '' && !/^\d+$/.test(key)) keys.add(key);
    return value;
  });
  return keys;
}
