import type { RgbaImage } from '../../core/card/read-qr.ts';
import { drawBackdrop } from './backdrop.ts';
import { printCard } from './corpus.ts';
import { inventCard } from './invent-card.ts';
import { ordinaryShot } from './kinds.ts';
import { photograph } from './photograph.ts';
import { createRandom, type Random } from './random.ts';
import type { Shot } from './shot.ts';

export const framesPerSecond = 15;
const seconds = 2;

/** Two seconds of one card held to the camera. */
export type CorpusSequence = {
  id: string;
  payload: string;
  frames: number;
  /** Frames are drawn when asked for, in any order. */
  frameAt(index: number): RgbaImage;
};

export function* corpusSequences({
  seed,
  count,
}: {
  seed: number;
  count: number;
}): Generator<CorpusSequence> {
  for (let turn = 0; turn < count; turn += 1) {
    const id = `sequence-${turn}`;
    const random = createRandom(seed, id);
    const invented = inventCard(random);
    const backdrop = drawBackdrop(random);
    const card = printCard(random, invented);
    const base = ordinaryShot({ width: 1280, height: 720 }, { random, level: 'medium', code: card.code });
    const film = direct(random, base);
    yield {
      id,
      payload: invented.payload,
      frames: framesPerSecond * seconds,
      frameAt: (index) =>
        photograph(card, backdrop, film(index / framesPerSecond), createRandom(seed, id, index)),
    };
  }
}

/** How the shot changes: a hand that drifts, sways and trembles, a lens that hunts for focus, lamps that flicker. */
function direct(random: Random, base: Shot): (atSeconds: number) => Shot {
  const pixelsPerModule = random.between(2.5, 4);
  const [x, y] = [handPath(random, pixelsPerModule), handPath(random, pixelsPerModule)];
  const [roll, pitch, yaw] = [0, 0, 0].map(() =>
    waves(random, [
      [0.3, 0.9, 3],
      [1.5, 3, 1.5],
    ]),
  ) as [Path, Path, Path];
  const shutterSeconds = random.between(1 / 60, 1 / 25);
  const focus = hunt(random, pixelsPerModule);
  const flicker = { depth: random.between(0.05, 0.25), drift: random.between(-3, 3), phase: random.next() };
  const dark = random.between(0.005, 0.015);
  const rest = { x: base.width / 2 + random.normal() * 90, y: base.height / 2 + random.normal() * 40 };
  const [rollRest, tiltRest] = [random.normal() * 12, random.normal() * 12];
  return (at) => {
    const place = (time: number) => ({ x: rest.x + x(time), y: rest.y + y(time) });
    const lens = focus(at);
    return {
      ...base,
      at: place(at + shutterSeconds / 2),
      // The focus of a cheap lens changes its angle too.
      pixelsPerModule: pixelsPerModule * (1 + 0.01 * lens),
      rollDegrees: rollRest + roll(at),
      pitchDegrees: tiltRest + pitch(at),
      yawDegrees: yaw(at),
      motion: Array.from({ length: 9 }, (_, step) => place(at + (shutterSeconds * step) / 8)),
      defocus: Math.abs(lens),
      exposure: base.exposure * (1 + 0.1 * Math.sin(2 * Math.PI * (flicker.drift * at + flicker.phase))),
      shade: {
        depth: flicker.depth,
        degrees: 90,
        period: base.height / 3.3,
        phase: flicker.phase + flicker.drift * at,
        softEdge: base.height / 7,
      },
      noise: { dark, bright: dark * 1.5 },
    };
  };
}

type Path = (atSeconds: number) => number;

/** In pixels: the slow drift of an arm, the sway of a body and the tremor of fingers. */
function handPath(random: Random, pixelsPerModule: number): Path {
  const path = waves(random, [
    [0.2, 0.6, 9],
    [0.9, 2.2, 1.5],
    [6, 10, 0.22],
  ]);
  return (at) => path(at) * pixelsPerModule;
}

/** A sum of swings, each of a frequency between two, in hertz, and about so large. */
function waves(random: Random, swings: [number, number, number][]): Path {
  const drawn = swings.map(([slow, fast, size]) => ({
    hertz: random.between(slow, fast),
    size: size * random.between(0.4, 1.3),
    phase: random.between(0, 2 * Math.PI),
  }));
  return (at) =>
    drawn.reduce((sum, { hertz, size, phase }) => sum + size * Math.sin(2 * Math.PI * hertz * at + phase), 0);
}

/** The radius of the blur, signed: the lens overshoots both ways, ever less, and may lose the focus once more. */
function hunt(random: Random, pixelsPerModule: number): Path {
  const size = random.between(0.8, 2) * pixelsPerModule;
  const hertz = random.between(0.7, 1.6);
  const settleSeconds = random.between(0.4, 1.2);
  const phase = random.between(0, 2 * Math.PI);
  const lostAt = random.chance(0.4) ? random.between(0.8, 1.6) : Number.POSITIVE_INFINITY;
  const left = random.between(0.05, 0.4) * pixelsPerModule;
  return (at) => {
    const since = at >= lostAt ? at - lostAt : at;
    return left + size * Math.exp(-since / settleSeconds) * Math.cos(2 * Math.PI * hertz * since + phase);
  };
}
