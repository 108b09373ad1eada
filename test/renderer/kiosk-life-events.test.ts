import { expect, test } from 'vitest';
import { lifeEventsOf } from '../../renderer/screens/kiosk/life-events.ts';
import { summaries } from './fixtures.ts';

test('six events, no more than one look takes in, lead to at least the twenty procedures most wanted', () => {
  const events = lifeEventsOf(summaries);
  expect(events).toHaveLength(6);
  expect(
    new Set(events.flatMap(({ procedures }) => procedures.map(({ code }) => code))).size,
  ).toBeGreaterThanOrEqual(20);
  for (const { procedures } of events) expect(procedures.length).toBeLessThanOrEqual(7);
});

test('every event that the catalogue names is one the kiosk shows', () => {
  const shown = new Set<string>(lifeEventsOf(summaries).map(({ id }) => id));
  expect(summaries.flatMap(({ lifeEvents }) => lifeEvents).filter((id) => !shown.has(id))).toEqual([]);
});

test('an event that leads nowhere is not shown', () => {
  const births = summaries.filter(({ lifeEvents }) => lifeEvents.includes('birth'));
  expect(lifeEventsOf(births).map(({ id }) => id)).toContain('birth');
  expect(lifeEventsOf(births).map(({ id }) => id)).not.toContain('business');
  expect(lifeEventsOf([])).toEqual([]);
});
