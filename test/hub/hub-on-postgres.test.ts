import { afterAll, expect, test } from 'vitest';
import { ok } from '../../core/result.ts';
import { openPostgres } from '../../hub/postgres.ts';
import { testHubOn } from './hub-on-database.ts';
import { startCluster } from './postgres-cluster.ts';

const cluster = startCluster();

if (typeof cluster === 'string') {
  test.skip(`skipped on PostgreSQL: ${cluster}`, () => {});
} else {
  const lost: string[] = [];
  const open = () =>
    openPostgres({ url: cluster.url, onLostConnection: (error) => lost.push(error.message) });
  testHubOn(() => Promise.resolve(open()));
  // Registered last and so run after the suite closed its connections.
  afterAll(() => cluster.stop(), 30_000);

  test('a connection cut in the middle of a transaction is an error, and the hub lives on', async () => {
    const database = open();
    await database.script('create table if not exists cut (a integer)');
    const cut = database.transaction(async (queries) => {
      await queries.query('insert into cut values (1)', []);
      const [own] = await queries.query('select pg_backend_pid() as pid', []);
      await database.query('select pg_terminate_backend($1)', [own?.['pid']]);
      await queries.query('insert into cut values (2)', []);
      return ok();
    });
    await expect(cut).rejects.toThrow();
    expect(await database.query('select a from cut', [])).toEqual([]);
    await database.script('drop table cut');
    await database.close();
  });
}
