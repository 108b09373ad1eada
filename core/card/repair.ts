import type { CardReviewReason } from './reading.ts';

export type Repair = { reason: CardReviewReason; payload: string };

/**
 * Undoes, exactly, what keyboard scanners do to the text: each candidate is one whole payload. The caller keeps a
 * candidate only when it reads as a faultless card. Damage that merges letters (`?`, dropped letters, the OEM glyphs of Alt
 * codes, where ạ and ơ become the same sign) cannot be undone and yields none.
 */
export function proposeRepairs(text: string): Repair[] {
  const repairs: Repair[] = [];
  const propose = (reason: CardReviewReason, payload: string | null) => {
    if (payload !== null && payload !== text) repairs.push({ reason, payload: payload.normalize('NFC') });
  };
  if (!text.includes('|')) {
    // On the UK layout the key of | types ~, and its neighbour types ¦.
    if (text.includes('~')) propose('wrong-separator', text.replaceAll('~', '|'));
    if (text.includes('¦')) propose('wrong-separator', text.replaceAll('¦', '|'));
    return repairs;
  }
  propose('mojibake', undoWindows1252(text));
  propose('mojibake', undoWindows1258(text));
  propose('typed-as-bytes', inWords(text, readTypedBytes));
  propose('typed-as-code-points', inWords(text, readTypedCodePoints));
  return repairs;
}

/** The signs of Windows-1252 at 0x80 to 0x9F; five bytes have none and arrive as the control code itself. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function undoWindows1252(text: string): string | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const high = windows1252.indexOf(text.charAt(index));
    if (high >= 0) bytes[index] = 0x80 + high;
    else if (code <= 0xff) bytes[index] = code;
    else return null;
  }
  return decodeUtf8(bytes);
}

/** The code page of Vietnamese Windows. */
function undoWindows1258(text: string): string | null {
  const bytes = Array.from(text, (sign) => windows1258().get(sign) ?? sign.charCodeAt(0));
  return bytes.every((byte) => byte <= 0xff) ? decodeUtf8(Uint8Array.from(bytes)) : null;
}

let signs1258: ReadonlyMap<string, number> | null = null;
function windows1258(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('windows-1258');
  signs1258 ??= new Map(
    Array.from({ length: 0x100 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  return signs1258;
}

/** Only names and addresses are words; the digits of the other fields are digits. Gender may end in a typed letter. */
function inWords(
  text: string,
  read: (digits: string, before: string, after: string) => string | null,
): string {
  return text
    .split('|')
    .map((field, index) => {
      if (![2, 4, 5, 8, 9].includes(index)) return field;
      return field.replace(/[0-9]+/g, (digits, at: number) => {
        const before = field.charAt(at - 1);
        return read(digits, before, field.charAt(at + digits.length)) ?? digits;
      });
    })
    .join('|');
}

/** `022501870141` is ọ: each byte of its UTF-8 typed as 0 and three digits. */
function readTypedBytes(digits: string): string | null {
  if (digits.length % 4 !== 0 || digits.length < 8) return null;
  const bytes = new Uint8Array(digits.length / 4);
  for (let index = 0; index < bytes.length; index++) {
    const value = Number(digits.slice(4 * index, 4 * index + 4));
    if (value < 0x80 || value > 0xff) return null;
    bytes[index] = value;
  }
  return decodeUtf8(bytes);
}

const vietnameseCodePoints = new Set([
  ...Array.from('ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư'),
  ...Array.from({ length: 0x1ef9 - 0x1ea0 + 1 }, (_, index) => String.fromCodePoint(0x1ea0 + index)),
]);

/**
 * `7885` is ọ and `432417` is ươ. All codes have three digits, or four beginning with 7, so the split is unambiguous.
 * Digits that stand alone, or open a word before a capital (`224A Lê Lợi`), are house numbers.
 */
function readTypedCodePoints(digits: string, before: string, after: string): string | null {
  const startsWord = !/\p{L}/u.test(before);
  if (startsWord && !/\p{Ll}/u.test(after)) return null;
  let letters = '';
  for (let at = 0; at < digits.length; ) {
    const length = digits[at] === '7' ? 4 : 3;
    const letter = String.fromCodePoint(Number(digits.slice(at, at + length)));
    if (!vietnameseCodePoints.has(letter)) return null;
    letters += letter;
    at += length;
  }
  return letters;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
