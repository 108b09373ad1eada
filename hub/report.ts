import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from './database.ts';

export type ChoiceCount = { choice: string; label: string; value: number; n: number };
export type CentreReport = {
  id: string;
  name: string;
  ratings: { n: number; byChoice: ChoiceCount[] };
  visitsFinished: number;
  ticketsIssued: number;
  /** Milliseconds since the epoch by the hub's clock. */
  lastReceivedAt: number | null;
};
export type Report = { at: number; centres: CentreReport[] };

/** Counts of everything received so far, a centre a row, in the order of their names. */
export async function readReport({ query }: Pick<Database, 'query'>, at: number): Promise<Report> {
  const centres = await query(
    `select centre.id, centre.name,
       (select count(*)::int from ticket where centre_id = centre.id and finished_at is not null) as visits_finished,
       (select count(*)::int from ticket where centre_id = centre.id and issued_at is not null) as tickets_issued,
       (select max(received_at)::float8 from device where centre_id = centre.id) as last_received_at
     from centre`,
    [],
  );
  const counts = await query(
    'select centre_id, choice, value, count(*)::int as n from rating group by centre_id, choice, value',
    [],
  );
  const read = {
    centres: z.array(centreRow).parse(centres),
    counts: z.array(countRow).parse(counts),
  };
  return {
    at,
    centres: read.centres
      .map((centre) => {
        const byChoice = read.counts.filter((count) => count.centre_id === centre.id);
        return {
          id: centre.id,
          name: centre.name,
          ratings: { n: byChoice.reduce((sum, { n }) => sum + n, 0), byChoice: withEveryChoice(byChoice) },
          visitsFinished: centre.visits_finished,
          ticketsIssued: centre.tickets_issued,
          lastReceivedAt: centre.last_received_at,
        };
      })
      .toSorted((one, other) => one.name.localeCompare(other.name, 'vi') || one.id.localeCompare(other.id)),
  };
}

const centreRow = z.object({
  id: z.string(),
  name: z.string(),
  visits_finished: z.int(),
  tickets_issued: z.int(),
  last_received_at: z.number().nullable(),
});
const countRow = z.object({ centre_id: z.string(), choice: z.string(), value: z.int(), n: z.int() });

const question = z
  .object({ choices: z.array(z.object({ id: z.string(), vi: z.string(), value: z.int() })) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../resources/rating-question.json'), 'utf8')));

/** The choices of the question as shipped, also those nobody tapped, then any a centre asked of its own. Best first. */
function withEveryChoice(counts: { choice: string; value: number; n: number }[]): ChoiceCount[] {
  const shipped = question.choices.map(({ id, vi, value }) => ({
    choice: id,
    label: vi,
    value,
    n: counts.find((count) => count.choice === id && count.value === value)?.n ?? 0,
  }));
  const others = counts
    .filter((count) => !shipped.some(({ choice, value }) => choice === count.choice && value === count.value))
    .map(({ choice, value, n }) => ({ choice, label: choice, value, n }));
  return [...shipped, ...others].toSorted((one, other) => other.value - one.value);
}
