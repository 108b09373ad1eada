import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  citizensLeft,
  isSettled,
  mayBeOut,
  nextState,
  reprintNumber,
  type JobEvent,
  type JobState,
  type PrintJob,
} from '../../../core/print/job.ts';

const waiting = { at: 'waiting', why: null } as const;
const event: fc.Arbitrary<JobEvent> = fc.constantFrom<JobEvent[]>(
  { type: 'start', printer: 'one' },
  { type: 'start', printer: 'two' },
  { type: 'outcome', outcome: { at: 'printed' } },
  { type: 'outcome', outcome: { at: 'printed', confirmed: false } },
  { type: 'outcome', outcome: { at: 'not-started', why: 'paper-out' } },
  { type: 'outcome', outcome: { at: 'uncertain', why: 'connection-lost' } },
  { type: 'undrawable' },
  { type: 'life-over' },
  { type: 'restarted' },
  { type: 'seen' },
  { type: 'put-aside' },
);

test('whatever happens, a job goes to a printer again only after one that surely began nothing', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let state: JobState = waiting;
      let mayHaveBegun = false;
      for (const each of events) {
        const next = nextState(state, each);
        if (next === null) continue;
        if (next.at === 'printing') {
          expect(mayHaveBegun).toBe(false);
          expect(state.at).toBe('waiting');
          mayHaveBegun = true;
        }
        if (each.type === 'outcome' && each.outcome.at === 'not-started') mayHaveBegun = false;
        // What is settled is settled, but for a person's word about a failed one.
        if (isSettled(state)) expect(['seen', 'put-aside']).toContain(each.type);
        state = next;
      }
      // And what may be on paper never passes for surely not printed, except where a person says so.
      if (mayHaveBegun && state.at === 'voided') expect(state.why).toBe('by-hand');
    }),
  );
});

test('after a crash a job at a printer is in doubt, and one that waits goes on', () => {
  expect(nextState({ at: 'printing', printer: 'one', why: null }, { type: 'restarted' })).toEqual({
    at: 'failed',
    why: 'uncertain',
  });
  expect(nextState(waiting, { type: 'restarted' })).toBeNull();
});

test('a printer that answers nothing leaves the slip printed and not confirmed', () => {
  const printing: JobState = { at: 'printing', printer: 'one', why: null };
  const outcome = { at: 'printed', confirmed: false } as const;
  expect(nextState(printing, { type: 'outcome', outcome })).toEqual({ at: 'printed', why: 'unconfirmed' });
});

const job = (part: Partial<PrintJob>): PrintJob => ({
  id: '1',
  origin: '1',
  kind: 'ticket',
  ticket: 't',
  day: '2026-11-24',
  station: 'kiosk',
  reprint: 0,
  officer: null,
  reason: 'first',
  state: { at: 'failed', why: 'uncertain' },
  createdAt: 0,
  expiresAt: 60_000,
  ...part,
});
const again = (part: Partial<PrintJob> = {}) => job({ reason: 'not-out', ...part });

test('only paper that may be out is counted: after slips that never began the next one is the first', () => {
  const voided = job({ state: { at: 'voided', why: 'too-old' } });
  expect(reprintNumber([voided], null)).toEqual({ at: 'allowed', reprint: 0 });
  expect(reprintNumber([voided, again(), again()], 'can-bo-1')).toEqual({ at: 'allowed', reprint: 2 });
  expect(mayBeOut({ at: 'failed', why: 'undrawable' })).toBe(false);
});

test('a citizen prints again twice at most, an officer as often as needed, and nobody while one is under way', () => {
  expect(citizensLeft([job({}), again()])).toBe(1);
  expect(reprintNumber([job({}), again(), again()], null)).toEqual({ at: 'refused', why: 'too-often' });
  expect(reprintNumber([job({}), again(), again()], 'can-bo-1')).toMatchObject({ at: 'allowed' });
  expect(citizensLeft([job({}), again({ officer: 'can-bo-1' })])).toBe(2);
  expect(reprintNumber([job({ state: waiting })], 'can-bo-1')).toEqual({ at: 'refused', why: 'under-way' });
});

test('a receipt is never printed again by a citizen', () => {
  expect(reprintNumber([job({ kind: 'receipt' })], null)).toEqual({ at: 'refused', why: 'nothing-to-print' });
  expect(reprintNumber([job({ kind: 'receipt' })], 'can-bo-1')).toMatchObject({ at: 'allowed', reprint: 1 });
});
