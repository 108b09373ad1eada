import { assert, asyncProperty, array, constantFrom, integer, record } from 'fast-check';
import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSyncLoop } from '../../../core/sync/loop.ts';
import type { Database } from '../../../hub/database.ts';
import { migrate } from '../../../hub/migrate.ts';
import { openMemoryPglite } from '../../../hub/pglite.ts';
import { ratingGiven } from '../../hub/facts.ts';
import { createHandClock } from '../hand-clock.ts';
import { heldBy, hubOnLoopback, type LoopbackHub, token } from './hub-on-loopback.ts';
import { createMemoryOutbox } from './memory-outbox.ts';

let database: Database;
let hub: LoopbackHub;
beforeAll(async () => {
  database = await openMemoryPglite();
  await migrate(database);
  hub = await hubOnLoopback(database);
}, 60_000);
afterAll(async () => {
  await hub.stop();
  await database.close();
});
beforeEach(() => database.script('truncate rating, ticket, fact, device, centre'));

const faults = [
  'none',
  'dropped',
  'answer-lost',
  'twice',
  'old-one-again',
  'nonsense',
  'server-error',
] as const;
type Fault = (typeof faults)[number];

/** The line to the hub; before each request it takes the next fault, and none when they are used up. */
function badLine(script: Fault[]): typeof fetch {
  const left = [...script];
  const sent: Parameters<typeof fetch>[] = [];
  return async (...request) => {
    const fault = left.shift() ?? 'none';
    if (fault === 'dropped') throw new TypeError('fetch failed');
    if (fault === 'nonsense') return new Response('<html>Wi-Fi miễn phí</html>', { status: 200 });
    if (fault === 'server-error') return new Response('', { status: 502 });
    sent.push(request);
    if (fault === 'old-one-again') await fetch(...(sent[0] ?? request));
    if (fault === 'twice') await fetch(...request);
    const response = await fetch(...request);
    if (fault === 'answer-lost') throw new TypeError('fetch failed');
    return response;
  };
}

type Act = { facts: number; bad: 'none' | 'one'; next: 'nudge' | 'restart' };

test('whatever the line does, two kiosks and the hub agree in the end, and every rating counts once', async () => {
  let requests = 0;
  let facts = 0;
  const act = record<Act>({
    facts: integer({ min: 0, max: 12 }),
    bad: constantFrom('none', 'none', 'none', 'one'),
    next: constantFrom('nudge', 'nudge', 'restart'),
  });
  const kiosk = record({
    acts: array(act, { minLength: 1, maxLength: 6 }),
    line: array(constantFrom(...faults), { maxLength: 12 }),
  });

  const property = asyncProperty(kiosk, kiosk, async (one, other) => {
    const play = async ({ acts, line }: typeof one) => {
      const outbox = createMemoryOutbox(uuidv4());
      const clock = createHandClock();
      const shaky = badLine(line);
      const begin = () =>
        createSyncLoop({
          outbox,
          centre: { id: 'thu-binh', name: 'Xã Thử Bình' },
          hub: { url: hub.url, token },
          clock,
          fetch: (...request) => {
            requests += 1;
            return shaky(...request);
          },
          random: () => 0.5,
          onChange: () => {},
        });
      let loop = begin();
      for (const { facts: more, bad, next } of acts) {
        for (let index = 0; index < more; index += 1) outbox.record('rating-given', ratingGiven(1).body);
        if (bad === 'one') outbox.record('rating-given', { choice: 'half a body' });
        if (next === 'restart') {
          loop.stop();
          loop = begin();
        }
        loop.nudge();
        clock.advance(0);
        await loop.syncNow();
      }
      // The line is good once its script is used up; no new fact and no restart helps from here on, only the clock.
      for (let waits = 0; waits <= line.length && outbox.summary().pending > 0; waits += 1) {
        clock.advance(60_000);
        await loop.syncNow();
      }
      loop.stop();
      return outbox;
    };
    const outboxes = await Promise.all([play(one), play(other)]);
    for (const outbox of outboxes) {
      facts += outbox.facts.length;
      expect(outbox.summary().pending).toBe(0);
      expect(await heldBy(database, outbox.device)).toEqual(
        outbox.facts.map(({ seq, id, type, setAside }) => ({ seq, id, type: setAside ? 'set-aside' : type })),
      );
      const good = outbox.facts.filter(({ setAside }) => !setAside);
      const [counted] = await database.query('select count(*)::int as n from rating where device_id = $1', [
        outbox.device,
      ]);
      expect(counted).toEqual({ n: good.length });
      expect(outbox.reasons.size).toBe(outbox.facts.length - good.length);
    }
  });
  await assert(property, { seed: 20_261_124, numRuns: 50 });
  // Guards the test itself: a line or a generator that does nothing would pass too.
  expect(facts).toBeGreaterThan(1_000);
  expect(requests).toBeGreaterThan(300);
}, 120_000);
