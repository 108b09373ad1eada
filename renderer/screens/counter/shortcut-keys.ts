/** The keys a hand finds without looking. A browser keeps none of these for itself, unlike F1, F3, F5–F7 and F10–F12. */
export const functionKeys = ['F2', 'F4', 'F8', 'F9'] as const;
export type FunctionKey = (typeof functionKeys)[number];
const known: readonly string[] = functionKeys;

/** What a key on the keyboard stands for, by its place and not by what a Vietnamese layout or Telex makes of it. */
export type KeyMeaning =
  | { at: 'function'; key: FunctionKey }
  /** A letter or digit. */
  | { at: 'typed'; key: string }
  /** May be part of a typed text, or press a button that has the focus. */
  | { at: 'text' }
  | { at: 'other' };

export function meaningOf(event: Pick<KeyboardEvent, 'code' | 'key'>): KeyMeaning {
  const { code, key } = event;
  if (isFunctionKey(code)) return { at: 'function', key: code };
  const typed = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code);
  if (typed !== null) return { at: 'typed', key: typed[1] ?? typed[2] ?? '' };
  return key.length === 1 || key === 'Enter' || key === 'Tab' ? { at: 'text' } : { at: 'other' };
}

function isFunctionKey(code: string): code is FunctionKey {
  return known.includes(code);
}
