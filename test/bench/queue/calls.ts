import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { CounterView } from '../../../core/contract.ts';
import { startCoreProcess } from '../../setup/core-process.ts';
import { press } from '../../setup/press.ts';
import type { Screen } from '../../setup/screen.ts';
import { round, summary, timedMs } from '../figures.ts';
import { openFloor } from '../floor.ts';
import { cpuMs, lanes, makeHall, openCounter, say, sure } from './hall.ts';

const counters = 8;
const tickets = 10_000;
/** Calls that are made; the whole of the tickets lies in the queue for each of them. */
const rounds = 250;
const targetMs = 50;
const minute = 60_000;

/** Counters press "next" in the same moment, again and again, with 10,000 in the queue. */
export async function benchCalls() {
  const hall = makeHall(counters, 1, (store) => {
    const now = Date.now();
    for (let index = 0; index < tickets; index += 1) {
      const issued = store.tickets.issue({
        lane: lanes[index % lanes.length] ?? 'A',
        kind: 'file',
        procedure: null,
        priority: index % 10 < 3 ? 'elderly' : null,
        station: 'kiosk',
        at: now - minute + index,
      });
      if (!issued.ok) throw new Error(issued.error);
    }
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
    const floor = openFloor(join(hall.folder, 'floor.sqlite'));
    const floorMs: number[] = [];
    const answerMs: number[] = [];
    const cpuBefore = cpuMs(core.child.pid);
    for (let turn = 0; turn < rounds; turn += 1) {
      if (turn % 50 === 0) say(`calls: ${turn} of ${rounds} rounds`);
      // The calls of one moment are as many durable writes, one after the other on one disk.
      floorMs.push(
        await timedMs(() => {
          for (let each = 0; each < counters; each += 1) floor();
        }),
      );
      await Promise.all(desks.map((desk) => readyToCall(desk)));
      answerMs.push(
        ...(await Promise.all(desks.map((desk) => timedMs(() => sure(press(desk, { type: 'call-next' })))))),
      );
      await Promise.all(desks.map((desk) => sure(press(desk, { type: 'missed' }))));
      for (const desk of desks) desk.views.splice(0, desk.views.length - 1);
    }
    const cpu = cpuMs(core.child.pid) - cpuBefore;
    await core.stop();
    const { called, twice, stored } = recount(join(hall.data, 'kiosk.sqlite'));
    const lost = tickets - stored + (rounds * counters - called);
    const answer = summary(answerMs);
    const floorSummary = summary(floorMs);
    return {
      rows: [
        { what: `${counters} fsynced inserts (floor)`, ...floorSummary },
        { what: `call next, ${counters} counters at once`, ...answer },
      ],
      result: {
        answer,
        floor: floorSummary,
        p50ToFloor: round(answer.p50 / floorSummary.p50),
        p99ToFloor: round(answer.p99 / floorSummary.p99),
        // Of the two moves that each call is here, with all their views.
        coreCpuMsPerMove: round(cpu / (2 * rounds * counters)),
        called,
        twice,
        lost,
        targetMs,
        met: twice === 0 && lost === 0 && answer.p99 <= targetMs,
      },
    };
  } finally {
    await core.stop();
    hall.remove();
  }
}

async function readyToCall(desk: Screen<CounterView>): Promise<void> {
  await desk.until(({ screen }) => screen.at === 'ready', 'a desk ready to call');
}

function recount(path: string): { called: number; twice: number; stored: number } {
  const db = new Database(path, { readonly: true });
  const one = (sql: string) => db.prepare(sql).pluck().get() as number;
  const counts = {
    called: one('select count(*) from call where call = 1'),
    twice: one(
      'select count(*) from (select ticket from call where call = 1 group by ticket having count(*) > 1)',
    ),
    stored: one("select count(*) from ticket where state in ('waiting', 'missed')"),
  };
  db.close();
  return counts;
}
