import fc from 'fast-check';
import { expect, test } from 'vitest';
import { homeState, next, timeoutMs, type KioskEvent, type KioskState } from '../../../core/flows/kiosk.ts';

const ticket = {
  id: 't1',
  number: 'A001',
  laneName: 'Hộ tịch',
  counters: ['Quầy 1'],
  waitingMinutes: null,
  peopleAhead: 0,
  issuedAt: 0,
  procedureName: 'Đăng ký khai sinh',
};
const card = { fullName: 'Trần Văn Mẫu', maskedNumber: '•••• •••• 0001', birthYear: '1985', review: [] };

function walk(...events: KioskEvent[]): KioskState {
  return events.reduce<KioskState>((state, event) => {
    const move = next(state, event);
    if (!move) throw new Error(`${event.type} has no meaning at ${state.step.at}`);
    return move.state;
  }, homeState);
}

test('a citizen goes from the welcome through the notice and the card to a number', () => {
  const state = walk(
    { type: 'start' },
    { type: 'agree' },
    { type: 'card-read', card },
    { type: 'confirm-card' },
    { type: 'choose-procedure', code: '1.001193' },
    { type: 'take-number' },
    { type: 'issued', ticket },
    { type: 'paper', ticket: 't1', paper: { at: 'printed' } },
  );
  expect(state.step).toEqual({ at: 'ticket', ticket, paper: { at: 'printed' } });
});

test('the path without a card leads to the same choice', () => {
  const withCard = walk(
    { type: 'start' },
    { type: 'agree' },
    { type: 'card-read', card },
    { type: 'confirm-card' },
  );
  const without = walk({ type: 'start' }, { type: 'without-card' });
  expect(without.step).toEqual(withCard.step);
});

test('a card is read only after the citizen agreed', () => {
  expect(next(walk({ type: 'start' }), { type: 'card-read', card })).toBeNull();
  expect(next(homeState, { type: 'card-read', card })).toBeNull();
});

test('a double tap on "take a number" issues one ticket', () => {
  const chosen = walk({ type: 'start' }, { type: 'without-card' }, { type: 'choose-procedure', code: 'x' });
  const first = next(chosen, { type: 'take-number' });
  const second = first && next(first.state, { type: 'take-number' });
  expect(first?.effects).toEqual([{ type: 'issue', code: 'x' }]);
  expect(second?.effects).toEqual([]);
});

test('what became of an earlier paper does not touch the ticket of the next citizen', () => {
  const state = walk(
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code: 'x' },
    { type: 'take-number' },
    { type: 'issued', ticket },
  );
  expect(next(state, { type: 'paper', ticket: 'another', paper: { at: 'printed' } })).toBeNull();
});

test('the quiet kiosk asks first and goes home, with the language put back, when nobody answers', () => {
  const english = walk({ type: 'choose-language', language: 'en' }, { type: 'start' });
  const asked = next(english, { type: 'timeout' });
  expect(asked?.state.idle).toBe('asked');
  expect(asked?.state.step).toEqual(english.step);
  expect(asked && next(asked.state, { type: 'timeout' })?.state).toEqual(homeState);
  expect(asked && next(asked.state, { type: 'stay' })?.state.idle).toBe('no');
});

const anyEvent: fc.Arbitrary<KioskEvent> = fc.oneof(
  ...(
    [
      'start',
      'agree',
      'without-card',
      'confirm-card',
      'wrong-card',
      'take-number',
      'back',
      'stay',
      'timeout',
    ] as const
  ).map((type) => fc.constant({ type })),
  fc.constantFrom<KioskEvent>(
    { type: 'choose-language', language: 'en' },
    { type: 'card-read', card },
    { type: 'card-refused', what: 'web-address' },
    { type: 'choose-procedure', code: 'x' },
    { type: 'issued', ticket },
    { type: 'issue-failed', why: 'store-failed' },
    { type: 'paper', ticket: 't1', paper: { at: 'uncertain' } },
  ),
);

test('whatever happens in whatever order, the way home is open and nothing of the citizen survives it', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      let state = homeState;
      let issues = 0;
      let tickets = 0;
      for (const event of events) {
        const move = next(state, event);
        if (!move) continue;
        issues += move.effects.filter(({ type }) => type === 'issue').length;
        if (event.type === 'issued') tickets += 1;
        state = move.state;
      }
      expect(tickets).toBeLessThanOrEqual(issues);
      expect(next(state, { type: 'home' })?.state).toEqual(homeState);
      // Left alone, every state but the welcome ends at home by itself.
      for (let waits = 0; waits < 3 && timeoutMs(state) !== null; waits += 1) {
        state = next(state, { type: 'timeout' })?.state ?? state;
      }
      expect(state).toEqual(homeState);
    }),
  );
});
