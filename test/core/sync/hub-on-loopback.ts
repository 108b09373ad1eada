import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createHub } from '../../../hub/app.ts';
import type { Database } from '../../../hub/database.ts';

export const token = 'a-token-for-devices-only';

export type LoopbackHub = { url: string; start: () => Promise<void>; stop: () => Promise<void> };

/** The real hub on a real port, which can go down and come back on the same port. */
export async function hubOnLoopback(database: Database): Promise<LoopbackHub> {
  let app: FastifyInstance | null = null;
  let port = 0;
  const start = async () => {
    const log = pino({ level: 'silent' });
    app = createHub({
      database,
      token,
      reportKey: 'a-key-for-the-report-only',
      clock: { now: () => 1 },
      log,
    });
    const url = await app.listen({ host: '127.0.0.1', port });
    port = Number(new URL(url).port);
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    stop: async () => {
      await app?.close();
    },
  };
}

/** What the hub holds of a device, in order: each fact's number, id and type. */
export async function heldBy(
  database: Database,
  device: string,
): Promise<{ seq: number; id: string; type: string }[]> {
  const rows = await database.query(
    'select seq, id, type from fact where device_id = $1 order by epoch, seq',
    [device],
  );
  return rows.map(({ seq, id, type }) => ({ seq: Number(seq), id: String(id), type: String(type) }));
}
