const tones = [
  { hertz: 659.26, from: 0 },
  { hertz: 523.25, from: 0.35 },
];
const seconds = 1.25;
const loudness = 0.32;
const riseS = 0.03;
/** After so many seconds a tone has died away to a third. */
const decayS = 0.28;

/** Two soft falling tones, as samples from -1 to 1. */
export function chimeSamples(rate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(seconds * rate));
  for (const { hertz, from } of tones) {
    for (let index = Math.ceil(from * rate); index < samples.length; index++) {
      const at = index / rate - from;
      // Both ends meet silence, or the loudspeaker would click.
      const edge = Math.min(1, at / riseS, (seconds - from - at) / riseS);
      const tone = Math.sin(2 * Math.PI * hertz * at) * Math.exp(-at / decayS) * edge * loudness;
      samples[index] = (samples[index] ?? 0) + tone;
    }
  }
  return samples;
}
