import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPglite } from '../../hub/pglite.ts';
import { testHubOn } from './hub-on-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-hub-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

testHubOn(() => openPglite(join(folder, 'hub')));

test('the embedded database asks the disk to keep each commit', async () => {
  const database = await openPglite(join(temporaryFolder(), 'hub'));
  const [settings] = await database.query(
    `select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method,
       current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
    [],
  );
  expect(settings).toEqual({ fsync: 'on', method: 'fsync', commit: 'on', pages: 'on' });
  await database.close();
});

test('one folder serves one hub at a time', async () => {
  const path = join(temporaryFolder(), 'hub');
  const first = await openPglite(path);
  await expect(openPglite(path)).rejects.toThrow('The hub is running already');
  await first.close();
  const second = await openPglite(path);
  await second.close();
});

test('what a first start left half made does not stop the next', async () => {
  const parent = temporaryFolder();
  mkdirSync(join(parent, 'hub.new'));
  writeFileSync(join(parent, 'hub.new', 'PG_VERSION'), '18');
  const database = await openPglite(join(parent, 'hub'));
  expect(await database.query('select 1 as one', [])).toEqual([{ one: 1 }]);
  await database.close();
  expect(readdirSync(parent).toSorted()).toEqual(['hub', 'hub.lock']);
});
