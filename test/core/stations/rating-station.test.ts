import { expect, test } from 'vitest';
import { usualRules } from '../../../core/queue/rules.ts';
import { createRatingStation } from '../../../core/stations/rating-station.ts';
import { setupDesk } from './setup-desk.ts';

const issue = { lane: 'A', kind: 'question', procedure: null, priority: null, station: 'kiosk' } as const;
const counter = { id: 'quay-1', lanes: ['A'], helps: [] };

function setup() {
  const desk = setupDesk();
  const { store, clock } = desk;
  /** One citizen served at counter 1 from call to finish. */
  const serve = () => {
    const at = clock.now();
    store.tickets.issue({ ...issue, at });
    const by = { officer: 'can-bo-1', counter: 'quay-1' };
    const called = store.moves.callNext(counter, by.officer, usualRules, at);
    if (!called.ok) throw new Error(called.error);
    const { id } = called.value.ticket;
    store.moves.move(id, { type: 'begin' }, by, at);
    store.moves.move(id, { type: 'finish' }, by, at);
  };
  return { ...desk, serve };
}

test('the question stands until it is answered, and the thanks are gone within seconds', () => {
  const { deps, clock, serve } = setup();
  const rating = createRatingStation('quay-1', deps);
  serve();
  rating.hear({ type: 'visit-finished' });
  const { screen } = rating.view();
  const visit = screen.at === 'asking' ? screen.visit : '';
  expect(rating.handle({ type: 'rate', visit, choice: 'hai-long' })).toMatchObject({ ok: true });
  expect(rating.view().screen.at).toBe('thanks');
  clock.advance(4_000);
  expect(rating.view().screen.at).toBe('idle');
});

test('the next citizen is never asked about the one before', () => {
  const { deps, serve } = setup();
  const rating = createRatingStation('quay-1', deps);
  serve();
  rating.hear({ type: 'visit-finished' });
  const asked = rating.view().screen;
  rating.hear({ type: 'next-called' });
  expect(rating.view().screen.at).toBe('idle');
  const visit = asked.at === 'asking' ? asked.visit : '';
  expect(rating.handle({ type: 'rate', visit, choice: 'hai-long' })).toMatchObject({ ok: false });
});

test('after a restart the one who was just served is still asked, but not one of long ago', () => {
  const { deps, clock, serve } = setup();
  serve();
  expect(createRatingStation('quay-1', deps).view().screen.at).toBe('asking');
  expect(createRatingStation('quay-2', deps).view().screen.at).toBe('idle');
  clock.advance(91_000);
  expect(createRatingStation('quay-1', deps).view().screen.at).toBe('idle');
});

test('nobody answers, and the screen is quiet again', () => {
  const { deps, clock, serve } = setup();
  const rating = createRatingStation('quay-1', deps);
  serve();
  rating.hear({ type: 'visit-finished' });
  clock.advance(90_000);
  expect(rating.view().screen.at).toBe('idle');
});
