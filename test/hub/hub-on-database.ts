import { pino } from 'pino';
import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { batchLimitBytes } from '../../core/sync/protocol.ts';
import { createHub } from '../../hub/app.ts';
import type { Database } from '../../hub/database.ts';
import { migrate } from '../../hub/migrate.ts';
import { batchOf, fact, ratingGiven, ratings, thuBinh, ticketIssued, visitFinished } from './facts.ts';

const token = 'a-token-for-devices-only';
const reportKey = 'a-key-for-the-report-only';
const receivedAt = Date.parse('2026-11-24T09:31:00+07:00');

/** What the hub promises on any PostgreSQL. `open` gives the same empty-at-first database each time it is called. */
export function testHubOn(open: () => Promise<Database>): void {
  let database: Database;
  let logged: string[] = [];

  beforeAll(async () => {
    database = await open();
    await migrate(database);
  }, 60_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    logged = [];
    await database.script('truncate rating, ticket, fact, device, centre');
  });

  const hub = () => {
    const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
    return createHub({ database, token, reportKey, clock: { now: () => receivedAt }, log });
  };
  const send = async (payload: unknown, headers: Record<string, string> = {}) => {
    const response = await hub().inject({
      method: 'POST',
      url: '/facts',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
    return { status: response.statusCode, answer: response.json<Record<string, unknown>>() };
  };
  const report = async () => {
    const response = await hub().inject({
      url: '/report',
      headers: { authorization: `Bearer ${reportKey}` },
    });
    return response.json<{ centres: Record<string, unknown>[] }>();
  };
  const keptSeqs = async (device: string, epoch = 1) => {
    const rows = await database.query(
      'select seq from fact where device_id = $1 and epoch = $2 order by seq',
      [device, epoch],
    );
    return rows.map(({ seq }) => seq);
  };
  const count = async (table: 'rating' | 'ticket' | 'device' | 'centre') =>
    (await database.query(`select count(*)::int as n from ${table}`, []))[0]?.['n'];

  test('a batch is acknowledged through its last fact, and the report counts it', async () => {
    const ticket = uuidv4();
    const facts = [
      ticketIssued(1, ticket),
      visitFinished(2, ticket),
      ratingGiven(3, 'hai-long'),
      ticketIssued(4),
    ];
    expect(await send(batchOf(uuidv4(), facts))).toEqual({ status: 200, answer: { acknowledged: 4 } });
    expect((await report()).centres).toEqual([
      {
        id: 'thu-binh',
        name: thuBinh.name,
        ratings: {
          n: 1,
          byChoice: [
            { choice: 'rat-hai-long', label: 'Rất hài lòng', value: 2, n: 0 },
            { choice: 'hai-long', label: 'Hài lòng', value: 1, n: 1 },
            { choice: 'khong-hai-long', label: 'Không hài lòng', value: 0, n: 0 },
          ],
        },
        visitsFinished: 1,
        ticketsIssued: 2,
        lastReceivedAt: receivedAt,
      },
    ]);
  });

  test('a report on an empty hub has no centres', async () => {
    expect((await report()).centres).toEqual([]);
  });

  test('facts of one ticket become one row, whether they come together or in turn', async () => {
    const device = uuidv4();
    const ticket = uuidv4();
    const called = (seq: number, call: number) =>
      fact(seq, 'ticket-called', { ticket, counter: 'quay-1', call });
    await send(
      batchOf(device, [
        ticketIssued(1, ticket),
        called(2, 1),
        fact(3, 'paper', { ticket, outcome: 'uncertain' }),
      ]),
    );
    await send(
      batchOf(device, [
        called(4, 2),
        fact(5, 'ticket-missed', { ticket, counter: 'quay-1' }),
        fact(6, 'ticket-called', { ticket, counter: 'quay-2', call: 3 }),
        fact(7, 'visit-begun', { ticket, counter: 'quay-2' }),
        visitFinished(8, ticket),
      ]),
    );
    const start = Date.parse('2026-11-24T09:00:00+07:00');
    const rows = await database.query(
      `select number, lane, calls, counter, paper, (called_at - $1)::int as called, (missed_at - $1)::int as missed,
         (begun_at - $1)::int as begun, (finished_at - $1)::int as finished from ticket`,
      [start],
    );
    expect(rows).toEqual([
      {
        number: 'A001',
        lane: 'A',
        calls: 3,
        counter: 'quay-1',
        paper: 'uncertain',
        called: 2,
        missed: 5,
        begun: 7,
        finished: 8,
      },
    ]);
  });

  test('what became of a slip is understood as older and as newer cores tell it, with a number or without', async () => {
    const device = uuidv4();
    const [before, after] = [uuidv4(), uuidv4()];
    const slip = (ticket: string | null, outcome: string) => ({
      job: uuidv4(),
      kind: ticket === null ? 'end-of-day' : 'ticket',
      ticket,
      outcome,
      why: null,
      reprint: 0,
      reason: 'first',
      officer: null,
    });
    const answer = await send(
      batchOf(device, [
        ticketIssued(1, before),
        ticketIssued(2, after),
        fact(3, 'paper', { ticket: before, outcome: 'not-printed' }),
        fact(4, 'paper', slip(after, 'failed'), 2),
        fact(5, 'paper', slip(null, 'printed'), 2),
        fact(6, 'paper', slip(after, 'printed'), 2),
      ]),
    );
    expect(answer).toMatchObject({ status: 200 });
    expect(await database.query('select paper from ticket order by number', [])).toEqual([
      { paper: 'not-printed' },
      { paper: 'printed' },
    ]);
    const bad = fact(1, 'paper', { ...slip(after, 'printed'), name: 'Trần Văn Mẫu' }, 2);
    expect(await send(batchOf(uuidv4(), [bad]))).toMatchObject({ status: 422 });
  });

  test('a repeated batch is acknowledged again and counted once', async () => {
    const device = uuidv4();
    const batch = batchOf(device, ratings(1, 5));
    await send(batch);
    expect(await send(batch)).toEqual({ status: 200, answer: { acknowledged: 5 } });
    expect(await count('rating')).toBe(5);
    expect(await keptSeqs(device)).toEqual([1, 2, 3, 4, 5]);
  });

  test('of a batch that overlaps what is held, only the new facts are taken', async () => {
    const device = uuidv4();
    const all = ratings(1, 8);
    await send(batchOf(device, all.slice(0, 5)));
    expect((await send(batchOf(device, all.slice(2)))).answer).toEqual({ acknowledged: 8 });
    expect(await keptSeqs(device)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await count('rating')).toBe(8);
  });

  test('an old batch that arrives late is acknowledged through the newest fact held', async () => {
    const device = uuidv4();
    const all = ratings(1, 6);
    await send(batchOf(device, all.slice(0, 3)));
    await send(batchOf(device, all.slice(3)));
    expect((await send(batchOf(device, all.slice(0, 3)))).answer).toEqual({ acknowledged: 6 });
    expect(await count('rating')).toBe(6);
  });

  test('a gap is refused with the number expected, and leaves no trace', async () => {
    const device = uuidv4();
    expect(await send(batchOf(device, ratings(2, 3)))).toEqual({
      status: 409,
      answer: { error: 'gap', expected: 1 },
    });
    expect(await count('device')).toBe(0);
    expect(await count('centre')).toBe(0);

    await send(batchOf(device, ratings(1, 3)));
    expect(await send(batchOf(device, ratings(5, 6)))).toEqual({
      status: 409,
      answer: { error: 'gap', expected: 4 },
    });
    expect(await keptSeqs(device)).toEqual([1, 2, 3]);
  });

  test('a batch whose facts are out of order or leap is malformed', async () => {
    const device = uuidv4();
    for (const facts of [
      ratings(1, 2).toReversed(),
      [ratingGiven(1), ratingGiven(3)],
      [ratingGiven(1), ratingGiven(1)],
    ]) {
      const { status, answer } = await send(batchOf(device, facts));
      expect(status).toBe(400);
      expect(answer).toMatchObject({ error: 'malformed', field: 'facts.1.seq' });
    }
    expect(await count('device')).toBe(0);
  });

  test('the same batch arriving eight times at once is kept once', async () => {
    const device = uuidv4();
    const all = ratings(1, 50);
    // Known already: otherwise the row that two requests both insert would make them take turns.
    await send(batchOf(device, all.slice(0, 1)));
    const batch = batchOf(device, all);
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(batch)));
    expect(answers).toEqual(answers.map(() => ({ status: 200, answer: { acknowledged: 50 } })));
    expect(await count('rating')).toBe(50);
    expect(await keptSeqs(device)).toHaveLength(50);
  });

  test('two stores that call themselves one device do not lose facts in silence', async () => {
    const device = uuidv4();
    await send(batchOf(device, ratings(1, 4)));
    expect(await send(batchOf(device, ratings(3, 6)))).toEqual({
      status: 409,
      answer: { error: 'different-fact', seq: 3 },
    });
    expect(await keptSeqs(device)).toEqual([1, 2, 3, 4]);
  });

  test('a higher epoch begins at one again; a lower one is refused', async () => {
    const device = uuidv4();
    await send(batchOf(device, ratings(1, 4)));
    expect((await send(batchOf(device, ratings(5, 5), { epoch: 2 }))).answer).toEqual({
      error: 'gap',
      expected: 1,
    });
    expect((await send(batchOf(device, ratings(1, 2), { epoch: 2 }))).answer).toEqual({ acknowledged: 2 });
    expect(await send(batchOf(device, ratings(5, 5)))).toEqual({
      status: 409,
      answer: { error: 'old-epoch', epoch: 2 },
    });
    expect(await keptSeqs(device, 1)).toEqual([1, 2, 3, 4]);
    expect(await keptSeqs(device, 2)).toEqual([1, 2]);
  });

  test('a fact sent again under a new epoch is not counted twice', async () => {
    const device = uuidv4();
    const ticket = uuidv4();
    const facts = [ticketIssued(1, ticket), visitFinished(2, ticket), ratingGiven(3)];
    await send(batchOf(device, facts));
    await send(batchOf(device, facts, { epoch: 2 }));
    expect((await report()).centres[0]).toMatchObject({
      ticketsIssued: 1,
      visitsFinished: 1,
      ratings: { n: 1 },
    });
  });

  test('a fact of an unknown type or a newer version is kept as it came and not counted', async () => {
    const device = uuidv4();
    const odd = { text: 'nul \u0000, lone \ud800, "quoted", {braces}, \\', deep: [[[{}]]] };
    const newer = { ...ratingGiven(2), v: 2, body: { somethingElse: true } };
    const strange = JSON.stringify(batchOf(device, [fact(1, 'door-opened', odd), newer])).replace(
      '"deep"',
      '"__proto__":{"a":1},"deep"',
    );
    expect(await send(strange)).toEqual({ status: 200, answer: { acknowledged: 2 } });
    const rows = await database.query('select body from fact order by seq', []);
    expect(rows.map(({ body }) => body)).toEqual([
      JSON.stringify(odd).replace('"deep"', '"__proto__":{"a":1},"deep"'),
      '{"somethingElse":true}',
    ]);
    expect(await count('rating')).toBe(0);
  });

  test('a known fact with a bad body is refused by number and field, with the whole batch', async () => {
    const device = uuidv4();
    const bad: [object, string][] = [
      [{ choice: '' }, 'body.choice'],
      [{ choice: 'nul\u0000' }, 'body.choice'],
      [{ value: 1.5 }, 'body.value'],
      [{ value: undefined }, 'body.value'],
      [{ fullName: 'Nguyễn Văn Thử' }, 'body'],
    ];
    for (const [change, field] of bad) {
      const good = ratingGiven(2);
      const facts = [ratingGiven(1), { ...good, body: { ...good.body, ...change } }, ratingGiven(3)];
      const { status, answer } = await send(batchOf(device, facts));
      expect({ status, answer }).toMatchObject({ status: 422, answer: { error: 'bad-fact', seq: 2, field } });
      expect(answer['message']).toEqual(expect.any(String));
    }
    expect(await keptSeqs(device)).toEqual([]);
  });

  test('a fact that is wrong around its body is refused by number and field', async () => {
    const device = uuidv4();
    const wrong: [object, string][] = [
      [{ id: uuidv4() }, 'id'],
      [{ type: 'Rating Given' }, 'type'],
      [{ v: 0 }, 'v'],
      [{ at: -1 }, 'at'],
      [{ body: 'text' }, 'body'],
      [{ type: 'note', body: { text: 'ă'.repeat(5_000) } }, 'body'],
    ];
    for (const [change, field] of wrong) {
      const { status, answer } = await send(batchOf(device, [Object.assign(ratingGiven(1), change)]));
      expect({ status, answer }).toMatchObject({ status: 422, answer: { error: 'bad-fact', seq: 1, field } });
    }
    expect(await count('device')).toBe(0);
  });

  test('a malformed batch is refused with the field that is wrong', async () => {
    const device = uuidv4();
    const facts = ratings(1, 1);
    const malformed: [unknown, string][] = [
      ['{"protocol":1', '(all)'],
      ['null', '(all)'],
      [[], '(all)'],
      [batchOf(device, facts, { protocol: 2 }), 'protocol'],
      [batchOf('kiosk-1', facts), 'device'],
      [batchOf(device, facts, { epoch: 0 }), 'epoch'],
      [batchOf(device, facts, { centre: { id: 'thu-binh' } }), 'centre.name'],
      [batchOf(device, facts, { centre: { id: 'thu\u0000binh', name: 'Thử Bình' } }), 'centre.id'],
      [batchOf(device, []), 'facts'],
      [batchOf(device, ratings(1, 501)), 'facts'],
      [batchOf(device, facts, { facts: [null] }), 'facts.0.seq'],
      [batchOf(device, facts, { facts: [{ seq: 2 ** 31 }] }), 'facts.0.seq'],
    ];
    for (const [payload, field] of malformed) {
      const { status, answer } = await send(payload);
      expect({ status, answer }).toMatchObject({ status: 400, answer: { error: 'malformed', field } });
    }
    expect((await send('hello', { 'content-type': 'text/plain' })).answer).toMatchObject({
      error: 'malformed',
    });
    expect(await count('device')).toBe(0);
  });

  test('500 facts fit one batch', async () => {
    expect(await send(batchOf(uuidv4(), ratings(1, 500)))).toEqual({
      status: 200,
      answer: { acknowledged: 500 },
    });
    expect(await count('rating')).toBe(500);
  });

  test('a request over the limit is refused', async () => {
    const { status, answer } = await send(`"${'x'.repeat(batchLimitBytes)}"`);
    expect(status).toBe(413);
    expect(answer).toMatchObject({ error: 'too-large' });
  });

  test('without the right bearer nothing is taken and nothing is shown', async () => {
    const batch = batchOf(uuidv4(), ratings(1, 1));
    for (const authorization of [
      '',
      'Bearer',
      `Bearer ${reportKey}`,
      `Bearer ${token}x`,
      `Basic ${token}`,
      token,
    ]) {
      const { status, answer } = await send(batch, { authorization });
      expect(status).toBe(401);
      expect(answer).toMatchObject({ error: 'unauthorised' });
    }
    for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
      expect((await hub().inject({ url: '/report', headers })).statusCode).toBe(401);
    }
    expect(await count('device')).toBe(0);
  });

  test('a renamed centre keeps its figures under the new name', async () => {
    const device = uuidv4();
    await send(batchOf(device, ratings(1, 1)));
    await send(batchOf(device, ratings(2, 2), { centre: { id: 'thu-binh', name: 'Xã Thử Bình mới' } }));
    expect((await report()).centres).toMatchObject([{ name: 'Xã Thử Bình mới', ratings: { n: 2 } }]);
  });

  test('each centre has its own figures', async () => {
    await send(batchOf(uuidv4(), ratings(1, 2)));
    await send(
      batchOf(uuidv4(), [ratingGiven(1, 'khong-hai-long')], {
        centre: { id: 'an-thu', name: 'Phường An Thử' },
      }),
    );
    expect((await report()).centres).toMatchObject([
      { name: 'Phường An Thử', ratings: { n: 1 } },
      { name: thuBinh.name, ratings: { n: 2 } },
    ]);
  });

  test('the log tells of requests but never of bodies or keys', async () => {
    await send(
      batchOf(uuidv4(), [fact(1, 'note', { text: 'dấu-vết-trong-thân' })], {
        centre: { id: 'dau-vet', name: 'dấu vết' },
      }),
    );
    await report();
    const text = logged.join('\n');
    expect(text).toContain('/facts');
    expect(text).not.toMatch(/dấu|dau-vet|a-token-for|a-key-for/);
  });

  test('when the database fails the answer says to try again, and the log does not quote rows', async () => {
    const failing: Database = {
      ...database,
      transaction: () =>
        Promise.reject(
          Object.assign(new Error('connection lost'), { code: '57P01', detail: 'Key (secret)' }),
        ),
    };
    const log = pino({}, { write: (line: string) => void logged.push(line) });
    const app = createHub({ database: failing, token, reportKey, clock: { now: () => receivedAt }, log });
    const response = await app.inject({
      method: 'POST',
      url: '/facts',
      headers: { authorization: `Bearer ${token}` },
      payload: batchOf(uuidv4(), ratings(1, 1)),
    });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ error: 'unavailable' });
    expect(logged.join('\n')).toContain('57P01');
    expect(logged.join('\n')).not.toContain('secret');
  });

  test('migrations are applied once', async () => {
    await migrate(database);
    expect(await database.query('select number from migration order by number', [])).toEqual([{ number: 1 }]);
  });

  test('a database written by a newer hub is refused', async () => {
    await database.script('insert into migration values (9999, now())');
    await expect(migrate(database)).rejects.toThrow('written by a newer hub (schema 9999');
    await database.script('delete from migration where number = 9999');
  });

  // Last: it replaces the database the others use.
  test('after a restart the hub goes on where it stood', async () => {
    const device = uuidv4();
    const all = ratings(1, 4);
    await send(batchOf(device, all.slice(0, 3)));
    await database.close();
    database = await open();
    await migrate(database);
    expect((await report()).centres).toMatchObject([{ ratings: { n: 3 } }]);
    expect((await send(batchOf(device, all))).answer).toEqual({ acknowledged: 4 });
    expect(await count('rating')).toBe(4);
  });
}
