import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import {
  hear,
  lateAfterMs,
  speakNext,
  spoken,
  spokenUpTo,
  startAnnouncements,
  withoutSound,
  type Announcement,
  type Announcements,
} from '../../../core/announce/announcements.ts';
import type { DisplayView } from '../../../core/contract.ts';

type Lately = DisplayView['lately'][number];
const start = 1_800_000_000_000;
const call = (id: number, at: number, more: Partial<Lately> = {}): Lately => ({
  id,
  number: `A${String(id).padStart(3, '0')}`,
  counterName: 'Quầy 1',
  calledAt: at,
  calls: 1,
  takenBack: false,
  ...more,
});
const view = (lately: Lately[]): Pick<DisplayView, 'calls' | 'lately'> => ({
  calls: lately.filter(({ takenBack }) => !takenBack).toReversed(),
  lately,
});
const switchedOn = (lately: Lately[] = []) => hear(startAnnouncements(null), view(lately), start);

/** Speaks everything that waits, each taking `eachMs`. */
function speakAll(state: Announcements, from: number, eachMs: number): Announcement[] {
  const said: Announcement[] = [];
  let now = from;
  for (let next = speakNext(state, now); next.speaking !== null; next = speakNext(spoken(next), now)) {
    said.push(next.speaking);
    now += eachMs;
  }
  return said;
}
const ids = (said: Announcement[]) => said.map(({ call: { id } }) => id);

test('what stood on the screen when it was switched on is not announced, the next call is', () => {
  const on = switchedOn([call(1, start - 60_000), call(2, start - 1000)]);
  expect(speakAll(on, start, 5000)).toEqual([]);
  const next = hear(on, view([call(2, start - 1000), call(3, start + 10)]), start + 20);
  expect(ids(speakAll(next, start + 20, 5000))).toEqual([3]);
});

test('the first call of the day is announced', () => {
  expect(ids(speakAll(hear(switchedOn(), view([call(1, start)]), start), start, 5000))).toEqual([1]);
});

test('a hundred calls back to back are all announced, in their order and none twice', () => {
  const calls = Array.from({ length: 100 }, (_, index) => call(index + 1, start + index));
  const heard = hear(switchedOn(), view(calls), start + 200);
  expect(ids(speakAll(heard, start + 200, 6000))).toEqual(calls.map(({ id }) => id));
});

test('the same number called twice is announced twice', () => {
  const twice = [call(1, start, { number: 'A012' }), call(2, start + 5000, { number: 'A012', calls: 2 })];
  expect(ids(speakAll(hear(switchedOn(), view(twice), start + 5000), start + 5000, 6000))).toEqual([1, 2]);
});

test('a call whose turn comes late is said shortly, or gives way to a later call of its number', () => {
  const calls = [
    call(1, start),
    call(2, start + 1, { number: 'B001' }),
    call(3, start + 2, { number: 'C001' }),
    call(4, start + 3, { number: 'B001', calls: 2 }),
  ];
  const heard = hear(switchedOn(), view(calls), start + 3);
  const said = speakAll(heard, start + 3, lateAfterMs + 1);
  expect(ids(said)).toEqual([1, 3, 4]);
  expect(said.map(({ manner }) => manner)).toEqual(['full', 'short', 'short']);
});

test('one speaks at a time', () => {
  const heard = hear(switchedOn(), view([call(1, start), call(2, start)]), start);
  const speaking = speakNext(heard, start);
  expect(speakNext(speaking, start + 1000)).toBe(speaking);
});

test('a call that was taken back before its turn is not spoken', () => {
  const heard = hear(switchedOn(), view([call(1, start), call(2, start + 1)]), start + 1);
  const undone = hear(heard, view([call(1, start), call(2, start + 1, { takenBack: true })]), start + 500);
  expect(ids(speakAll(undone, start + 500, 5000))).toEqual([1]);
  expect(undone.fresh.map((one) => one.call.id)).toEqual([1]);
});

