import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { WebSocket } from 'ws';
import type { CounterView, KioskView, RatingView } from '../../core/contract.ts';
import { openHall, sampleCard, type Hall } from '../journeys/hall.ts';
import { stationUrl } from '../setup/core-process.ts';
import { press } from '../setup/press.ts';
import { openScreen, type Screen } from '../setup/screen.ts';
import { round, type BenchReport } from './figures.ts';

const early = 50;
const late = 1000;
const growthAllowed = 1.05;
const procedures = ['1.001193', '1.004222', '1.013225', '1.001612', '1.001776'];
const counterOf: Record<string, string> = { A: 'quay-1', B: 'quay-2', C: 'quay-3', D: 'quay-3', E: 'quay-4' };

type Reading = { coreMb: number; coreHeapMb: number; rendererMb: number; rendererHeapMb: number };

/** Core and kiosk page after 1,000 whole visits against after 50, both after a forced collection. */
export async function bench(): Promise<BenchReport> {
  const hall = await openHall({ MOTCUA_LOG_LEVEL: 'warn', NODE_OPTIONS: '--inspect=127.0.0.1:0' });
  try {
    const inspector = await openInspector(hall);
    const page = await hall.open('kiosk', { width: 1080, height: 1920 });
    const pageTools = await hall.context.newCDPSession(page);
    const pid = await rendererPid(page);
    const cast = await openCast(hall);
    const read = () => readMemory(inspector, pageTools, hall.core.child.pid ?? 0, pid);

    for (let visit = 0; visit < early; visit += 1) await playVisit(cast, visit);
    const before = await read();
    for (let visit = early; visit < late; visit += 1) await playVisit(cast, visit);
    const after = await read();
    // A Node that is being looked at does not end before the onlooker leaves.
    inspector.close();

    const growth = {
      core: round(after.coreMb / before.coreMb),
      coreHeap: round(after.coreHeapMb / before.coreHeapMb),
      renderer: round(after.rendererMb / before.rendererMb),
      rendererHeap: round(after.rendererHeapMb / before.rendererHeapMb),
    };
    return {
      rows: [
        { visits: early, ...before },
        { visits: late, ...after },
        {
          visits: 'growth',
          coreMb: growth.core,
          coreHeapMb: growth.coreHeap,
          rendererMb: growth.renderer,
          rendererHeapMb: growth.rendererHeap,
        },
      ],
      result: {
        before,
        after,
        growth,
        target: growthAllowed,
        consoleErrors: hall.consoleErrors.length,
        met: growth.core <= growthAllowed && growth.renderer <= growthAllowed,
      },
    };
  } finally {
    await hall.close();
  }
}

type Cast = {
  kiosk: Screen<KioskView>;
  counters: Map<string, Screen<CounterView>>;
  ratings: Map<string, Screen<RatingView>>;
};

async function openCast(hall: Hall): Promise<Cast> {
  const counters = new Map<string, Screen<CounterView>>();
  const ratings = new Map<string, Screen<RatingView>>();
  for (const id of new Set(Object.values(counterOf))) {
    const counter = await openScreen<CounterView>(stationUrl(hall.core.ready, `counter-${id}`));
    await counter.send({ type: 'sign-in', officerId: 'can-bo-1', pin: hall.pin('can-bo-1') });
    counters.set(id, counter);
    ratings.set(id, await openScreen<RatingView>(stationUrl(hall.core.ready, `rating-${id}`)));
  }
  return { kiosk: await openScreen<KioskView>(stationUrl(hall.core.ready, 'kiosk')), counters, ratings };
}

/** One citizen from the tap to the rating; the page in the browser shows every step of it. */
async function playVisit({ kiosk, counters, ratings }: Cast, index: number): Promise<void> {
  await kiosk.send({ type: 'start' });
  await kiosk.send({ type: 'agree' });
  if (kiosk.view().screen.at !== 'greeting') await kiosk.send({ type: 'card-text', text: sampleCard });
  await kiosk.until(({ screen }) => screen.at === 'greeting', 'the greeting');
  await kiosk.send({ type: 'confirm-card' });
  await kiosk.send({ type: 'choose-procedure', code: procedures[index % procedures.length] ?? '' });
  await kiosk.send({ type: 'take-number' });
  const { screen } = await kiosk.until(
    (view) => view.screen.at === 'ticket' && view.screen.paper.at === 'printed',
    'a ticket',
  );
  const lane = screen.at === 'ticket' ? screen.ticket.number.charAt(0) : '';
  await kiosk.send({ type: 'home' });
  const id = counterOf[lane] ?? '';
  const counter = counters.get(id);
  const rating = ratings.get(id);
  if (!counter || !rating) throw new Error(`no counter for lane ${lane}`);
  for (const type of ['call-next', 'begin', 'finish'] as const) await press(counter, { type });
  const asked = await rating.until((view) => view.screen.at === 'asking', 'the question');
  await rating.send({
    type: 'rate',
    visit: asked.screen.at === 'asking' ? asked.screen.visit : '',
    choice: 'rat-hai-long',
  });
  await rating.until((view) => view.screen.at !== 'asking', 'the thanks');
  // What this bench itself remembers must not count.
  for (const { views } of [kiosk, counter, rating]) views.splice(0, views.length - 1);
}

async function readMemory(
  core: Inspector,
  page: CDPSession,
  corePid: number,
  pagePid: number,
): Promise<Reading> {
  await core.send('HeapProfiler.collectGarbage');
  await page.send('HeapProfiler.collectGarbage');
  const heap = await core.send('Runtime.evaluate', { expression: 'process.memoryUsage().heapUsed' });
  const { usedSize } = await page.send('Runtime.getHeapUsage');
  const mb = (bytes: number) => round(bytes / 1024 / 1024);
  return {
    coreMb: residentMb(corePid),
    coreHeapMb: mb((heap as { result: { value: number } }).result.value),
    rendererMb: residentMb(pagePid),
    rendererHeapMb: mb(usedSize),
  };
}

function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return round(Number(kilobytes) / 1024);
}

async function rendererPid(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const tools = await browser.newBrowserCDPSession();
  const { processInfo } = await tools.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  // The newest renderer is the page that was just opened.
  return Math.max(...renderers);
}

type Inspector = { send(method: string, params?: object): Promise<unknown>; close(): void };

async function openInspector(hall: Hall): Promise<Inspector> {
  const address = /ws:\/\/\S+/.exec(hall.core.errors())?.[0];
  if (!address) throw new Error('the core was started without its inspector');
  const socket = new WebSocket(address);
  await new Promise((resolve) => socket.on('open', resolve));
  let nextId = 1;
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on('message', (data: Buffer) => {
    const { id, result } = JSON.parse(data.toString()) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  return {
    send: (method, params = {}) =>
      new Promise((resolve) => {
        const id = nextId++;
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}
