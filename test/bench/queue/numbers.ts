import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startOfLocalDay } from '../../../core/clock.ts';
import type { KioskCommand, KioskView } from '../../../core/contract.ts';
import { startClockCore, type ClockCore } from '../../setup/core-process.ts';
import { openScreen, type Screen } from '../../setup/screen.ts';
import { makeHall, procedures, say } from './hall.ts';

const kiosks = 4;
const tickets = 10_000;
const killAfterMs = 4_000;
const jumpEveryMs = 700;
const minute = 60_000;

/**
 * Kiosks give numbers while the core is killed again and again, its clock jumps by ten minutes, and midnight passes. A number
 * is acknowledged when the kiosk was told that it has one.
 */
export async function benchNumbers() {
  const hall = makeHall(2, kiosks);
  // The first half of the numbers is given late on one day, the second early on the next.
  const tomorrow = startOfLocalDay(Date.now()) + 24 * 60 * minute;
  const offset = () => {
    const day = acknowledged < tickets / 2 ? tomorrow - 12 * minute : tomorrow + 4 * minute;
    const jump = ([-10, 0, 10][jumps % 3] ?? 0) * minute;
    return day + jump - Date.now();
  };
  const labels: string[] = [];
  let acknowledged = 0;
  let jumps = 0;
  let kills = 0;
  let core = await startClockCore(hall.data, hall.pages, offset());
  const tokens = tokensOf(core);
  let isOver = false;
  const isDone = () => acknowledged >= tickets;
  let restarted = Promise.resolve(core);

  /** Never before it has worked for a while: a core that only starts would give no numbers. */
  async function keepKilling() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, killAfterMs));
      if (isOver) return;
      say(`numbers: ${acknowledged} of ${tickets}, killed ${kills} times`);
      restarted = restart();
      await restarted;
    }
  }

  async function restart(): Promise<ClockCore> {
    await core.stop('SIGKILL');
    kills += 1;
    core = await startClockCore(hall.data, hall.pages, offset());
    return core;
  }

  function acknowledge(label: string) {
    acknowledged += 1;
    labels.push(label);
  }

  async function serve(index: number) {
    while (!isDone()) {
      const running = await restarted;
      const kiosk = await openScreen<KioskView>(kioskUrls(running)[index] ?? '').catch(() => null);
      if (kiosk === null) continue;
      const cut = kiosk.closed.then(() => 'cut' as const);
      for (let turn = index; !isDone(); turn += 1) {
        const code = procedures[turn % procedures.length] ?? '';
        if ((await Promise.race([takeNumber(kiosk, code, acknowledge), cut])) === 'cut') break;
      }
      kiosk.close();
    }
  }

  const killing = keepKilling();
  const jumper = setInterval(() => {
    jumps += 1;
    core.setClock(offset());
  }, jumpEveryMs);
  try {
    await Promise.all(Array.from({ length: kiosks }, (_, index) => serve(index)));
    isOver = true;
    await killing;
    const last = await restarted;
    const sameTokens = JSON.stringify(tokensOf(last)) === JSON.stringify(tokens);
    await last.stop();
    const found = recount(join(hall.data, 'kiosk.sqlite'), labels);
    const met =
      found.duplicates === 0 &&
      found.lost === 0 &&
      found.gaps === 0 &&
      found.days === 2 &&
      sameTokens &&
      kills > 0;
    return {
      rows: [{ what: 'numbers', acknowledged, kills, jumps, ...found }],
      result: { acknowledged, kills, clockJumps: jumps, sameTokens, ...found, met },
    };
  } finally {
    isOver = true;
    clearInterval(jumper);
    await killing;
    await (await restarted).stop();
    hall.remove();
  }
}

async function takeNumber(
  kiosk: Screen<KioskView>,
  code: string,
  acknowledge: (label: string) => void,
): Promise<void> {
  const last = numberOf(kiosk.view());
  const steps: KioskCommand[] = [
    { type: 'home' },
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code },
    { type: 'take-number' },
  ];
  for (const step of steps) {
    const result = await kiosk.send(step);
    if (!result.ok) throw new Error(`${step.type}: ${result.error.message}`);
  }
  const view = await kiosk.until((seen) => ![null, last].includes(numberOf(seen)), 'the number');
  acknowledge(numberOf(view) ?? '');
  kiosk.views.splice(0, kiosk.views.length - 1);
}

function numberOf({ screen }: KioskView): string | null {
  return screen.at === 'ticket' ? screen.ticket.number : null;
}

function kioskUrls(core: ClockCore): string[] {
  return core.ready.stations.filter(({ role }) => role === 'kiosk').map(({ url }) => url);
}

function tokensOf(core: ClockCore): string[] {
  return core.ready.stations.map(({ url }) => new URL(url).hash);
}

/** A label may stand on two papers only where the store has it on two days. */
function recount(path: string, labels: string[]) {
  const db = new Database(path, { readonly: true });
  const rows = db.prepare('select day, queue_day as queueDay, lane, number, label from ticket').all() as {
    day: string;
    queueDay: string;
    lane: string;
    number: number;
    label: string;
  }[];
  db.close();
  const byDay = Map.groupBy(rows, ({ queueDay, label }) => `${queueDay} ${label}`);
  const stored = Map.groupBy(rows, ({ label }) => label);
  const told = Map.groupBy(labels, (label) => label);
  const series = Map.groupBy(rows, ({ day, lane }) => `${day} ${lane}`);
  return {
    stored: rows.length,
    days: new Set(rows.map(({ queueDay }) => queueDay)).size,
    duplicates: [...byDay.values()].filter((same) => same.length > 1).length,
    lost: [...told].reduce(
      (sum, [label, times]) => sum + Math.max(0, times.length - (stored.get(label)?.length ?? 0)),
      0,
    ),
    gaps: [...series.values()].reduce(
      (sum, of) => sum + Math.max(...of.map(({ number }) => number)) - of.length,
      0,
    ),
  };
}
