import { useEffect, useRef } from 'react';
import { isScanShape, readBurst, type TypedText } from '../../core/card/typed-text.ts';
import { createWedge } from '../../core/card/wedge.ts';
import { giveBack, rememberField, wedgeKeyOf } from './wedge-keys.ts';

/**
 * Catches what a scanner types that acts as a keyboard, before any part of the page sees it, and calls `onCode` with each
 * code. What a person types reaches the page, at most `gapMs` late. Codes that are nothing people show are swallowed all the same.
 */
export function useWedge(gapMs: number, onCode: (code: TypedText) => void): void {
  const latest = useRef(onCode);
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => listen(gapMs, (code) => latest.current(code)), [gapMs]);
}

function listen(gapMs: number, onCode: (code: TypedText) => void): () => void {
  const wedge = createWedge({ gapMs });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restoreField = () => {};

  function act({ release, burst }: Pick<ReturnType<typeof wedge.key>, 'release' | 'burst'>) {
    for (const key of release) giveBack(key);
    if (burst === null) return;
    const code = readBurst(burst);
    // An input method takes keys before the page can; what it made of the first of them goes again.
    if (code.inputMethod) restoreField();
    if (isScanShape(code)) onCode(code);
  }

  /** Waits from now, and not from when the key was pressed: keys may be late on their way here, all of them alike. */
  function arm(pressedAt: number) {
    clearTimeout(timer);
    const wakeAt = wedge.wakeAt();
    if (wakeAt === null) return;
    timer = setTimeout(() => {
      // Keys that came while the page was busy are still in the queue: they go before the next timer.
      timer = setTimeout(() => act(wedge.pause(wakeAt)), 0);
    }, wakeAt - pressedAt);
  }

  function onKey(event: KeyboardEvent) {
    // Keys that are given back pass here a second time.
    if (!event.isTrusted) return;
    if (wedge.wakeAt() === null) restoreField = rememberField();
    const answer = wedge.key(wedgeKeyOf(event));
    act(answer);
    if (answer.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    arm(event.timeStamp);
  }

  const kinds = ['keydown', 'keypress', 'keyup'] as const;
  for (const kind of kinds) window.addEventListener(kind, onKey, { capture: true });
  return () => {
    clearTimeout(timer);
    for (const kind of kinds) window.removeEventListener(kind, onKey, { capture: true });
  };
}
