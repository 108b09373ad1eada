import { useEffect, useRef } from 'react';
import { systemClock } from '../../../core/clock.ts';
import { meaningOf } from './shortcut-keys.ts';
import { createTypedKeys } from './typed-keys.ts';

/**
 * Calls `press` for a function key at once, and for a letter or digit when it surely is a person's. A key held down counts
 * once; keys with Alt, Ctrl or the like stay the system's, and those typed into a field the field's. Nothing while not `isOn`.
 */
export function useShortcuts(press: (key: string) => void, isOn: boolean): void {
  const latest = useRef({ press, isOn });
  useEffect(() => {
    latest.current = { press, isOn };
  });
  useEffect(() => {
    const typed = createTypedKeys({ clock: systemClock, press: (key) => latest.current.press(key) });
    function onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const meaning = meaningOf(event);
      if (meaning.at === 'function') {
        if (event.shiftKey) return;
        event.preventDefault();
        if (!event.repeat && latest.current.isOn) latest.current.press(meaning.key);
        return;
      }
      if (meaning.at === 'other' || event.repeat || isTypingIntoField()) return;
      const key = meaning.at === 'typed' && !event.shiftKey && latest.current.isOn ? meaning.key : null;
      const isBurst = typed.down(key, event.timeStamp) === 'burst';
      // A letter would also move the focus in a list, whose numbers begin with letters.
      if (isBurst || key !== null) event.stopPropagation();
      if (isBurst) event.preventDefault();
    }
    // Before the page's own handlers, so that a scanner's Enter presses no button.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      typed.stop();
    };
  }, []);
}

/** By the focus: a field that searches a list passes its keys on to the list, and those come with another target. */
function isTypingIntoField(): boolean {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement) return activeElement.type !== 'checkbox';
  return activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLSelectElement;
}
