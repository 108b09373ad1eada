import { useEffect, useRef } from 'react';

/** Asks for the list of procedures while it is wanted, and says when it no longer is. */
export function useBrowsing(isWanted: boolean, browse: (on: boolean) => void): void {
  const latest = useRef(browse);
  useEffect(() => {
    latest.current = browse;
  });
  useEffect(() => {
    if (!isWanted) return undefined;
    latest.current(true);
    return () => latest.current(false);
  }, [isWanted]);
}
