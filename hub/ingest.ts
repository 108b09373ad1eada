import { err, ok, type Result } from '../core/result.ts';
import {
  type Batch,
  type BatchAnswer,
  type Fact,
  isKnown,
  type KnownFact,
  type Refusal,
} from '../core/sync/protocol.ts';
import type { Database, Queries } from './database.ts';
import { ticketChanges } from './ticket-changes.ts';

/**
 * Takes a batch in one transaction: everything that is new, or nothing. Sending again is always safe.
 * `acknowledged` is the highest number through which this hub durably holds every fact of the epoch.
 * Refusals: `old-epoch`, `gap`, `different-fact`.
 */
export function ingest(
  database: Database,
  batch: Batch,
  receivedAt: number,
): Promise<Result<BatchAnswer, Refusal>> {
  return database.transaction<BatchAnswer, Refusal>(async (queries) => {
    // 1. Lock the device, so that the same batch arriving twice at once is taken in turn.
    const cursor = await lockDevice(queries, batch, receivedAt);

    // 2. A lower epoch is a store from before a restore. A higher one starts a new sequence.
    if (batch.epoch < cursor.epoch) return err({ error: 'old-epoch', epoch: cursor.epoch });
    const held = batch.epoch > cursor.epoch ? 0 : cursor.acknowledged;

    // 3. Refuse a gap.
    const first = batch.facts[0].seq;
    if (first > held + 1) return err({ error: 'gap', expected: held + 1 });

    // 4. Skip repeats, but only true ones: two stores under one name must not lose facts in silence.
    const repeats = batch.facts.filter(({ seq }) => seq <= held);
    const stranger = await firstStranger(queries, batch, repeats);
    if (stranger) return err({ error: 'different-fact', seq: stranger.seq });

    // 5. Keep what is new, and what follows from it.
    const fresh = batch.facts.filter(({ seq }) => seq > held);
    const known = fresh.filter((fact) => isKnown(fact));
    await insertFacts(queries, batch, fresh, receivedAt);
    await updateTickets(queries, batch, known);
    await insertRatings(queries, batch, known);

    // 6. Advance the cursor with them.
    const acknowledged = held + fresh.length;
    await advanceDevice(queries, batch, acknowledged, receivedAt);
    return ok({ acknowledged });
  });
}

type Cursor = { epoch: number; acknowledged: number };

async function lockDevice({ query }: Queries, batch: Batch, receivedAt: number): Promise<Cursor> {
  const { id, name } = batch.centre;
  await query('insert into centre (id, name) values ($1, $2) on conflict do nothing', [id, name]);
  // Only a changed name takes the row's lock, so the devices of one centre do not wait for each other.
  await query('update centre set name = $2 where id = $1 and name <> $2', [id, name]);
  await query(
    `insert into device (id, centre_id, epoch, acknowledged, sent_at, received_at)
     values ($1, $2, $3, 0, $4, $5) on conflict do nothing`,
    [batch.device, id, batch.epoch, batch.sentAt, receivedAt],
  );
  const [row] = await query('select epoch, acknowledged from device where id = $1 for update', [
    batch.device,
  ]);
  return { epoch: Number(row?.['epoch']), acknowledged: Number(row?.['acknowledged']) };
}

async function firstStranger({ query }: Queries, batch: Batch, repeats: Fact[]): Promise<Fact | undefined> {
  if (repeats.length === 0) return undefined;
  const rows = await query(
    'select id from fact where device_id = $1 and epoch = $2 and seq between $3 and $4 order by seq',
    [batch.device, batch.epoch, batch.facts[0].seq, batch.facts[0].seq + repeats.length - 1],
  );
  return repeats.find((fact, index) => rows[index]?.['id'] !== fact.id);
}

