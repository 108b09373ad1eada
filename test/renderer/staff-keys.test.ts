import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { sideSlotsOf, slotsOf, breakKey, listKeys, undoKey } from '../../renderer/screens/counter/actions.ts';
import { meaningOf } from '../../renderer/screens/counter/shortcut-keys.ts';
import { burstGapMs, createTypedKeys } from '../../renderer/screens/counter/typed-keys.ts';
import { createHandClock } from '../core/hand-clock.ts';
import { counterScreens } from './staff-fixtures.ts';

function setup() {
  const clock = createHandClock();
  const pressed: string[] = [];
  const typed = createTypedKeys({ clock, press: (key) => pressed.push(key) });
  /** Presses keys with so many milliseconds after each. */
  const type = (keys: (string | null)[], gapMs: number) =>
    keys.map((key) => {
      const answer = typed.down(key, clock.now());
      clock.advance(gapMs);
      return answer;
    });
  return { clock, pressed, typed, type };
}

test('an officer’s letter and the digit after it both count', () => {
  const { pressed, type } = setup();
  expect(type(['G', '1'], 90)).toEqual(['alone', 'alone']);
  expect(pressed).toEqual(['G', '1']);
});

test('the text of a card that a scanner types moves nobody, and its Enter presses no button', () => {
  const { pressed, type } = setup();
  const answers = type([...Array.from('079085990001'), null, ...Array.from('TRANVANMAU'), null], 8);
  expect(pressed).toEqual([]);
  expect(answers.slice(1)).toEqual(answers.slice(1).map(() => 'burst'));
});

test('after a burst has passed, a single key counts again', () => {
  const { clock, pressed, type } = setup();
  type(['1', '2', 'H', '1'], 10);
  clock.advance(200);
  type(['C'], 100);
  expect(pressed).toEqual(['C']);
});

test('a key counts only in silence: whatever is typed, keys closer than a person types never count', () => {
  assert(
    property(array(tuple(constantFrom('A', '1', 'Z', null), nat(120)), { maxLength: 40 }), (strokes) => {
      const { clock, pressed, typed } = setup();
      const alone: string[] = [];
      for (const [index, [key, gap]] of strokes.entries()) {
        const before = index === 0 ? Number.POSITIVE_INFINITY : (strokes[index - 1]?.[1] ?? 0);
        typed.down(key, clock.now());
        // The hand clock runs what is due at the very end of the gap, too.
        if (key !== null && before >= burstGapMs && gap >= burstGapMs) alone.push(key);
        clock.advance(gap);
      }
      expect(pressed).toEqual(alone);
    }),
  );
});

test('keys are known by their place: a Vietnamese layout and the numeric pad give the same digits', () => {
  expect(meaningOf({ code: 'Digit1', key: 'ă' })).toEqual({ at: 'typed', key: '1' });
  expect(meaningOf({ code: 'Numpad1', key: '1' })).toEqual({ at: 'typed', key: '1' });
  expect(meaningOf({ code: 'KeyG', key: 'g' })).toEqual({ at: 'typed', key: 'G' });
  expect(meaningOf({ code: 'F8', key: 'F8' })).toEqual({ at: 'function', key: 'F8' });
  expect(meaningOf({ code: 'Enter', key: 'Enter' })).toEqual({ at: 'text' });
  expect(meaningOf({ code: 'ArrowDown', key: 'ArrowDown' })).toEqual({ at: 'other' });
});

test('no key that a browser keeps for itself is used', () => {
  for (const key of ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'])
    expect(meaningOf({ code: key, key })).toEqual({ at: 'other' });
});

test.each([counterScreens.ready, counterScreens.called, counterScreens.serving])(
  'no key means two things while the counter is $at',
  (screen) => {
    const keys = [
      ...slotsOf(screen.at, false, { callAgain: 0, missed: 0 }).map(({ key }) => key),
      ...sideSlotsOf(screen).map(({ key }) => key),
      ...Object.keys(listKeys),
      undoKey,
      breakKey,
    ];
    expect(new Set(keys).size).toBe(keys.length);
  },
);
