import type { Clock } from '../../../core/clock.ts';
import type { Speaker } from './speaker.ts';

const tones = [
  { hertz: 659.26, afterS: 0 },
  { hertz: 523.25, afterS: 0.35 },
];
/** A chime long after its call misleads: a page that may not play yet is waited for only this long. */
const patienceMs = 1500;

/**
 * Two soft falling tones. Silent, and never throwing, where there is no sound device or the page may not play
 * before somebody has touched it. `open` is called at the first chime.
 */
export function createChime(deps: { open: () => Speaker; clock: Clock }): () => void {
  let speaker: Speaker | null = null;

  async function chime() {
    try {
      speaker ??= deps.open();
      const until = deps.clock.now() + patienceMs;
      await speaker.wake();
      if (deps.clock.now() > until) return;
      for (const { hertz, afterS } of tones) speaker.tone(hertz, afterS);
    } catch {
      // No sound device, or a browser that keeps the page silent: the hall still sees the number.
    }
  }

  return () => void chime();
}
