import { useEffect } from 'react';

/** How often a person who only scrolls or types is reported as present. */
const everyMs = 5000;

/**
 * The core counts the quiet seconds by the commands it gets, but reading a long list sends none. Any touch or key is
 * therefore reported, at most once in five seconds; `isOn` is false on the welcome page, where nobody is waited for.
 */
export function useSignsOfLife(isOn: boolean, onSign: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    let lastSignAt = -Infinity;
    const sign = (event: Event) => {
      if (event.timeStamp - lastSignAt < everyMs) return;
      lastSignAt = event.timeStamp;
      onSign();
    };
    const kinds = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
    for (const kind of kinds) addEventListener(kind, sign, { passive: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, sign);
    };
  }, [isOn, onSign]);
}
