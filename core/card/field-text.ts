/** How far the text of a field can be believed: `hostile` text is on no card, `damaged` text came through a bad scanner. */
export type FieldText = 'sound' | 'damaged' | 'hostile';

export const longestName = 100;
export const longestAddress = 300;

/**
 * Letters outside the Vietnamese alphabet, hyphens and apostrophes are in names of minority peoples. `o` with horn and
 * breve has no precomposed form, so marks may remain after NFC; three on one letter are an attack on the paper.
 */
export function judgeName(name: string): FieldText {
  if (name.length > longestName || isPiledUp(name) || /[<>="{}[\]\\;:/@#$%^&*_+`~]/.test(name))
    return 'hostile';
  if (!/^[\p{Script=Latin}\u0300-\u036f '’ʼ‘-]+$/u.test(name) || !/^[\p{L}'’ʼ‘]/u.test(name))
    return 'damaged';
  return name.split(/[ '’ʼ‘-]/).every(isSyllable) ? 'sound' : 'damaged';
}

/** A word of two letters or more without a vowel has lost letters on the way (`Ngọc` arrives as `Ngc`). */
function isSyllable(word: string): boolean {
  const letters = word.normalize('NFD').replace(/[^\p{L}]/gu, '');
  return letters.length < 2 || /[aeiouy]/i.test(letters);
}

/**
 * `Quytx`: no Vietnamese syllable, and none of the names of minority peoples, ends in these letters, but a scanner's keys
 * do where Telex takes them for tones. Foreign names may, so this is a place to look at and nothing worse.
 */
export function hasStrayToneKey(name: string): boolean {
  return name.split(/[ '’ʼ‘-]/).some((word) => /.[fjxz]$/i.test(word));
}

export function judgeAddress(address: string): FieldText {
  if (address.length > longestAddress || isPiledUp(address) || /[<>={}\\`$]/.test(address)) return 'hostile';
  if (!/^[\p{Script=Latin}\p{Nd}\u0300-\u036f ,./'’ʼ‘()&:+°"“”–-]*$/u.test(address)) return 'damaged';
  // A cell that opens with + is run as a formula by spreadsheets.
  return address.startsWith('+') || hasCodePointWord(address) ? 'damaged' : 'sound';
}

/** `N259m` and `Tr7841i`: digits inside a word are letters that were typed as their number. */
function hasCodePointWord(text: string): boolean {
  return /\p{L}[0-9]{3,}\p{Ll}|[0-9]{4,}\p{Ll}{2}/u.test(text);
}

function isPiledUp(text: string): boolean {
  return /[\u0300-\u036f]{3}/.test(text);
}

/** What a person typed, as it stands on a card: NFC, one space between words. */
export function tidyTyped(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What can be said of a name while it is typed; `unfinished` has no vowel in its last word yet, as in `Trần V`. */
export type NameCheck = 'empty' | 'unfinished' | 'wrong' | 'one-word' | 'good';

export function checkTypedName(text: string): NameCheck {
  const name = tidyTyped(text);
  if (name === '') return 'empty';
  if (judgeName(name) === 'sound') return name.includes(' ') ? 'good' : 'one-word';
  return judgeName(`${name}a`) === 'sound' ? 'unfinished' : 'wrong';
}
