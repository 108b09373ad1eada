import { useEffect, useRef } from 'react';

export type ShortcutKey = 'F2' | 'F4' | 'F8' | 'F9';
const shortcutKeys: readonly string[] = ['F2', 'F4', 'F8', 'F9'] satisfies ShortcutKey[];

export function isShortcut(key: string): key is ShortcutKey {
  return shortcutKeys.includes(key);
}

/** Calls `press` for a plain function key; a key held down counts once. Alt+F4 and its kind stay the system's. */
export function useShortcuts(press: (key: ShortcutKey) => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !isShortcut(event.key)) return;
      event.preventDefault();
      if (!event.repeat) latest.current(event.key);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
