import { corpusFrames } from '../card-corpus/corpus.ts';
import { kinds, levels, type Kind, type Level } from '../card-corpus/kinds.ts';
import { decoderNames, decoders, type DecoderName } from './card-decoders.ts';
import { median, percentile, round } from './figures.ts';

type Tally = { frames: number; right: Record<DecoderName, number> };

export type FrameFigures = {
  frames: number;
  /** Percent of the frames with a code. */
  byKind: Record<string, Record<DecoderName, number>>;
  hardByKind: Record<string, Record<DecoderName, number>>;
  byLevel: Record<Level, Record<DecoderName, number>>;
  /** Frames with another text than their code has, or with any text and no code. */
  wrong: Record<DecoderName, number>;
  ms: Record<DecoderName, { median: number; p95: number }>;
};

const warmUp = 12;

/** Every decoder on every frame of the corpus, in turns. */
export async function measureFrames(seed: number, perCell: number, say: (line: string) => void) {
  const tallies = new Map<string, Tally>();
  const wrong = { pipeline: 0, 'zxing-wasm': 0, jsqr: 0 };
  const times: Record<DecoderName, number[]> = { pipeline: [], 'zxing-wasm': [], jsqr: [] };
  const total = kinds.length * levels.length * perCell;
  let frames = 0;

  for (const { image } of firstOf(corpusFrames({ seed: seed + 1, perCell: 1 }), warmUp)) {
    for (const name of decoderNames) await decoders[name].open()(image);
  }
  for (const { kind, level, image, payload } of corpusFrames({ seed, perCell })) {
    const tally = tallyOf(tallies, kind, level);
    tally.frames += 1;
    for (let turn = 0; turn < decoderNames.length; turn += 1) {
      const name = decoderNames[(turn + frames) % decoderNames.length] ?? 'pipeline';
      const decode = decoders[name].open();
      const start = performance.now();
      const text = await decode(image);
      times[name].push(performance.now() - start);
      if (text === null) continue;
      if (text === payload) tally.right[name] += 1;
      else wrong[name] += 1;
    }
    frames += 1;
    if (frames % 100 === 0) say(`frame ${frames} of ${total}`);
  }

  const withCode = kinds.filter((kind) => kind !== 'no-code');
  const figures: FrameFigures = {
    frames,
    byKind: ratesBy(withCode, (kind) => levels.map((level) => tallyOf(tallies, kind, level))),
    hardByKind: ratesBy(withCode, (kind) => [tallyOf(tallies, kind, 'hard')]),
    byLevel: ratesBy(levels, (level) => withCode.map((kind) => tallyOf(tallies, kind, level))),
    wrong,
    ms: eachDecoder((name) => ({
      median: round(median(times[name])),
      p95: round(percentile(times[name], 0.95)),
    })),
  };
  return figures;
}

export function eachDecoder<T>(figure: (name: DecoderName) => T): Record<DecoderName, T> {
  return { pipeline: figure('pipeline'), 'zxing-wasm': figure('zxing-wasm'), jsqr: figure('jsqr') };
}

function tallyOf(tallies: Map<string, Tally>, kind: Kind, level: Level): Tally {
  const key = `${kind} ${level}`;
  const tally = tallies.get(key) ?? { frames: 0, right: eachDecoder(() => 0) };
  tallies.set(key, tally);
  return tally;
}

function ratesBy<T extends string>(names: readonly T[], talliesOf: (name: T) => Tally[]) {
  const rates = names.map((name): [T, Record<DecoderName, number>] => {
    const tallies = talliesOf(name);
    const frames = tallies.reduce((sum, tally) => sum + tally.frames, 0);
    const right = (decoder: DecoderName) => tallies.reduce((sum, tally) => sum + tally.right[decoder], 0);
    return [name, eachDecoder((decoder) => round((100 * right(decoder)) / frames))];
  });
  return Object.fromEntries(rates) as Record<T, Record<DecoderName, number>>;
}

function* firstOf<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}
