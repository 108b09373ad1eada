import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../core/store/open.ts';
import { createStore } from '../../../core/store/store.ts';
import { removeFolder, temporaryFolder } from '../../setup/core-process.ts';

const migrations = resolve(import.meta.dirname, '../../../core/store/migrations');

test('a store from before the whole queue keeps its tickets, visits and ratings', () => {
  const folder = temporaryFolder('migrations');
  onTestFinished(() => removeFolder(folder));
  const onlyFirst = join(folder, 'first');
  mkdirSync(onlyFirst);
  copyFileSync(join(migrations, '001-first.sql'), join(onlyFirst, '001-first.sql'));
  const path = join(folder, 'kiosk.sqlite');
  const old = openStore(path, onlyFirst);
  if (!old.ok) throw new Error(old.error.sentence);
  old.value.exec(`
    insert into ticket values
      ('t1', '2026-11-24', 'A', 1, 'A001', '1.001193', 'kiosk', 'done', 100, 'quay-1', 200, 1, 300),
      ('t2', '2026-11-24', 'A', 2, 'A002', null, 'kiosk', 'waiting', 150, null, null, 0, null);
    insert into visit values ('v1', 't1', 'quay-1', 'can-bo-1', 210, 300);
    insert into rating values ('v1', 'q', 'hai-long', 1, 'quay-1', '2026-11-24', 310);
  `);
  old.value.close();

  const db = openStore(path);
  if (!db.ok) throw new Error(db.error.sentence);
  onTestFinished(() => void db.value.close());
  expect(db.value.pragma('foreign_keys', { simple: true })).toBe(1);
  const store = createStore(db.value);
  expect(store.tickets.find('t1')).toMatchObject({ label: 'A001', state: 'done', kind: 'file', rank: 100 });
  expect(store.tickets.inState('2026-11-24', 'waiting')).toMatchObject([
    { id: 't2', line: 'A', queueDay: '2026-11-24', priority: null, version: 0 },
  ]);
  expect(store.visits.finishedVisits({ from: 0, to: 1000 })).toBe(1);
  expect(store.visits.ratingsByChoice('q', { from: 0, to: 1000 })).toEqual(new Map([['hai-long', 1]]));
  const issued = store.tickets.issue({
    lane: 'A',
    kind: 'question',
    procedure: null,
    priority: null,
    station: 'kiosk',
    at: Date.parse('2026-11-24T09:00:00+07:00'),
  });
  expect(issued).toMatchObject({ ok: true, value: { label: 'A003' } });
});