async function insertFacts(
  { query }: Queries,
  batch: Batch,
  facts: Fact[],
  receivedAt: number,
): Promise<void> {
  if (facts.length === 0) return;
  await query(
    `insert into fact (device_id, epoch, centre_id, received_at, seq, id, type, version, at, body)
     select $1, $2, $3, $4, * from unnest($5::int[], $6::uuid[], $7::text[], $8::int[], $9::bigint[], $10::text[])`,
    [
      batch.device,
      batch.epoch,
      batch.centre.id,
      receivedAt,
      facts.map(({ seq }) => seq),
      facts.map(({ id }) => id),
      facts.map(({ type }) => type),
      facts.map(({ v }) => v),
      facts.map(({ at }) => at),
      facts.map(({ body }) => JSON.stringify(body)),
    ],
  );
}

async function updateTickets({ query }: Queries, batch: Batch, facts: KnownFact[]): Promise<void> {
  const changes = ticketChanges(facts);
  if (changes.length === 0) return;
  await query(
    `insert into ticket (device_id, centre_id, id, day, number, lane, procedure, station, issued_at, called_at, calls,
       counter, begun_at, finished_at, missed_at, paper)
     select $1, $2, * from unnest($3::uuid[], $4::date[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::bigint[], $10::bigint[], $11::int[], $12::text[], $13::bigint[], $14::bigint[], $15::bigint[], $16::text[])
     on conflict (device_id, id) do update set
       day = coalesce(excluded.day, ticket.day),
       number = coalesce(excluded.number, ticket.number),
       lane = coalesce(excluded.lane, ticket.lane),
       procedure = coalesce(excluded.procedure, ticket.procedure),
       station = coalesce(excluded.station, ticket.station),
       issued_at = coalesce(excluded.issued_at, ticket.issued_at),
       called_at = coalesce(ticket.called_at, excluded.called_at),
       calls = greatest(excluded.calls, ticket.calls),
       counter = coalesce(excluded.counter, ticket.counter),
       begun_at = coalesce(excluded.begun_at, ticket.begun_at),
       finished_at = coalesce(excluded.finished_at, ticket.finished_at),
       missed_at = coalesce(excluded.missed_at, ticket.missed_at),
       paper = coalesce(excluded.paper, ticket.paper)`,
    [
      batch.device,
      batch.centre.id,
      changes.map((one) => one.ticket),
      changes.map((one) => one.day),
      changes.map((one) => one.number),
      changes.map((one) => one.lane),
      changes.map((one) => one.procedure),
      changes.map((one) => one.station),
      changes.map((one) => one.issuedAt),
      changes.map((one) => one.calledAt),
      changes.map((one) => one.calls),
      changes.map((one) => one.counter),
      changes.map((one) => one.begunAt),
      changes.map((one) => one.finishedAt),
      changes.map((one) => one.missedAt),
      changes.map((one) => one.paper),
    ],
  );
}

async function insertRatings({ query }: Queries, batch: Batch, facts: KnownFact[]): Promise<void> {
  const ratings = facts.filter((fact) => fact.type === 'rating-given');
  if (ratings.length === 0) return;
  await query(
    `insert into rating (device_id, centre_id, visit, question, counter, lane, procedure, choice, value, given_at)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
       $10::bigint[])
     on conflict do nothing`,
    [
      batch.device,
      batch.centre.id,
      ratings.map(({ body }) => body.visit),
      ratings.map(({ body }) => body.question),
      ratings.map(({ body }) => body.counter),
      ratings.map(({ body }) => body.lane),
      ratings.map(({ body }) => body.procedure),
      ratings.map(({ body }) => body.choice),
      ratings.map(({ body }) => body.value),
      ratings.map(({ at }) => at),
    ],
  );
}

async function advanceDevice(
  { query }: Queries,
  batch: Batch,
  acknowledged: number,
  receivedAt: number,
): Promise<void> {
  await query(
    'update device set centre_id = $2, epoch = $3, acknowledged = $4, sent_at = $5, received_at = $6 where id = $1',
    [batch.device, batch.centre.id, batch.epoch, acknowledged, batch.sentAt, receivedAt],
  );
}
