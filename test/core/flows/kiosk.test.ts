import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paper } from '../../../core/contract.ts';
import {
  homeState,
  next,
  timeoutMs,
  type IssuedTicket,
  type KioskEvent,
  type KioskState,
} from '../../../core/flows/kiosk.ts';
import { filingEvents } from './filing-events.ts';
import { disagreeing, readSample, spoilt } from '../card/held-samples.ts';

const ticket = {
  id: 't1',
  number: 'A001',
  laneName: 'Hộ tịch',
  counters: ['Quầy 1'],
  waitingMinutes: null,
  peopleAhead: 0,
  issuedAt: 0,
  kind: 'file' as const,
  procedureName: 'Đăng ký khai sinh',
  statusCode: null,
} satisfies IssuedTicket;
const sound = readSample(
  '079085990001|000000001|Trần Văn Mẫu|12031985|Nam|12 Đường Thử Nghiệm, Phường Mẫu|15062021',
);
const cardRead: KioskEvent = { type: 'card-read', held: sound };

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
    cardRead,
    { type: 'confirm-card' },
    { type: 'choose-procedure', code: '1.001193' },
    { type: 'take-number' },
    { type: 'issued', ticket },
    { type: 'paper', ticket: 't1', paper: { at: 'printed', isConfirmed: true } },
  );
  expect(state.step).toMatchObject({ at: 'ticket', ticket, paper: { at: 'printed' } });
});

test('the path without a card leads to the same choice', () => {
  const withCard = walk({ type: 'start' }, { type: 'agree' }, cardRead, { type: 'confirm-card' });
  const without = walk({ type: 'start' }, { type: 'without-card' });
  expect(without.step).toEqual({ ...withCard.step, card: null });
});

test('a card is read only after the citizen agreed', () => {
  expect(next(walk({ type: 'start' }), cardRead)).toBeNull();
  expect(next(homeState, cardRead)).toBeNull();
});

test('the card itself stays in the hand from its reading until the way home, which leaves nothing of it', () => {
  const steps: KioskEvent[] = [
    { type: 'start' },
    { type: 'agree' },
    cardRead,
    { type: 'confirm-card' },
    { type: 'choose-procedure', code: '1.001193' },
    { type: 'take-number' },
    { type: 'issued', ticket },
    { type: 'paper', ticket: 't1', paper: { at: 'printed', isConfirmed: true } },
  ];
  for (let taken = 3; taken <= steps.length; taken += 1) {
    const state = walk(...steps.slice(0, taken));
    expect(state.step).toMatchObject({ card: { source: 'read', card: { address: expect.any(String) } } });
    expect(next(state, { type: 'home' })?.state).toEqual(homeState);
  }
});

test('from the procedures one goes back to the card that was read, and without one to the notice', () => {
  const read = walk(
    { type: 'start' },
    { type: 'agree' },
    cardRead,
    { type: 'confirm-card' },
    { type: 'back' },
  );
  expect(read.step).toMatchObject({ at: 'greeting', card: { source: 'read' } });
  expect(walk({ type: 'start' }, { type: 'without-card' }, { type: 'back' }).step.at).toBe('notice');
});

test('a double tap on "take a number" issues one ticket', () => {
  const chosen = walk({ type: 'start' }, { type: 'without-card' }, { type: 'choose-procedure', code: 'x' });
  const first = next(chosen, { type: 'take-number' });
  const second = first && next(first.state, { type: 'take-number' });
  expect(first?.effects).toEqual([
    {
      type: 'issue',
      errand: { kind: 'file', procedure: 'x' },
      wishes: { priority: null, share: false },
      card: null,
    },
  ]);
  expect(second?.effects).toEqual([]);
});

