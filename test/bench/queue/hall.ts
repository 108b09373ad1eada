import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { centreConfig } from '../../../core/centre-config.ts';
import { usualRules } from '../../../core/queue/rules.ts';
import { openStore, type Db } from '../../../core/store/open.ts';
import { createStore, type Store } from '../../../core/store/store.ts';
import type { CommandResult, CounterView } from '../../../core/contract.ts';
import { removeFolder, stationUrl, temporaryFolder, type CoreReady } from '../../setup/core-process.ts';
import { openScreen, type Screen } from '../../setup/screen.ts';

export const pin = '135790';
export const lanes = ['A', 'B', 'C', 'D', 'E'];
/** One procedure of each lane. */
export const procedures = ['1.001193', '1.004222', '1.013225', '1.001612', '1.001776'];
const fieldsOfLanes = [
  ['Hộ tịch', 'Hộ tịch / liên thông', 'Chứng thực'],
  ['Đăng ký, quản lý cư trú', 'Cấp, quản lý căn cước'],
  ['Đất đai', 'Hoạt động xây dựng'],
  ['Thành lập và hoạt động hộ kinh doanh', 'Lao động', 'Việc làm'],
  ['Bảo trợ xã hội', 'Người có công'],
];

export type BenchHall = { folder: string; data: string; pages: string; remove(): void };

/** A data folder with a large centre in it: every counter helps in every lane, each with an officer of its own. */
export function makeHall(
  counters: number,
  kiosks: number,
  fill: (store: Store, db: Db) => void = () => {},
): BenchHall {
  const folder = temporaryFolder('bench-queue');
  const data = join(folder, 'data');
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>screens</title>');
  const opened = openStore(join(data, 'kiosk.sqlite'));
  if (!opened.ok) throw new Error(opened.error.sentence);
  const db = opened.value;
  const store = createStore(db);
  store.settings.write(
    'centre',
    centreConfig.parse({
      id: 'bench',
      name: 'Trung tâm Phục vụ hành chính công xã Thử Bình',
      unit: 'UBND xã Thử Bình',
      hotline: '1900 0000',
      queue: { ...usualRules, recallAfterSeconds: 0, missAfterSeconds: 0 },
      kiosks,
      lanes: lanes.map((letter, index) => ({ letter, name: `Nhóm ${letter}`, fields: fieldsOfLanes[index] })),
      generalLane: 'A',
      counters: Array.from({ length: counters }, (_, index) => {
        const own = lanes[index % lanes.length] ?? 'A';
        return {
          id: `quay-${index + 1}`,
          name: `Quầy ${index + 1}`,
          lanes: [own],
          helps: lanes.filter((letter) => letter !== own),
        };
      }),
    }),
  );
  for (let index = 1; index <= counters; index += 1)
    store.officers.save({ id: `can-bo-${index}`, name: `Cán bộ ${index}`, role: 'officer' }, pin);
  db.transaction(() => fill(store, db))();
  store.close();
  return { folder, data, pages, remove: () => removeFolder(folder) };
}

export async function openCounter(ready: CoreReady, index: number): Promise<Screen<CounterView>> {
  const counter = await openScreen<CounterView>(stationUrl(ready, `counter-quay-${index}`));
  const signedIn = await counter.send({ type: 'sign-in', officerId: `can-bo-${index}`, pin });
  if (!signedIn.ok) throw new Error(signedIn.error.message);
  return counter;
}

/** Processor time a process has used, in ms; what others do on the machine is not in it. */
export function cpuMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  return ticks * 10;
}

/** A command that has to succeed, or the bench measures something else. */
export async function sure(result: Promise<CommandResult>): Promise<void> {
  const { ok, ...rest } = await result;
  if (!ok) throw new Error(JSON.stringify(rest));
}

export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
