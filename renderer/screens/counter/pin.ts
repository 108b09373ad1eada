/** The shape the border accepts. */
export const pinLength = { least: 4, most: 12 };

/** What a PIN field holds after `typed`: digits only, never longer than a PIN may be. */
export function pinOf(typed: string): string {
  return typed.replace(/\D/g, '').slice(0, pinLength.most);
}

export function isWholePin(pin: string): boolean {
  return pin.length >= pinLength.least;
}

/** One key of the keyboard on a PIN. `null`: not a key for it. */
export function afterKey(pin: string, key: string): string | null {
  if (/^\d$/.test(key)) return pinOf(pin + key);
  if (key === 'Backspace') return pin.slice(0, -1);
  return null;
}
