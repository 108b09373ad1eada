import type { Sound } from './wav.ts';

/** Quieter than this is silence around a word, not the word. */
const silence = 0.01;
const marginS = { before: 0.015, after: 0.03 };
const fadeS = 0.008;
/** Loudness of speech all clips share, and the peak none may pass: -17 and -1 dB below full scale. */
const wantedRms = 10 ** (-17 / 20);
const highestPeak = 10 ** (-1 / 20);

/** Cuts the silence off both ends, brings the word to the loudness of all others and lets it begin and end at 0. */
export function levelled({ rate, samples }: Sound): Sound {
  const isLoud = (sample: number) => Math.abs(sample) > silence;
  const first = samples.findIndex(isLoud);
  if (first === -1) return { rate, samples: new Float32Array(0) };
  const last = samples.findLastIndex(isLoud);
  const word = samples.slice(
    Math.max(0, first - Math.round(marginS.before * rate)),
    last + 1 + Math.round(marginS.after * rate),
  );
  const { rms, peak } = loudness(word);
  const gain = Math.min(wantedRms / rms, highestPeak / peak);
  const fade = Math.round(fadeS * rate);
  return {
    rate,
    samples: word.map((sample, index) => {
      const edge = Math.min(1, index / fade, (word.length - 1 - index) / fade);
      return sample * gain * edge;
    }),
  };
}

/** The loudness of the parts that are not silence, and the highest sample. */
export function loudness(samples: Float32Array): { rms: number; peak: number } {
  let sum = 0;
  let loud = 0;
  let peak = 0;
  for (const sample of samples) {
    const height = Math.abs(sample);
    peak = Math.max(peak, height);
    if (height <= silence) continue;
    sum += sample * sample;
    loud += 1;
  }
  return { rms: loud === 0 ? 0 : Math.sqrt(sum / loud), peak };
}
