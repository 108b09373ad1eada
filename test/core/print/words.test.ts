import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { areWordsKept, wordsKeptMs } from '../../../core/print/words.ts';
import { openStore } from '../../../core/store/open.ts';
import { createSeal } from '../../../core/store/seal.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';
import { createHandClock } from '../hand-clock.ts';
import { createHandPrinter, inUse, setupSpooler } from './setup-spooler.ts';

const now = { today: '2026-11-24', at: 10_000_000_000 };
const receipt = { kind: 'receipt', day: '2026-11-24', settledAt: now.at - 3_600_000 } as const;

test('a receipt can be printed again while the visit lasts and a quarter of an hour longer', () => {
  expect(areWordsKept(receipt, { state: 'serving', endedAt: null }, now)).toBe(true);
  expect(areWordsKept(receipt, { state: 'done', endedAt: now.at - 60_000 }, now)).toBe(true);
  expect(areWordsKept(receipt, { state: 'done', endedAt: now.at - wordsKeptMs }, now)).toBe(false);
  expect(areWordsKept(receipt, null, now)).toBe(false);
});

test('neither a visit that nobody ended nor a clock that was set back keeps words for ever', () => {
  expect(areWordsKept({ ...receipt, day: '2026-11-23' }, { state: 'serving', endedAt: null }, now)).toBe(
    false,
  );
  expect(areWordsKept({ ...receipt, settledAt: now.at + 86_400_000 }, null, now)).toBe(false);
});

test('a seal opens only with its own key and only what was not changed', () => {
  const seal = createSeal('one secret of sixteen');
  const sealed = seal.seal('Trần Văn Mẫu');
  expect(Buffer.from(sealed).toString('utf8')).not.toContain('Mẫu');
  expect(seal.open(sealed)).toBe('Trần Văn Mẫu');
  expect(createSeal('another secret of its own').open(sealed)).toBeNull();
  const changed = Uint8Array.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(seal.open(changed)).toBeNull();
  expect(seal.open(sealed.subarray(0, 20))).toBeNull();
  expect(seal.seal('Trần Văn Mẫu')).not.toEqual(sealed);
});

test('erased words are nowhere in the files of the store', () => {
  const folder = temporaryFolder('words');
  const opened = openStore(join(folder, 'kiosk.sqlite'));
  if (!opened.ok) throw new Error(opened.error.sentence);
  const db = opened.value;
  const clock = createHandClock();
  const { store, issue } = setupSpooler({ db, clock, printers: [inUse('first', createHandPrinter())] });
  onTestFinished(() => {
    store.close();
    removeFolder(folder);
  });
  issue();
  const [job] = store.printJobs.open();
  const words = Buffer.from(store.printJobs.words(job?.id ?? '') ?? []);
  const isInFiles = () =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(words.subarray(0, 40)));
  expect(isInFiles()).toBe(true);
  store.printJobs.erase([job?.id ?? '']);
  expect(isInFiles()).toBe(false);
});
