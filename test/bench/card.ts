import { readerWasm } from '../../core/cli/reader-wasm.ts';
import { prepareQrReader } from '../../core/card/read-qr.ts';
import { decoderNames, type DecoderName } from './card-decoders.ts';
import { measureFrames, type FrameFigures } from './card-frames.ts';
import { measureParser, type ParserFigures } from './card-parser.ts';
import { measureSequences, type SequenceFigures } from './card-sequences.ts';
import { round, type BenchReport } from './figures.ts';

const defaultSeed = 20260701;
const perCell = 32;
const sequenceCount = 100;
const parserInputs = 1_000_000;

const targets = {
  /** Points above the best other decoder on hard frames. */
  hardLead: 5,
  p95Ms: 60,
  /** Of jsqr's median time to the first reading of a sequence. */
  firstReadingShare: 0.5,
  parserSlowestMs: 5,
};

/**
 * The kiosk's reader beside zxing-wasm alone and jsqr alone, on the same frames and in turns; then the parser of the card's text.
 * The one argument is the seed of the corpus.
 */
export async function bench([seedText]: string[]): Promise<BenchReport> {
  const seed = seedText === undefined ? defaultSeed : Number(seedText);
  if (!Number.isSafeInteger(seed)) throw new Error('the seed is a whole number');
  const say = (line: string) => console.error(line);
  await prepareQrReader({ wasmBinary: readerWasm() });
  const parser = measureParser(seed, parserInputs, say);
  const frames = await measureFrames(seed, perCell, say);
  const sequences = await measureSequences(seed, sequenceCount, say);
  const missed = whatWasMissed(frames, sequences, parser);
  return {
    rows: rowsOf(frames, sequences),
    result: { seed, frames, sequences, parser, targets, missed, met: missed.length === 0 },
  };
}

const others = decoderNames.filter((name) => name !== 'pipeline');
const bestOther = (rates: Record<DecoderName, number>) => Math.max(...others.map((name) => rates[name]));

function whatWasMissed(frames: FrameFigures, sequences: SequenceFigures, parser: ParserFigures): string[] {
  const goals: Record<string, boolean> = {};
  for (const [kind, rates] of Object.entries(frames.byKind)) {
    const best = bestOther(rates);
    goals[`more than any other on ${kind}`] =
      rates.pipeline > best || (best === 100 && rates.pipeline === 100);
  }
  const hard = frames.byLevel.hard;
  goals[`${targets.hardLead} points ahead on hard frames`] =
    hard.pipeline >= bestOther(hard) + targets.hardLead;
  goals['no wrong text'] = frames.wrong.pipeline + sequences.wrong.pipeline === 0;
  goals["median time within jsqr's"] = frames.ms.pipeline.median <= frames.ms.jsqr.median;
  goals[`95 % of the frames within ${targets.p95Ms} ms`] = frames.ms.pipeline.p95 <= targets.p95Ms;
  goals["first reading in half of jsqr's time"] =
    sequences.medianMs.pipeline <= sequences.medianMs.jsqr * targets.firstReadingShare;
  goals['the parser never throws'] = parser.threw === 0;
  goals['the parser lets no control code through'] = parser.dirty === 0;
  goals[`the parser needs at most ${targets.parserSlowestMs} ms`] =
    parser.slowestMs <= targets.parserSlowestMs;
  return Object.keys(goals).filter((goal) => !goals[goal]);
}

function rowsOf(frames: FrameFigures, sequences: SequenceFigures): BenchReport['rows'] {
  const row = (what: string, figures: Record<DecoderName, number>, hard?: Record<DecoderName, number>) => ({
    what,
    ...figures,
    ...(hard && Object.fromEntries(decoderNames.map((name) => [`${name}, hard`, hard[name]]))),
  });
  const ms = (figure: 'median' | 'p95') => ({
    pipeline: frames.ms.pipeline[figure],
    'zxing-wasm': frames.ms['zxing-wasm'][figure],
    jsqr: frames.ms.jsqr[figure],
  });
  return [
    ...Object.entries(frames.byKind).map(([kind, rates]) => row(`${kind} %`, rates, frames.hardByKind[kind])),
    ...Object.entries(frames.byLevel).map(([level, rates]) => row(`all ${level} %`, rates)),
    row('wrong texts', frames.wrong),
    row('ms a frame, median', ms('median')),
    row('ms a frame, p95', ms('p95')),
    row('ms to first reading, median', sequences.medianMs),
    row(`of ${sequences.sequences} sequences never read`, sequences.neverRead),
    row('lead on hard frames', eachLead(frames.byLevel.hard)),
  ];
}

/** Points by which the pipeline is ahead. */
function eachLead(hard: Record<DecoderName, number>): Record<DecoderName, number> {
  return {
    pipeline: 0,
    'zxing-wasm': round(hard.pipeline - hard['zxing-wasm']),
    jsqr: round(hard.pipeline - hard.jsqr),
  };
}