test('priority and the sharing of the card go with the number, and are gone with the next choice', () => {
  const chosen = walk(
    { type: 'start' },
    { type: 'agree' },
    cardRead,
    { type: 'confirm-card' },
    { type: 'choose-service', kind: 'result' },
    { type: 'wish-priority', priority: 'elderly' },
    { type: 'share-card', share: true },
  );
  expect(next(chosen, { type: 'take-number' })?.effects).toMatchObject([
    {
      type: 'issue',
      errand: { kind: 'result' },
      wishes: { priority: 'elderly', share: true },
      card: { source: 'read' },
    },
  ]);
  const again = next(chosen, { type: 'back' })?.state ?? chosen;
  expect(next(again, { type: 'choose-service', kind: 'question' })?.state.step).toMatchObject({
    wishes: { priority: null, share: false },
  });
});

test('without a card there is nothing to share', () => {
  const chosen = walk({ type: 'start' }, { type: 'without-card' }, { type: 'choose-procedure', code: 'x' });
  expect(next(chosen, { type: 'share-card', share: true })).toBeNull();
});

test('a code that is refused is asked for again, with the reason', () => {
  const refused = walk(
    { type: 'start' },
    { type: 'without-card' },
    { type: 'have-appointment' },
    { type: 'check-in', code: '123456' },
    { type: 'check-in-refused', why: 'other-day' },
  );
  expect(refused.step).toEqual({ at: 'appointment', card: null, refused: 'other-day' });
});

test('what became of an earlier paper does not touch the ticket of the next citizen', () => {
  const state = walk(
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code: 'x' },
    { type: 'take-number' },
    { type: 'issued', ticket },
  );
  expect(
    next(state, { type: 'paper', ticket: 'another', paper: { at: 'printed', isConfirmed: true } }),
  ).toBeNull();
});

test('the quiet kiosk asks first and goes home, with the language put back, when nobody answers', () => {
  const english = walk({ type: 'choose-language', language: 'en' }, { type: 'start' });
  const asked = next(english, { type: 'timeout' });
  expect(asked?.state.idle).toBe('asked');
  expect(asked?.state.step).toEqual(english.step);
  expect(asked && next(asked.state, { type: 'timeout' })?.state).toEqual(homeState);
  expect(asked && next(asked.state, { type: 'stay' })?.state.idle).toBe('no');
});

test('going back to the welcome puts the language back as every other way home does', () => {
  const english = walk({ type: 'choose-language', language: 'en' }, { type: 'start' });
  expect(next(english, { type: 'back' })?.state).toEqual(homeState);
});

test('a language chosen on the welcome page waits twenty seconds for somebody to begin', () => {
  const chosen = walk({ type: 'choose-language', language: 'en' });
  expect(timeoutMs(chosen)).toBe(20_000);
  expect(next(chosen, { type: 'timeout' })?.state).toEqual(homeState);
});

const plainEvents = [
  'start',
  'agree',
  'without-card',
  'accept-repair',
  'decline-repair',
  'show-number',
  'finish-review',
  'type-number',
  'confirm-card',
  'wrong-card',
  'have-appointment',
  'take-number',
  'papers-ticked',
  'print-preparation',
  'next-step',
  'call-guide',
  'dismiss-guide',
  'guide-released',
  'filing-number',
  'slip-out',
  'slip-not-out',
  'print-slip',
  'back',
  'stay',
  'timeout',
] as const;
const everyEvent: KioskEvent[] = [
  ...plainEvents.map((type) => ({ type })),
  { type: 'choose-language', language: 'en' },
  cardRead,
  { type: 'card-read', held: disagreeing },
  { type: 'card-read', held: spoilt },
  { type: 'card-read', held: { at: 'number', number: '079085990001' } },
  { type: 'card-refused', what: 'web-address' },
  { type: 'correct-field', field: 'dateOfBirth' },
  { type: 'correct-field', field: 'fullName' },
  { type: 'field-typed', field: 'dateOfBirth', value: '1985-03-12' },
  { type: 'field-typed', field: 'fullName', value: 'Trần Văn Mẫu' },
  { type: 'keep-field', field: 'dateOfBirth' },
  { type: 'number-typed', number: '079085990001' },
  { type: 'name-typed', name: 'Trần Văn Mẫu' },
  { type: 'choose-procedure', code: 'x' },
  { type: 'choose-service', kind: 'question' },
  { type: 'wish-priority', priority: 'elderly' },
  { type: 'share-card', share: true },
  ...filingEvents,
  { type: 'check-in', code: '123456' },
  { type: 'check-in-refused', why: 'used' },
  { type: 'issued', ticket },
  { type: 'issue-failed', why: 'store-failed' },
  { type: 'paper', ticket: 't1', paper: { at: 'asks' } },
  { type: 'paper', ticket: 't1', paper: { at: 'voided' } },
  { type: 'number-scanned', found: { ticket: 't1', paper: { at: 'voided' } } },
  { type: 'number-scanned', found: null },
];
/** Picks among the events that mean something where the citizen is, so that runs get to every page. */
const picks = fc.array(fc.nat({ max: 999 }), { minLength: 60, maxLength: 120 });
function pickOne(state: KioskState, pick: number): KioskEvent {
  const meaningful = everyEvent.filter(
    (event) => event.type !== 'stay' && event.type !== 'timeout' && next(state, event),
  );
  return meaningful[pick % meaningful.length] ?? { type: 'stay' };
}

