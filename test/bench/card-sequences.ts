import { corpusSequences, framesPerSecond, type CorpusSequence } from '../card-corpus/sequences.ts';
import { decoderNames, decoders, type DecoderName } from './card-decoders.ts';
import { eachDecoder } from './card-frames.ts';
import { median, round } from './figures.ts';

export type SequenceFigures = {
  sequences: number;
  /** A sequence that was never read counts as its whole length. */
  medianMs: Record<DecoderName, number>;
  neverRead: Record<DecoderName, number>;
  wrong: Record<DecoderName, number>;
};

/**
 * How long until a card that is held to the camera has been read. The camera's clock is simulated: a frame comes every 1/15 s
 * and is lost on a decoder that is still busy; what a decoder needs for a frame is measured.
 */
export async function measureSequences(seed: number, count: number, say: (line: string) => void) {
  const times: Record<DecoderName, number[]> = eachDecoder(() => []);
  const neverRead = eachDecoder(() => 0);
  const wrong = eachDecoder(() => 0);
  let done = 0;
  for (const sequence of corpusSequences({ seed, count })) {
    const lengthMs = (sequence.frames * 1000) / framesPerSecond;
    const frameAt = drawnOnce(sequence);
    for (const name of decoderNames) {
      const first = await firstReading(name, sequence, frameAt);
      if (first === null) neverRead[name] += 1;
      else if (first.text !== sequence.payload) wrong[name] += 1;
      times[name].push(first?.atMs ?? lengthMs);
    }
    done += 1;
    if (done % 10 === 0) say(`sequence ${done} of ${count}`);
  }
  const figures: SequenceFigures = {
    sequences: done,
    medianMs: eachDecoder((name) => round(median(times[name]))),
    neverRead,
    wrong,
  };
  return figures;
}

async function firstReading(
  name: DecoderName,
  { frames }: CorpusSequence,
  frameAt: CorpusSequence['frameAt'],
): Promise<{ atMs: number; text: string } | null> {
  const decode = decoders[name].open();
  const isAccepted = decoders[name].acceptance();
  let busyUntilMs = 0;
  for (let index = 0; index < frames; index += 1) {
    const arrivalMs = (index * 1000) / framesPerSecond;
    if (arrivalMs < busyUntilMs) continue;
    const image = frameAt(index);
    const start = performance.now();
    const text = await decode(image);
    busyUntilMs = arrivalMs + performance.now() - start;
    if (text !== null && isAccepted(text, busyUntilMs)) return { atMs: busyUntilMs, text };
  }
  return null;
}

/** The decoders look at the same frames, and drawing one takes longer than reading it. */
function drawnOnce(sequence: CorpusSequence): CorpusSequence['frameAt'] {
  const drawn = new Map<number, ReturnType<CorpusSequence['frameAt']>>();
  return (index) => {
    const image = drawn.get(index) ?? sequence.frameAt(index);
    drawn.set(index, image);
    return image;
  };
}
