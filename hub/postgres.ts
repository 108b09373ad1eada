import { Pool, type PoolClient } from 'pg';
import type { Database, Queries } from './database.ts';

export type PostgresParts = { url: string; onLostConnection: (error: Error) => void };

/** A pool on a PostgreSQL server. Every statement gives up before the kiosks do (they wait 10 s). */
export function openPostgres({ url, onLostConnection }: PostgresParts): Database {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 8_000,
    idle_in_transaction_session_timeout: 8_000,
    application_name: 'mot-cua-hub',
  });
  // Without listeners a server restart would end the hub as well; the pool's own covers only idle connections.
  pool.on('error', onLostConnection);

  return {
    ...queriesOn(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      client.on('error', onLostConnection);
      let broken = false;
      try {
        await client.query('begin');
        const result = await work(queriesOn(client));
        await client.query(result.ok ? 'commit' : 'rollback');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.off('error', onLostConnection);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function queriesOn(target: Pool | PoolClient): Queries {
  return {
    query: async (sql, values) => (await target.query<Record<string, unknown>>(sql, values)).rows,
    script: async (sql) => {
      await target.query(sql);
    },
  };
}
