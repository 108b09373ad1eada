/** A thing that can sound a tone. */
export type Speaker = {
  /** Resolves once it may play; may stay pending for ever, or reject. */
  wake(): Promise<void>;
  /** A soft tone that dies away by itself, `afterS` seconds from now. */
  tone(hertz: number, afterS: number): void;
};

const toneS = 1.1;
const loudness = 0.25;
// Exponential ramps cannot start or end at 0.
const silence = 0.0001;

/** The page's own sound, by WebAudio. Throws where the browser has none. */
export function openSpeaker(): Speaker {
  const context = new AudioContext();
  return {
    async wake() {
      if (context.state !== 'running') await context.resume();
    },
    tone(hertz, afterS) {
      const start = context.currentTime + afterS;
      const gain = context.createGain();
      gain.gain.setValueAtTime(silence, start);
      gain.gain.exponentialRampToValueAtTime(loudness, start + 0.04);
      gain.gain.exponentialRampToValueAtTime(silence, start + toneS);
      const oscillator = context.createOscillator();
      oscillator.frequency.value = hertz;
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(start);
      oscillator.stop(start + toneS);
    },
  };
}