test('of a call that is taken back while it is spoken the voice may end, and the next follows', () => {
  const speaking = speakNext(
    hear(switchedOn(), view([call(1, start), call(2, start + 1)]), start + 1),
    start,
  );
  const gone = hear(speaking, view([call(1, start, { takenBack: true }), call(2, start + 1)]), start + 500);
  expect(gone.speaking).toMatchObject({ call: { id: 1 }, takenBack: true });
  expect(ids(speakAll(spoken(gone), start + 5000, 5000))).toEqual([2]);
});

test('a TV whose clock is wrong by hours speaks as any other', () => {
  const hours = 5 * 3_600_000;
  for (const clock of [start - hours, start + hours]) {
    const on = hear(startAnnouncements(null), view([]), clock);
    const heard = hear(on, view([call(1, start)]), clock + 50);
    expect(speakAll(heard, clock + 50, 5000).map(({ manner }) => manner)).toEqual(['full']);
  }
});

test('what came while the connection was lost is told by the times of the core', () => {
  const missed = [call(1, start), call(2, start + lateAfterMs + 1)];
  const said = speakAll(
    hear(switchedOn(), view(missed), start + lateAfterMs + 500),
    start + lateAfterMs + 500,
    0,
  );
  expect(said.map(({ manner }) => manner)).toEqual(['short', 'full']);
});

test('a page that is loaded anew goes on where it was cut short', () => {
  const calls = [call(1, start), call(2, start + 1), call(3, start + 2)];
  const speaking = speakNext(spoken(speakNext(hear(switchedOn(), view(calls), start), start)), start + 5000);
  expect(speaking.speaking?.call.id).toBe(2);
  const again = hear(startAnnouncements(spokenUpTo(speaking)), view(calls), start + 8000);
  expect(ids(speakAll(again, start + 8000, 5000))).toEqual([2, 3]);
});

test('a store that begins anew is heard from its next call on', () => {
  const old = hear(startAnnouncements(500), view([call(3, start)]), start);
  const next = hear(old, view([call(3, start), call(4, start + 1)]), start + 1);
  expect(ids(speakAll(next, start + 1, 5000))).toEqual([4]);
});

test('without sound a call waits as long as it is worth saying', () => {
  const heard = hear(switchedOn(), view([call(1, start)]), start);
  expect(withoutSound(heard, start + lateAfterMs).waiting).toHaveLength(1);
  expect(withoutSound(heard, start + lateAfterMs + 1).waiting).toHaveLength(0);
});

test('however calls, views and the voice interleave, every call is spoken once and in order, or a later one of its number is', () => {
  const step = record({
    calls: nat(6),
    view: constantFrom(true, true, false),
    speaks: nat(3),
    passMs: constantFrom(0, 500, 20_000, 60_000),
    number: nat(3),
  });
  assert(
    property(array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      let now = start;
      let state = switchedOn();
      let all: Lately[] = [];
      const said: Announcement[] = [];
      const look = () => {
        // As the core does: the calls of the last three minutes.
        state = hear(state, view(all.filter(({ calledAt }) => calledAt >= now - 180_000)), now);
      };
      let lastLook = now;
      for (const { calls, view: isView, speaks, passMs, number } of steps) {
        for (let index = 0; index < calls; index++)
          all = [...all, call(all.length + 1, now, { number: `A00${(number + index) % 4}` })];
        if (isView || now - lastLook > 100_000) {
          look();
          lastLook = now;
        }
        for (let index = 0; index < speaks; index++) {
          state = speakNext(spoken(state), now);
          if (state.speaking !== null) said.push(state.speaking);
        }
        now += passMs;
      }
      look();
      state = spoken(state);
      said.push(...speakAll(state, now, 5000));
      const spokenIds = ids(said);
      expect(spokenIds).toEqual([...new Set(spokenIds)].toSorted((a, b) => a - b));
      for (const one of all) {
        const isSaid = spokenIds.includes(one.id);
        const later = said.some(({ call: other }) => other.number === one.number && other.id > one.id);
        expect(isSaid || later, `call ${one.id}`).toBe(true);
      }
    }),
  );
});