test('whatever happens in whatever order, the way home is open and nothing of the citizen survives it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...everyEvent), { maxLength: 40 }), (events) => {
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

test('every page that can be reached but the welcome goes back, home or on, and home by itself when left alone', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(picks, (run) => {
      let state = homeState;
      for (const pick of run) {
        state = next(state, pickOne(state, pick))?.state ?? state;
        reached.add(state.step.at);
        if (state.step.at !== 'welcome') expect(timeoutMs(state)).toBeGreaterThan(0);
        // However far in, going back ends at the welcome: no two pages send each other back and forth.
        let behind: KioskState | undefined = state;
        for (let steps = 0; steps < 24 && behind; steps += 1) {
          const before: KioskState | undefined = next(behind, { type: 'back' })?.state;
          if (!before) break;
          behind = before;
        }
        expect(['welcome', 'issuing', 'ticket', 'closed']).toContain(behind?.step.at);
      }
    }),
    { numRuns: 400 },
  );
  // The pages of filing are walked through in filing.test.ts.
  const filing = ['filing-question', 'filing-result', 'journey', 'portal'];
  expect([...reached].filter((page) => !filing.includes(page)).toSorted()).toEqual([
    'appointment',
    'closed',
    'correct',
    'errand',
    'greeting',
    'issuing',
    'notice',
    'number',
    'procedures',
    'repair',
    'review',
    'scan',
    'ticket',
    'type-name',
    'type-number',
    'welcome',
  ]);
});

test('a slip is printed again only where the screen asked, and is then being printed', () => {
  const state = walk(
    { type: 'start' },
    { type: 'without-card' },
    { type: 'choose-procedure', code: 'x' },
    { type: 'take-number' },
    { type: 'issued', ticket },
  );
  const after = (paper: Paper) => next(state, { type: 'paper', ticket: 't1', paper })?.state ?? state;
  const again = {
    effects: [{ type: 'reprint', ticket: 't1' }],
    state: { step: { paper: { at: 'printing' } } },
  };
  expect(next(after({ at: 'asks' }), { type: 'slip-not-out' })).toMatchObject(again);
  expect(next(after({ at: 'printed', isConfirmed: false }), { type: 'slip-not-out' })).toMatchObject(again);
  expect(next(after({ at: 'voided' }), { type: 'print-slip' })).toMatchObject(again);
  expect(next(after({ at: 'not-printed' }), { type: 'print-slip' })).toMatchObject(again);
  expect(next(after({ at: 'printed', isConfirmed: true }), { type: 'slip-not-out' })).toBeNull();
  expect(next(after({ at: 'printing' }), { type: 'slip-not-out' })).toBeNull();
  expect(next(after({ at: 'asks' }), { type: 'print-slip' })).toBeNull();
  expect(next(after({ at: 'asks' }), { type: 'slip-out' })?.effects).toEqual([
    { type: 'slip-seen', ticket: 't1' },
  ]);
  expect(next(after({ at: 'voided' }), { type: 'slip-out' })).toBeNull();
});
