import { expect, test } from 'vitest';
import { topicsOf } from '../../renderer/screens/kiosk/topics.ts';
import { summaries } from './fixtures.ts';

test('every procedure stands behind exactly one topic, also one of a field nobody has heard of', () => {
  const stranger = { ...summaries[0]!, code: '9.999999', field: 'Lĩnh vực mới' };
  const all = [...summaries, stranger];
  const shown = topicsOf(all).flatMap((topic) => topic.procedures);
  expect(shown).toHaveLength(all.length);
  expect(new Set(shown.map(({ code }) => code)).size).toBe(all.length);
  expect(topicsOf(all).at(-1)).toMatchObject({ id: 'other', procedures: [stranger] });
});

test('no topic is shown with nothing behind it, and the whole catalogue fits on one page', () => {
  const topics = topicsOf(summaries);
  expect(topics.every((topic) => topic.procedures.length > 0)).toBe(true);
  expect(topics.length).toBeLessThanOrEqual(11);
  expect(topicsOf([])).toEqual([]);
});
