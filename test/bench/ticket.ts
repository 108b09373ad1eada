import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { CentreConfig } from '../../core/centre-config.ts';
import type { KioskView } from '../../core/contract.ts';
import { openStore } from '../../core/store/open.ts';
import { createStore } from '../../core/store/store.ts';
import { removeFolder, startCoreProcess, temporaryFolder, type CoreReady } from '../setup/core-process.ts';
import { openScreen, type Screen } from '../setup/screen.ts';
import { round, summary, timedMs, type BenchReport } from './figures.ts';
import { openFloor } from './floor.ts';

const visitsOfOne = 400;
const clients = 8;
const perClient = 60;
// One procedure of each lane, so that no series of the day is used up.
const procedures = ['1.001193', '1.004222', '1.013225', '1.001612', '1.001776'];

/** A durable ticket through the WebSocket, beside the raw floor of one fsynced insert on the same disk. */
export async function bench(): Promise<BenchReport> {
  const folder = temporaryFolder('bench-ticket');
  await giveManyKiosks(folder);
  const core = await startCoreProcess(folder, { MOTCUA_LOG_LEVEL: 'warn' });
  try {
    const kiosks = await Promise.all(kioskUrls(core.ready).map((url) => openScreen<KioskView>(url)));
    const [first] = kiosks;
    if (!first) throw new Error('no kiosk');
    const floor = openFloor(join(folder, 'floor.sqlite'));

    await visits(first, 20);
    const floorMs: number[] = [];
    const oneMs: number[] = [];
    // In turns, so that a slow moment of the disk, and the cold start after each pause, fall on both.
    for (let turn = 0; turn < visitsOfOne; turn += 1) {
      floorMs.push(await timedMs(floor));
      oneMs.push(...(await visits(first, 1, turn)).map(({ ms }) => ms));
    }
    const many = (await Promise.all(kiosks.map((kiosk) => visits(kiosk, perClient)))).flat();
    const given = many.map(({ number }) => number);
    const stored = await countStored(core, folder);

    const ratio = round(summary(oneMs).p99 / summary(floorMs).p99);
    const duplicated = given.length - new Set(given).size;
    const lost = 20 + visitsOfOne + given.length - stored.tickets;
    const met = ratio <= 2.5 && duplicated === 0 && lost === 0 && stored.gaps === 0;
    return {
      rows: [
        { what: 'one fsynced insert (floor)', ...summary(floorMs) },
        { what: 'ticket, 1 client', ...summary(oneMs) },
        { what: `ticket, ${clients} clients`, ...summary(many.map(({ ms }) => ms)) },
      ],
      result: {
        floor: summary(floorMs),
        one: summary(oneMs),
        eight: summary(many.map(({ ms }) => ms)),
        p99Ratio: ratio,
        target: 2.5,
        duplicated,
        lost,
        gaps: stored.gaps,
        met,
      },
    };
  } finally {
    await core.stop();
    removeFolder(folder);
  }
}

async function visits(
  kiosk: Screen<KioskView>,
  count: number,
  from = 0,
): Promise<{ ms: number; number: string }[]> {
  const taken: { ms: number; number: string }[] = [];
  for (let index = from; index < from + count; index += 1) {
    await kiosk.send({ type: 'start' });
    await kiosk.send({ type: 'without-card' });
    await kiosk.send({ type: 'choose-procedure', code: procedures[index % procedures.length] ?? '' });
    // A citizen can tap only what is on the screen.
    await kiosk.until(({ screen }) => screen.at === 'procedure', 'the procedure');
    const ms = await timedMs(async () => {
      const result = await kiosk.send({ type: 'take-number' });
      if (!result.ok) throw new Error(result.error.message);
    });
    const view = await kiosk.until(
      ({ screen }) => screen.at === 'ticket' && screen.paper.at !== 'printing',
      'a printed ticket',
    );
    if (view.screen.at !== 'ticket') throw new Error('no ticket');
    taken.push({ ms, number: view.screen.ticket.number });
    await kiosk.send({ type: 'home' });
    await kiosk.until(({ screen }) => screen.at === 'welcome', 'the way home');
    kiosk.views.splice(0, kiosk.views.length - 1);
  }
  return taken;
}

/** Seeds the sample centre, then gives it as many kiosks as there are clients. */
async function giveManyKiosks(folder: string): Promise<void> {
  const core = await startCoreProcess(folder);
  await core.stop();
  const db = openStore(join(folder, 'kiosk.sqlite'));
  if (!db.ok) throw new Error(db.error.sentence);
  const store = createStore(db.value);
  store.settings.write('centre', { ...(store.settings.read('centre') as CentreConfig), kiosks: clients });
  store.close();
}

function kioskUrls(ready: CoreReady): string[] {
  return ready.stations.filter(({ role }) => role === 'kiosk').map(({ url }) => url);
}

async function countStored(core: { stop(): Promise<unknown> }, folder: string) {
  await core.stop();
  const db = new Database(join(folder, 'kiosk.sqlite'), { readonly: true });
  const tickets = db.prepare('select count(*) from ticket').pluck().get() as number;
  const gaps = db
    .prepare('select sum(gap) from (select max(number) - count(*) as gap from ticket group by day, lane)')
    .pluck()
    .get() as number;
  db.close();
  return { tickets, gaps };
}
