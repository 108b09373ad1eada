import type { WedgeKey } from './wedge.ts';

/** Place of the key, and the signs of the US layout on it: plain and with Shift. */
const signs: ReadonlyMap<string, string> = new Map([
  ['Backquote', '`~'],
  ['Digit1', '1!'],
  ['Digit2', '2@'],
  ['Digit3', '3#'],
  ['Digit4', '4$'],
  ['Digit5', '5%'],
  ['Digit6', '6^'],
  ['Digit7', '7&'],
  ['Digit8', '8*'],
  ['Digit9', '9('],
  ['Digit0', '0)'],
  ['Minus', '-_'],
  ['Equal', '=+'],
  ['BracketLeft', '[{'],
  ['BracketRight', ']}'],
  ['Backslash', '\\|'],
  ['Semicolon', ';:'],
  ['Quote', `'"`],
  ['Comma', ',<'],
  ['Period', '.>'],
  ['Slash', '/?'],
  ['Space', '  '],
  ['NumpadDecimal', '..'],
  ['NumpadDivide', '//'],
  ['NumpadMultiply', '**'],
  ['NumpadSubtract', '--'],
  ['NumpadAdd', '++'],
]);

/** What a key writes by its place on the US layout, whatever the layout of this machine. Empty: nothing. */
export function signOnUsLayout({ code, shift }: WedgeKey): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const [, digit] = /^Numpad([0-9])$/.exec(code) ?? [];
  return digit ?? signs.get(code)?.charAt(shift ? 1 : 0) ?? '';
}
