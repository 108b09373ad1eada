import type { Clock } from '../../../core/clock.ts';

/** Two keys closer than this are not a person's: a scanner that types is reading a card into the wrong window. */
export const burstGapMs = 50;

/**
 * Tells an officer's letter and digit keys from the text of a card that a scanner types. A key counts once the gap after it
 * has passed in silence; keys of a burst, its Enter and its spaces too, do nothing. `press` gets the key that counted.
 */
export function createTypedKeys(deps: { clock: Pick<Clock, 'after'>; press: (key: string) => void }) {
  let lastAt = Number.NEGATIVE_INFINITY;
  let cancelPress = () => {};

  return {
    /**
     * `key`: the shortcut this key stands for, or `null` for any other key that a text may hold; `at`: when it went down, in
     * milliseconds. Answers whether it belongs to a burst and must be kept from the page.
     */
    down(key: string | null, at: number): 'burst' | 'alone' {
      const gap = at - lastAt;
      lastAt = at;
      cancelPress();
      cancelPress = () => {};
      if (gap < burstGapMs) return 'burst';
      if (key !== null) cancelPress = deps.clock.after(burstGapMs, () => deps.press(key));
      return 'alone';
    },
    stop: () => cancelPress(),
  };
}
