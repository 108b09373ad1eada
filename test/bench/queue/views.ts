import { join } from 'node:path';
import type { CounterView, DisplayView, KioskCommand, KioskView } from '../../../core/contract.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import type { Store } from '../../../core/store/store.ts';
import { startCoreProcess, stationUrl } from '../../setup/core-process.ts';
import { press } from '../../setup/press.ts';
import { openScreen, type Screen } from '../../setup/screen.ts';
import { round, summary, timedMs } from '../figures.ts';
import { openFloor } from '../floor.ts';
import { cpuMs, lanes, makeHall, openCounter, pin, procedures, say, sure } from './hall.ts';

const counters = 16;
const kiosks = 6;
const waiting = 60;
const taps = 400;
const targetMs = 100;
const minute = 60_000;

/** From a tap until the counter and the display have the view of it, with 40 screens connected and the estimates running. */
export async function benchViews() {
  const hall = makeHall(counters, kiosks, (store) => {
    store.officers.save({ id: 'quan-tri-1', name: 'Quản trị', role: 'admin' }, pin);
    serveYesterday(store);
    for (let index = 0; index < waiting; index += 1)
      issue(store, index, Date.now() - waiting * minute + index * minute);
  });
  const core = await startCoreProcess(hall.data, {
    MOTCUA_SAMPLE: '0',
    MOTCUA_DOCK: '0',
    MOTCUA_PAGES: hall.pages,
    MOTCUA_LOG_LEVEL: 'warn',
  });
  try {
    const desks: Screen<CounterView>[] = [];
    for (let index = 1; index <= counters; index += 1) desks.push(await openCounter(core.ready, index));
    const others = core.ready.stations.filter(({ role }) => role === 'rating' || role === 'kiosk');
    const opened = await Promise.all(others.map(({ url }) => openScreen(url)));
    const admin = await openScreen(stationUrl(core.ready, 'admin'));
    await admin.send({ type: 'sign-in', officerId: 'quan-tri-1', pin });
    const kiosk = await openScreen<KioskView>(stationUrl(core.ready, 'kiosk'));
    const display = await openScreen<DisplayView>(stationUrl(core.ready, 'display'));
    const floor = openFloor(join(hall.folder, 'floor.sqlite'));
    const all: Screen[] = [...desks, ...opened, admin, kiosk, display] as Screen[];

    const floorMs: number[] = [];
    const callMs: number[] = [];
    const issueMs: number[] = [];
    const cpuBefore = cpuMs(core.child.pid);
    for (let turn = 0; turn < taps; turn += 1) {
      if (turn % 100 === 0) say(`views: ${turn} of ${taps} taps`);
      floorMs.push(await timedMs(floor));
      const desk = desks[turn % desks.length];
      if (desk === undefined) throw new Error('no desk');
      callMs.push(await call(desk, display));
      await sure(press(desk, { type: 'begin' }));
      await sure(press(desk, { type: 'finish' }));
      issueMs.push(await takeNumber(kiosk, display, procedures[turn % procedures.length] ?? ''));
      for (const screen of all) screen.views.splice(0, screen.views.length - 1);
    }
    const showsTimes = display.view().lanes.filter(({ waitingMinutes }) => waitingMinutes !== null).length;
    const called = summary(callMs);
    const issued = summary(issueMs);
    const floorSummary = summary(floorMs);
    return {
      rows: [
        { what: 'one fsynced insert (floor)', ...floorSummary },
        { what: `call: tap to view, ${all.length - 1} screens`, ...called },
        { what: 'number: tap to view', ...issued },
      ],
      result: {
        call: called,
        number: issued,
        floor: floorSummary,
        callToFloor: round(called.p50 / floorSummary.p50),
        // Of a whole visit: six taps at the kiosk with its slip, three at the counter.
        coreCpuMsPerVisit: round((cpuMs(core.child.pid) - cpuBefore) / taps),
        lanesWithTimes: showsTimes,
        targetMs,
        met: called.p99 <= targetMs && issued.p99 <= targetMs && showsTimes === lanes.length,
      },
    };
  } finally {
    await core.stop();
    hall.remove();
  }
}

function issue(store: Store, index: number, at: number): void {
  const issued = store.tickets.issue({
    lane: lanes[index % lanes.length] ?? 'A',
    kind: 'file',
    procedure: procedures[index % procedures.length] ?? null,
    priority: index % 10 < 3 ? 'elderly' : null,
    station: 'kiosk',
    at,
  });
  if (!issued.ok) throw new Error(issued.error);
}

/** So much was measured that waiting times are told. */
function serveYesterday(store: Store): void {
  const start = Date.now() - 24 * 60 * minute;
  const counter = { id: 'quay-1', lanes, helps: [] };
  for (let index = 0; index < 200; index += 1) {
    const at = start + index * 2 * minute;
    const by = { officer: 'can-bo-1', counter: counter.id };
    issue(store, index, at);
    const called = store.moves.callNext(counter, by.officer, usualRules, at);
    if (!called.ok) throw new Error(called.error);
    store.moves.move(called.value.ticket.id, { type: 'begin' }, by, at + minute / 4);
    store.moves.move(called.value.ticket.id, { type: 'finish' }, by, at + minute + (index % 7) * 9_000);
  }
}

async function call(desk: Screen<CounterView>, display: Screen<DisplayView>): Promise<number> {
  const newest = display.view().calls[0]?.id ?? 0;
  await desk.until(({ screen }) => screen.at === 'ready', 'a desk ready to call');
  return timedMs(async () => {
    const shown = [
      desk.until(({ screen }) => screen.at === 'called', 'the called number'),
      display.until(({ calls }) => (calls[0]?.id ?? 0) > newest, 'the call on the display'),
    ];
    await sure(press(desk, { type: 'call-next' }));
    await Promise.all(shown);
  });
}

async function takeNumber(
  kiosk: Screen<KioskView>,
  display: Screen<DisplayView>,
  code: string,
): Promise<number> {
  const steps: KioskCommand[] = [
    { type: 'home' },
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code },
  ];
  for (const step of steps) await kiosk.send(step);
  await kiosk.until(({ screen }) => screen.at === 'procedure', 'the procedure');
  const waitingNow = ({ lanes: each }: DisplayView) => each.reduce((sum, lane) => sum + lane.waiting, 0);
  const before = waitingNow(display.view());
  return timedMs(async () => {
    const shown = [
      kiosk.until(({ screen }) => screen.at === 'ticket', 'the ticket'),
      display.until((view) => waitingNow(view) > before, 'one more on the display'),
    ];
    const taken = await kiosk.send({ type: 'take-number' });
    if (!taken.ok) throw new Error(taken.error.message);
    await Promise.all(shown);
  });
}
