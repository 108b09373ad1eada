import { expect, test } from 'vitest';
import type { Hint } from '../../core/card/guidance.ts';
import { createSounds, type Tone } from '../../renderer/scan/sounds.ts';

function setup() {
  const played: (readonly Tone[])[] = [];
  let now = 0;
  const sounds = createSounds({ play: (tones) => played.push(tones), now: () => now, close: () => {} });
  return { sounds, played, later: (ms: number) => void (now += ms) };
}

test('an accepted card sounds higher than a refused one', () => {
  const { sounds, played, later } = setup();
  sounds.accepted();
  later(2000);
  sounds.refused();
  const [accepted = [], refused = []] = played;
  const lowest = Math.min(...accepted.map(({ toHz }) => toHz));
  expect(lowest).toBeGreaterThan(Math.max(...refused.map(({ fromHz }) => fromHz)));
});

test('one verdict told by two sides is heard once', () => {
  const { sounds, played, later } = setup();
  sounds.refused();
  later(400);
  sounds.refused();
  expect(played).toHaveLength(1);
  later(3000);
  sounds.refused();
  expect(played).toHaveLength(2);
});

test('nearer rises, farther falls, still stays, and an empty picture is silent', () => {
  const glide = (hint: Hint) => {
    const { sounds, played } = setup();
    sounds.hint(hint);
    const [tone] = played[0] ?? [];
    return tone === undefined ? null : Math.sign(tone.toHz - tone.fromHz);
  };
  expect([glide('nearer'), glide('farther'), glide('hold-still')]).toEqual([1, -1, 0]);
  expect([glide('looking'), glide('reading')]).toEqual([null, null]);
});

test('nothing is louder than a quarter of what the loudspeaker gives', () => {
  const { sounds, played, later } = setup();
  sounds.accepted();
  later(2000);
  sounds.refused();
  sounds.hint('nearer');
  for (const { loudness, lengthMs } of played.flat()) {
    expect(loudness).toBeLessThanOrEqual(0.25);
    expect(lengthMs).toBeLessThan(500);
  }
});
