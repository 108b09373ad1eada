import { seededRandom } from '../../core/queue/random.ts';
import { homeState, next, type KioskEvent, type KioskState } from '../../core/flows/kiosk.ts';
import { filingEvents } from '../core/flows/filing-events.ts';
import { openHall } from '../journeys/hall.ts';
import { round } from './figures.ts';
import { createVisitor, readingSeconds } from './journey-visitor.ts';

const steps = 20_000;
/** What people come for most. */
const procedures = [
  'Đăng ký khai sinh',
  'Đăng ký kết hôn',
  'Đăng ký khai tử',
  'Đăng ký thường trú',
  'Đăng ký tạm trú',
  'Chứng thực bản sao từ bản chính giấy tờ, văn bản',
  'Cấp Giấy xác nhận tình trạng hôn nhân',
];

/**
 * From the welcome page to the slip, by somebody who knows no page beforehand, in a real browser: once for a number, once
 * through the questions to the slip to prepare by. Then many random steps through the flow.
 */
export async function bench() {
  const hall = await openHall({ MOTCUA_LOG_LEVEL: 'warn' }, { camera: 'none' });
  const rows: Record<string, string | number>[] = [];
  let crowded = 0;
  try {
    const page = await hall.open('kiosk', { width: 1080, height: 1920 });
    const visitor = createVisitor(page);
    for (const name of procedures) {
      const topic = await visitor.findTopic(name);
      const number = await visitor.takeNumber(topic, name);
      const guided = await visitor.beGuided(topic, name);
      crowded += number.crowded + guided.crowded;
      rows.push({
        procedure: name.slice(0, 34),
        'taps to number': number.taps,
        'machine s': round(number.machineMs / 1000),
        'with reading s': round(number.machineMs / 1000 + readingSeconds(number)),
        'taps guided': guided.taps,
        'machine s ': round(guided.machineMs / 1000),
        'with reading s ': round(guided.machineMs / 1000 + readingSeconds(guided)),
        pages: guided.pages,
      });
    }
  } finally {
    await hall.close();
  }
  const walk = randomWalk(steps, 20261124);
  const most = (column: string) => Math.max(...rows.map((row) => Number(row[column])));
  return {
    rows,
    result: {
      procedures: rows.length,
      mostTapsToNumber: most('taps to number'),
      mostTapsGuided: most('taps guided'),
      mostMachineSeconds: most('machine s '),
      mostSecondsWithReading: most('with reading s '),
      pagesWithMoreThanOneQuestion: crowded,
      randomSteps: walk.steps,
      deadEnds: walk.deadEnds,
      pagesReached: walk.pages,
      met:
        rows.length === procedures.length &&
        crowded === 0 &&
        walk.deadEnds === 0 &&
        hall.consoleErrors.length === 0,
    },
  };
}

/** A dead end: nothing can be done, or neither the way home nor a time limit leads out. */
function randomWalk(count: number, seed: number) {
  const random = seededRandom(seed);
  const events: KioskEvent[] = [
    ...filingEvents,
    ...(
      [
        'start',
        'without-card',
        'papers-ticked',
        'print-preparation',
        'next-step',
        'call-guide',
        'dismiss-guide',
        'filing-number',
        'take-number',
        'back',
      ] as const
    ).map((type) => ({ type })),
    { type: 'choose-procedure', code: 'x' },
    { type: 'issue-failed', why: 'outside-hours' },
  ];
  const pages = new Set<string>();
  let state: KioskState = homeState;
  let deadEnds = 0;
  for (let step = 0; step < count; step += 1) {
    const moves = events.flatMap((event) => next(state, event) ?? []);
    const home = next(state, { type: 'home' })?.state;
    const leaves = moves.length > 0 || state.step.at === 'closed';
    if (!leaves || home !== homeState) deadEnds += 1;
    state = moves[Math.floor(random() * moves.length)]?.state ?? homeState;
    pages.add(state.step.at);
  }
  return { steps: count, deadEnds, pages: pages.size };
}
