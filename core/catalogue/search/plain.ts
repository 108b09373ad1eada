/** Lower case without marks, `đ` as `d`, everything else than letters and digits as one space. */
export function plain(text: string): string {
  return wordsOf(text).map(withoutMarks).join(' ');
}

/** The words of a text in lower case, with their marks, under NFC. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}\p{Mark}]+/u)
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
}

export function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')
    .replaceAll('đ', 'd');
}
