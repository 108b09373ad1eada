import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  adviceFor,
  paperStandings,
  questionsAsked,
  type FilingAnswers,
  type FilingFacts,
} from '../../../core/flows/filing.ts';
import { homeState, next, timeoutMs, type KioskEvent, type KioskState } from '../../../core/flows/kiosk.ts';
import { facts, filingEvents } from './filing-events.ts';

const answers: FilingAnswers = { whose: 'self', account: 'level-2', phone: 'ready', papers: [0] };
const onlineOnly = { ...facts, onlineOnly: true };
const noPapers = { ...facts, papers: [] };

test.each<[string, FilingFacts, Partial<FilingAnswers>, string, string]>([
  ['has all but papers to photograph', facts, {}, 'phone', 'papers-by-phone'],
  ['has nothing to photograph', noPapers, {}, 'here', 'nothing-to-photograph'],
  ['stands at a kiosk without the portal', { ...noPapers, here: 'no-shell' }, {}, 'phone', 'own-phone'],
  ['has no account of level 2', facts, { account: 'below' }, 'counter', 'account-below'],
  ['has none, for what is online only', onlineOnly, { account: 'below' }, 'guide', 'account-below'],
  ['does not know the account', facts, { account: 'unknown' }, 'guide', 'account-unknown'],
  ['acts for somebody else', facts, { whose: 'other' }, 'counter', 'for-another'],
  ['acts for another, online only', onlineOnly, { whose: 'other' }, 'guide', 'for-another'],
  ['has no phone here', facts, { phone: 'none' }, 'guide', 'no-phone'],
  ['has a phone that cannot sign in', facts, { phone: 'trouble' }, 'guide', 'phone-trouble'],
])('who %s is sent the right way, and told why', (_who, given, said, channel, why) => {
  expect(adviceFor(given, { ...answers, ...said })).toMatchObject({ channel, why });
});

test('nobody without an account is asked for the phone, and nobody without papers to bring for papers', () => {
  expect(questionsAsked(facts, { ...answers, account: 'below' })).toEqual(['whose', 'account', 'papers']);
  expect(questionsAsked(noPapers, answers)).toEqual(['whose', 'account', 'phone']);
});

test('missing is what everybody has to hand in and is not here; what is only shown, or only some need, is not', () => {
  expect(paperStandings(facts, { ...answers, papers: [] })).toEqual(['missing', 'shown', 'if-needed']);
  expect(paperStandings(facts, { ...answers, papers: [0, 2] })).toEqual(['here', 'shown', 'here']);
});

const anyAnswers = fc.record({
  whose: fc.constantFrom('self', 'family', 'other', null),
  account: fc.constantFrom('level-2', 'below', 'unknown', null),
  phone: fc.constantFrom('ready', 'trouble', 'none', null),
  papers: fc.subarray([0, 1]),
}) satisfies fc.Arbitrary<FilingAnswers>;
const anyFacts = fc.record({
  procedure: fc.constant('x'),
  onlineOnly: fc.boolean(),
  papers: fc.array(fc.record({ isHandedIn: fc.boolean(), isForSome: fc.boolean() }), { maxLength: 3 }),
  here: fc.constantFrom('ready', 'no-shell', 'no-rules'),
  steps: fc.constant({ phone: 3, guide: 2 }),
}) satisfies fc.Arbitrary<FilingFacts>;

test('whatever is answered, what is online only goes to no counter, a person can be had, and the portal is offered only where it opens', () => {
  fc.assert(
    fc.property(anyFacts, anyAnswers, (given, said) => {
      const { channel, others } = adviceFor(given, said);
      const open = [channel, ...others];
      if (given.onlineOnly) expect(open).not.toContain('counter');
      else expect(open).toContain('counter');
      expect(open).toContain('guide');
      if (given.here !== 'ready') expect(open).not.toContain('here');
      if (said.account !== 'level-2') expect(open).not.toContain('phone');
      expect(new Set(open).size).toBe(open.length);
    }),
  );
});

const toErrand: KioskEvent[] = [
  { type: 'start' },
  { type: 'without-card' },
  { type: 'choose-procedure', code: 'x' },
];
const walking: KioskEvent[] = [
  ...filingEvents,
  ...(
    [
      'papers-ticked',
      'print-preparation',
      'next-step',
      'call-guide',
      'dismiss-guide',
      'guide-released',
    ] as const
  ).map((type) => ({ type })),
  { type: 'filing-number' },
  { type: 'back' },
  ...toErrand,
];

test('in 20,000 random steps nobody ends where no way leads on, back or home, and what is online only takes no number for paper', () => {
  let walked = 0;
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9999 }), { minLength: 200, maxLength: 200 }), (picks) => {
      let state: KioskState = homeState;
      for (const pick of picks) {
        const meaningful = walking.filter((event) => next(state, event) !== null);
        // Something always can be done, and home is one of the things.
        expect(meaningful.length).toBeGreaterThan(0);
        expect(next(state, { type: 'home' })?.state).toEqual(homeState);
        state = next(state, meaningful[pick % meaningful.length] ?? { type: 'home' })?.state ?? state;
        const { step } = state;
        if (step.at !== 'welcome') {
          expect(timeoutMs(state)).toBeGreaterThan(0);
          expect(next(state, { type: 'back' })).not.toBeNull();
        }
        if (step.at === 'errand' && step.filing?.facts.onlineOnly)
          expect(step.errand.kind).toBe('online-help');
        seen.add(step.at);
        walked += 1;
      }
    }),
    // The same steps every time: which pages they reach must not be left to luck.
    { numRuns: 100, seed: 20261124 },
  );
  expect(walked).toBeGreaterThanOrEqual(20_000);
  for (const page of ['filing-question', 'filing-result', 'journey', 'portal', 'errand'])
    expect(seen).toContain(page);
});

test('a second tap on the slip prints one, and the slip of another procedure changes nothing', () => {
  let state: KioskState = homeState;
  const play = (event: KioskEvent) => {
    const move = next(state, event);
    if (move) state = move.state;
    return move;
  };
  for (const event of toErrand) play(event);
  play({ type: 'filing-begun', facts: noPapers });
  play({ type: 'answer-filing', answer: { question: 'whose', answer: 'self' } });
  play({ type: 'answer-filing', answer: { question: 'account', answer: 'level-2' } });
  play({ type: 'answer-filing', answer: { question: 'phone', answer: 'ready' } });
  expect(play({ type: 'print-preparation' })?.effects).toEqual([
    { type: 'print-preparation', procedure: 'x' },
  ]);
  expect(play({ type: 'print-preparation' })).toBeNull();
  expect(
    play({ type: 'preparation-paper', procedure: 'y', paper: { at: 'printed', isConfirmed: true } }),
  ).toBeNull();
  play({ type: 'preparation-paper', procedure: 'x', paper: { at: 'printed', isConfirmed: true } });
  expect(state.step).toMatchObject({ at: 'filing-result', slip: { at: 'printed', isConfirmed: true } });
});

test('news from elsewhere does not keep a deserted kiosk awake', () => {
  let state: KioskState = homeState;
  for (const event of [
    ...toErrand,
    { type: 'filing-begun', facts } as const,
    { type: 'call-guide' } as const,
    { type: 'timeout' } as const,
    { type: 'guide-coming', who: 'Lê Thị Hướng' } as const,
  ])
    state = next(state, event)?.state ?? state;
  expect(state.idle).toBe('asked');
  expect(next(state, { type: 'timeout' })?.state).toEqual(homeState);
});
