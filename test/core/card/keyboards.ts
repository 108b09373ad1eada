import type { WedgeKey } from '../../../core/card/wedge.ts';

/** Each place of the US keyboard with its signs on some layouts, plain and with Shift. Written out by hand, apart from the core's. */
const rows = {
  us: [
    '`1234567890-=',
    '~!@#$%^&*()_+',
    "qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    'QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?',
  ],
  uk: [
    '`1234567890-=',
    '¬!"£$%^&*()_+',
    "qwertyuiop[]#asdfghjkl;'zxcvbnm,./",
    'QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>?',
  ],
  vietnamese: [
    '`ăâêô\u0300\u0309\u0303\u0301\u0323đ-₫',
    '~!@#$%^&*()_+',
    "qwertyuiopươ\\asdfghjkl;'zxcvbnm,./",
    'QWERTYUIOPƯƠ|ASDFGHJKL:"ZXCVBNM<>?',
  ],
  azerty: [
    '²&é"\'(-è_çà)=',
    '³1234567890°+',
    'azertyuiop^$*qsdfghjklmùwxcvbn,;:!',
    'AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§',
  ],
} as const;
export type LayoutName = keyof typeof rows;
const places = [
  'Backquote',
  ...Array.from('1234567890', (digit) => `Digit${digit}`),
  'Minus',
  'Equal',
  ...Array.from('QWERTYUIOP', (letter) => `Key${letter}`),
  'BracketLeft',
  'BracketRight',
  'Backslash',
  ...Array.from('ASDFGHJKL', (letter) => `Key${letter}`),
  'Semicolon',
  'Quote',
  ...Array.from('ZXCVBNM', (letter) => `Key${letter}`),
  'Comma',
  'Period',
  'Slash',
];

function signAt(layout: LayoutName, place: string, shift: boolean): string {
  if (place === 'Space') return ' ';
  const [digits, shiftedDigits, letters, shiftedLetters] = rows[layout];
  const plain = [...Array.from(digits), ...Array.from(letters)];
  const shifted = [...Array.from(shiftedDigits), ...Array.from(shiftedLetters)];
  return (shift ? shifted : plain)[places.indexOf(place)] ?? '';
}

/** How a scanner sends a letter that its keyboard has not. */
export type LetterWay =
  | 'dropped'
  | 'question-mark'
  | 'code-point'
  | 'code-point-zero'
  | 'bytes'
  | 'leaked-bytes'
  | 'leaked-code-point';
export type Keyboard = {
  layout?: LayoutName;
  capsLock?: boolean;
  letters?: LetterWay;
  /** Windows makes a sign of an Alt code; others make nothing. */
  windows?: boolean;
  /** An input method takes every letter key, as ibus and the Windows ones do. */
  inputMethod?: boolean;
  suffix?: 'Enter' | 'Tab' | null;
  gapMs?: number;
  /** One pause, half-way through the code. */
  pauseMs?: number;
  startAt?: number;
};

// The upper half of code page 437, the signs that Windows shows for Alt codes without a leading zero.
const oem =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

function windowsSign(digits: string): string {
  const value = Number(digits) % 256;
  if (value < 0x80) return String.fromCharCode(value);
  return digits.startsWith('0')
    ? new TextDecoder('windows-1252').decode(Uint8Array.of(value))
    : (oem[value - 0x80] ?? '');
}

/** The key events that a page sees when a scanner types `text` on this keyboard: two events for a key, a few ms apart. */
export function scannerTypes(text: string, keyboard: Keyboard = {}): WedgeKey[] {
  const { layout = 'us', capsLock = false, letters = 'dropped', gapMs = 3, suffix = 'Enter' } = keyboard;
  const events: WedgeKey[] = [];
  let at = keyboard.startAt ?? 1000;
  let shift = false;
  let alt = false;
  const emit = (kind: WedgeKey['kind'], key: string, code: string) => {
    const composing = keyboard.inputMethod === true && kind === 'down' && code.startsWith('Key');
    events.push({
      kind,
      key: composing ? 'Process' : key,
      code,
      shift,
      alt,
      command: false,
      capsLock,
      composing,
      repeat: false,
      at,
    });
    at += gapMs;
  };
  const press = (key: string, code: string) => {
    emit('down', key, code);
    emit('up', key, code);
  };
  const pressPlace = (place: string, shifted: boolean) => {
    const sign = signAt(layout, place, shifted);
    const key = capsLock && /^[A-Za-z]$/.test(sign) ? swapCase(sign) : sign;
    if (shifted) {
      shift = true;
      emit('down', 'Shift', 'ShiftLeft');
    }
    press(key, place);
    if (shifted) {
      shift = false;
      emit('up', 'Shift', 'ShiftLeft');
    }
  };
  const altCode = (digits: string) => {
    alt = true;
    emit('down', 'Alt', 'AltLeft');
    for (const digit of digits) press(digit, `Numpad${digit}`);
    alt = false;
    emit('up', 'Alt', 'AltLeft');
    if (keyboard.windows) emit('char', windowsSign(digits), '');
  };
  const letter = (sign: string) => {
    const bytes = Array.from(new TextEncoder().encode(sign), (byte) => `0${byte}`);
    const point = String(sign.codePointAt(0));
    const leak = (digits: string) => {
      for (const digit of digits) press(digit, `Numpad${digit}`);
    };
    if (letters === 'question-mark') pressPlace('Slash', true);
    if (letters === 'code-point') altCode(point);
    if (letters === 'code-point-zero') altCode(`0${point}`);
    if (letters === 'bytes') for (const byte of bytes) altCode(byte);
    if (letters === 'leaked-bytes') for (const byte of bytes) leak(byte);
    if (letters === 'leaked-code-point') leak(point);
  };

  for (const [index, sign] of Array.from(text).entries()) {
    if (index === Math.floor(text.length / 2)) at += keyboard.pauseMs ?? 0;
    const place = [...places, 'Space'].find((one) =>
      [false, true].some((on) => signAt('us', one, on) === sign),
    );
    if (place === undefined) letter(sign);
    else pressPlace(place, signAt('us', place, false) !== sign);
  }
  if (suffix !== null && suffix !== undefined) press(suffix, suffix);
  return events;
}

function swapCase(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}
