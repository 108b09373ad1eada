import type { Tone } from './sounds.ts';

/** Swells and dies away instead of clicking. */
const edgeSeconds = 0.012;

/**
 * Plays tones through WebAudio. The context is made with the first tone, by when someone has touched the screen: a browser
 * that lets no page sound by itself lets it after that. A machine without a loudspeaker stays silent.
 */
export function createLoudspeaker(): {
  play: (tones: readonly Tone[]) => void;
  close: () => void;
} {
  let context: AudioContext | null = null;
  return {
    play(tones) {
      try {
        context ??= new AudioContext();
        if (context.state === 'suspended') context.resume().catch(() => {});
        for (const tone of tones) playTone(context, tone);
      } catch {
        // Sound only repeats what the screen says.
      }
    },
    close() {
      context?.close().catch(() => {});
      context = null;
    },
  };
}

function playTone(context: AudioContext, tone: Tone) {
  const start = context.currentTime + 0.01 + tone.startMs / 1000;
  const end = start + tone.lengthMs / 1000;
  const voice = context.createOscillator();
  voice.type = 'sine';
  voice.frequency.setValueAtTime(tone.fromHz, start);
  voice.frequency.linearRampToValueAtTime(tone.toHz, end);
  const swell = context.createGain();
  swell.gain.setValueAtTime(0, start);
  swell.gain.linearRampToValueAtTime(tone.loudness, start + edgeSeconds);
  swell.gain.setTargetAtTime(0, end - edgeSeconds * 4, edgeSeconds);
  voice.connect(swell).connect(context.destination);
  voice.start(start);
  voice.stop(end + edgeSeconds * 4);
}
