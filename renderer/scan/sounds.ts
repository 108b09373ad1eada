import type { Hint } from '../../core/card/guidance.ts';

/** `startMs` from now; the pitch glides from one frequency to the other. */
export type Tone = { startMs: number; lengthMs: number; fromHz: number; toHz: number; loudness: number };

export type Sounds = {
  accepted: () => void;
  refused: () => void;
  /** A short tick when the guidance changes. */
  hint: (hint: Hint) => void;
  /** Lets the loudspeaker go. */
  close: () => void;
};

const loud = 0.22;
const soft = 0.1;
const tick = (fromHz: number, toHz: number): Tone[] => [
  { startMs: 0, lengthMs: 90, fromHz, toHz, loudness: soft },
];

const acceptedTones: Tone[] = [
  { startMs: 0, lengthMs: 140, fromHz: 659, toHz: 659, loudness: loud },
  { startMs: 120, lengthMs: 320, fromHz: 988, toHz: 988, loudness: loud },
];
const refusedTones: Tone[] = [
  { startMs: 0, lengthMs: 200, fromHz: 262, toHz: 247, loudness: loud },
  { startMs: 220, lengthMs: 300, fromHz: 196, toHz: 185, loudness: loud },
];
/** Rising for nearer, falling for farther, level for still. Silent where nothing is seen: nobody wants a ticking machine. */
const hintTones: Record<Hint, Tone[]> = {
  looking: [],
  reading: [],
  nearer: tick(440, 620),
  farther: tick(620, 440),
  'hold-still': tick(520, 520),
  'turn-card': tick(392, 392),
  'too-dark': tick(392, 392),
  glare: tick(392, 392),
  'wrong-place': tick(470, 560),
};

/** The same verdict told twice, by the camera's answer and by the page, is heard once. */
const oneVerdictMs = 800;

/** @param play sounds the tones together, starting now */
export function createSounds(deps: {
  play: (tones: readonly Tone[]) => void;
  now: () => number;
  close: () => void;
}): Sounds {
  let verdictAt = Number.NEGATIVE_INFINITY;
  function verdict(tones: Tone[]) {
    if (deps.now() - verdictAt < oneVerdictMs) return;
    verdictAt = deps.now();
    deps.play(tones);
  }
  return {
    accepted: () => verdict(acceptedTones),
    refused: () => verdict(refusedTones),
    hint(hint) {
      const tones = hintTones[hint];
      if (tones.length > 0) deps.play(tones);
    },
    close: deps.close,
  };
}
