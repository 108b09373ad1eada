import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { systemClock } from '../../../core/clock.ts';
import type { DisplayView } from '../../../core/contract.ts';
import { createAnnouncer, type Announcer, type AnnouncerState } from './announcer.ts';
import { openPlayer } from './player.ts';

const memoryKey = 'motcua-spoken-up-to';

/** The voice of this screen, which hears every view. */
export function useAnnouncer(view: DisplayView): AnnouncerState & Pick<Announcer, 'unlock'> {
  const [announcer] = useState(browserAnnouncer);
  const state = useSyncExternalStore(announcer.subscribe, announcer.getState, announcer.getState);
  // Before the screen is painted: the number on it and the number that is spoken are the same from the first moment.
  useLayoutEffect(() => announcer.hear(view), [announcer, view]);
  useEffect(() => announcer.start(), [announcer]);
  useEffect(() => {
    const { unlock } = announcer;
    addEventListener('pointerup', unlock);
    addEventListener('keydown', unlock);
    return () => {
      removeEventListener('pointerup', unlock);
      removeEventListener('keydown', unlock);
    };
  }, [announcer]);
  return { ...state, unlock: announcer.unlock };
}

function browserAnnouncer(): Announcer {
  return createAnnouncer({
    openPlayer: (changed) =>
      openPlayer({
        openContext: () => new AudioContext(),
        load: (path) => fetch(path),
        clock: systemClock,
        changed,
      }),
    clock: systemClock,
    memory: {
      read() {
        const id = globalThis.sessionStorage?.getItem(memoryKey) ?? null;
        return id === null ? null : Number(id);
      },
      write: (id) => globalThis.sessionStorage?.setItem(memoryKey, String(id)),
    },
  });
}
