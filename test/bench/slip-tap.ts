import { join } from 'node:path';
import type { KioskCommand, KioskView } from '../../core/contract.ts';
import { createFakeTcpPrinter } from '../../core/devices/fake-tcp-printer.ts';
import { removeFolder, startCoreProcess, stationUrl, temporaryFolder } from '../setup/core-process.ts';
import { openScreen, type Screen } from '../setup/screen.ts';
import { round, summary, timedMs } from './figures.ts';
import { openFloor } from './floor.ts';

const taps = 200;
const warmUp = 10;
const targetMs = 250;
// One procedure of each lane, so that no series of the day is used up.
const procedures = ['1.001193', '1.004222', '1.013225', '1.001612', '1.001776'];

/** From the tap on "take a number" until a printer on the network has taken the last byte of its slip, through the durable ticket. */
export async function benchTap() {
  const folder = temporaryFolder('bench-slip');
  const printer = await createFakeTcpPrinter();
  const core = await startCoreProcess(folder, {
    MOTCUA_PRINTER: `tcp://127.0.0.1:${printer.port}`,
    MOTCUA_LOG_LEVEL: 'warn',
  });
  try {
    const kiosk = await openScreen<KioskView>(stationUrl(core.ready, 'kiosk'));
    const floor = openFloor(join(folder, 'floor.sqlite'));
    const floorMs: number[] = [];
    const answerMs: number[] = [];
    const slipMs: number[] = [];
    for (let turn = 0; turn < warmUp + taps; turn += 1) {
      const floorOfTurn = await timedMs(floor);
      await goToButton(kiosk, procedures[turn % procedures.length] ?? '');
      const before = printer.slips().length;
      const start = performance.now();
      await sure(kiosk, { type: 'take-number' });
      const answered = performance.now() - start;
      while (printer.slips().length === before) await nextTurn();
      const printed = performance.now() - start;
      await kiosk.until(
        ({ screen }) => screen.at === 'ticket' && screen.paper.at === 'printed',
        'a printed ticket',
      );
      await sure(kiosk, { type: 'home' });
      kiosk.views.splice(0, kiosk.views.length - 1);
      if (turn < warmUp) continue;
      floorMs.push(floorOfTurn);
      answerMs.push(answered);
      slipMs.push(printed);
    }
    const slip = summary(slipMs);
    return {
      rows: [
        { what: 'one fsynced insert (floor)', ...summary(floorMs) },
        { what: 'tap to answer', ...summary(answerMs) },
        { what: 'tap to last byte at the printer', ...slip },
      ],
      result: {
        slip,
        answer: summary(answerMs),
        floor: summary(floorMs),
        p50ToFloor: round(slip.p50 / summary(floorMs).p50),
        printed: printer.slips().length,
        targetMs,
        met: slip.p99 <= targetMs && printer.slips().length === warmUp + taps,
      },
    };
  } finally {
    await core.stop();
    await printer.close();
    removeFolder(folder);
  }
}

async function goToButton(kiosk: Screen<KioskView>, code: string): Promise<void> {
  await sure(kiosk, { type: 'start' });
  await sure(kiosk, { type: 'without-card' });
  await sure(kiosk, { type: 'choose-procedure', code });
  await kiosk.until(({ screen }) => screen.at === 'procedure', 'the procedure');
}

async function sure(kiosk: Screen<KioskView>, command: KioskCommand): Promise<void> {
  const result = await kiosk.send(command);
  if (!result.ok) throw new Error(`${command.type}: ${result.error.message}`);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
