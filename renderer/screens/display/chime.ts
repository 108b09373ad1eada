/** What the chime needs of WebAudio's `AudioContext`. */
export type ChimeContext = Pick<
  AudioContext,
  'state' | 'currentTime' | 'destination' | 'resume' | 'createGain' | 'createOscillator'
>;

const tones = [
  { hertz: 659.26, startS: 0 },
  { hertz: 523.25, startS: 0.35 },
];
const toneS = 1.1;
const loudness = 0.25;
/** A page that may not play yet is not worth waiting for: a chime long after its call misleads. */
const patienceMs = 1500;

/**
 * Two soft falling tones. Silent, and never throwing, where there is no sound device or the page may not play
 * before somebody has touched it. `open` is called at the first chime.
 */
export function createChime(open: () => ChimeContext): () => void {
  let context: ChimeContext | null = null;

  return () => {
    try {
      context ??= open();
      if (context.state === 'running') return play(context);
      void playSoon(context, performance.now() + patienceMs);
    } catch {
      // No sound device: the hall still sees the number.
      context = null;
    }
  };
}

async function playSoon(context: ChimeContext, untilMs: number): Promise<void> {
  try {
    await context.resume();
    if (performance.now() < untilMs) play(context);
  } catch {
    // The browser keeps the page silent.
  }
}

function play(context: ChimeContext): void {
  for (const tone of tones) {
    const start = context.currentTime + tone.startS;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(loudness, start + 0.04);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + toneS);
    const oscillator = context.createOscillator();
    oscillator.frequency.value = tone.hertz;
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + toneS);
  }
}
