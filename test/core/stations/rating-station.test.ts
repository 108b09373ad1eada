import { expect, test } from 'vitest';
import { createRatingStation } from '../../../core/stations/rating-station.ts';
import { setupDesk } from './setup-desk.ts';

const day = '2026-11-24';

function setup() {
  const desk = setupDesk();
  const { store, clock } = desk;
  /** One citizen served at counter 1 from call to finish. */
  const serve = () => {
    const at = clock.now();
    store.tickets.issue({ day, lane: 'A', procedure: null, station: 'kiosk', at });
    const called = store.tickets.callNext(day, 'quay-1', ['A'], at);
    if (!called.ok) throw new Error(called.error);
    const { id } = called.value;
    store.tickets.begin(id, 'quay-1', at, () => store.visits.begin(id, 'quay-1', 'can-bo-1', at));
    store.tickets.finish(id, 'quay-1', at, () => store.visits.finish(id, at));
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
