import { expect, test } from 'vitest';
import { createTurn } from '../../renderer/screens/counter/turn.ts';

function shown(revision: number | null) {
  const turn = createTurn();
  turn.shows(revision);
  return turn;
}

test('a second press does nothing until the view after the first is there', () => {
  const turn = shown(7);
  expect(turn.take()).toBe(true);
  expect(turn.take()).toBe(false);
  expect(turn.answered(7)).toBe(false);
  expect(turn.take()).toBe(false);
  turn.shows(7);
  expect(turn.take()).toBe(false);
  turn.shows(8);
  expect(turn.take()).toBe(true);
});

test('a view that comes before its answer ends the turn with the answer', () => {
  const turn = shown(7);
  turn.take();
  turn.shows(8);
  expect(turn.take()).toBe(false);
  expect(turn.answered(7)).toBe(true);
  expect(turn.take()).toBe(true);
});

test('after a refusal, or a command that moves nobody, the keys are free at once', () => {
  const turn = shown(7);
  turn.take();
  expect(turn.answered(null)).toBe(true);
  expect(turn.take()).toBe(true);
});

test('keys that waited when the officer was signed out, or the core began anew, are free again', () => {
  for (const later of [null, 1_795_486_800_000]) {
    const turn = shown(7);
    turn.take();
    turn.answered(7);
    turn.shows(later);
    expect(turn.take()).toBe(true);
  }
});
