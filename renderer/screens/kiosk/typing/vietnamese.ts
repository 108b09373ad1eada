/**
 * Vietnamese by keys that show their letters: nobody has to know Telex. A tone goes to the vowel where it belongs,
 * wherever in the word the caret stands, and moves along when letters follow.
 */
export type Typed = { text: string; caret: number };

/** The combining marks of the five tones, under the letter that shows each on its key. */
export const tones = { á: '\u0301', à: '\u0300', ả: '\u0309', ã: '\u0303', ạ: '\u0323' } as const;
export type ToneKey = keyof typeof tones;
const anyTone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A letter at the caret. `ê` right after `e` (or a toned one) takes its place: the two never stand side by side. */
export function typeLetter({ text, caret }: Typed, letter: string): Typed {
  const last = lastSign(text.slice(0, caret));
  const hasMark = letter !== base(letter);
  const replaces = hasMark && last !== '' && base(last) === base(letter);
  const tone = replaces ? (last.normalize('NFD').match(anyTone)?.[0] ?? '') : '';
  const before = text.slice(0, caret - (replaces ? last.length : 0));
  const typed = (letter + tone).normalize('NFC');
  const put = before + (replaces && last !== last.toLowerCase() ? typed.toUpperCase() : typed);
  const upTo = { text: put + text.slice(caret), caret: put.length };
  return changeWord(upTo, moveTone);
}

/** A tone on the word at the caret. Pressed again it goes to the other place where people write it (hòa, hoà), then away. */
export function typeTone(typed: Typed, key: ToneKey): Typed {
  return changeWord(typed, (word) => {
    const letters = signs(word);
    const bare = letters.map(withoutTone);
    const places = tonePlaces(bare);
    const now = letters.findIndex((letter) => letter.normalize('NFD').includes(tones[key]));
    const to = places[places.indexOf(now) + 1];
    return to === undefined ? bare.join('') : placed(bare, to, tones[key]);
  });
}

export function deleteBack({ text, caret }: Typed): Typed {
  const before = text.slice(0, caret - lastSign(text.slice(0, caret)).length);
  return { text: before + text.slice(caret), caret: before.length };
}

/** Names and addresses stand on the card with every word capitalised; only the case of letters changes. */
export function capitaliseWords(text: string): string {
  return text.replace(
    /(^|[\s'’ʼ‘,./(-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function changeWord({ text, caret }: Typed, change: (word: string) => string): Typed {
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(0, caret))?.[0] ?? '';
  const after = /^[\p{L}\p{M}]*/u.exec(text.slice(caret))?.[0] ?? '';
  const from = caret - before.length;
  const word = change(before + after);
  const lettersBefore = signs(before).length;
  return {
    text: text.slice(0, from) + word + text.slice(caret + after.length),
    caret: from + signs(word).slice(0, lettersBefore).join('').length,
  };
}

/** A tone that stands where nobody writes it, because letters were added, goes where it belongs. */
function moveTone(word: string): string {
  const letters = signs(word);
  const now = letters.findIndex((letter) => withoutTone(letter) !== letter);
  const tone = letters[now]?.normalize('NFD').match(anyTone)?.[0];
  const bare = letters.map(withoutTone);
  const places = tonePlaces(bare);
  const to = places[0];
  return tone === undefined || to === undefined || places.includes(now) ? word : placed(bare, to, tone);
}

/** Where a tone may stand, the usual place first: two places where both spellings are in use. */
function tonePlaces(bare: string[]): number[] {
  const plain = bare.map(base);
  const isVowel = (at: number) => {
    const before = plain[at - 1] ?? '';
    const isPartOfConsonant =
      (plain[at] === 'u' && before === 'q') ||
      (plain[at] === 'i' && before === 'g' && at === 1 && /[aeiouy]/.test(plain[at + 1] ?? ''));
    return /^[aeiouy]$/.test(plain[at] ?? '') && !isPartOfConsonant;
  };
  let end = plain.length;
  while (end > 0 && !isVowel(end - 1)) end--;
  let start = end;
  while (start > 0 && isVowel(start - 1)) start--;
  const group = plain.slice(start, end).join('');
  if (group === '') return [];

  const marked = bare.slice(start, end).findLastIndex((letter) => base(letter) !== letter.toLowerCase());
  if (marked >= 0) return [start + marked];
  if (end < plain.length) return [end - 1];
  if (group.length === 2) return ['oa', 'oe', 'uy'].includes(group) ? [start, start + 1] : [start];
  return [start + Math.min(1, group.length - 1)];
}

function placed(bare: string[], at: number, tone: string): string {
  return bare.with(at, ((bare[at] ?? '') + tone).normalize('NFC')).join('');
}

function withoutTone(letter: string): string {
  return letter.normalize('NFD').replace(anyTone, '').normalize('NFC');
}

/** `Ễ` → `e`, `Đ` → `d` */
function base(letter: string): string {
  return letter.normalize('NFD').charAt(0).toLowerCase().replace('đ', 'd');
}

/** Letters with all their marks; some, such as ơ̆, have no single sign. */
function signs(text: string): string[] {
  return text.match(/[^\p{M}]\p{M}*/gu) ?? [];
}

function lastSign(text: string): string {
  return signs(text).at(-1) ?? '';
}
