/**
 * Makes any text safe to draw: no control, format or private signs (a right-to-left override turns a name round), no pile
 * of marks running over other lines, only signs the fonts have, and an end. Others become a dot, so that a loss is seen.
 */
export function printable(text: string, longest = 400): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/\p{C}/gu, '')
    // After NFC a Vietnamese letter carries no mark of its own; minority letters keep one.
    .replace(/(?!\p{Script=Khmer})(\p{M})(?:(?!\p{Script=Khmer})\p{M})+/gu, '$1')
    // A Khmer syllable has up to five: a letter below another is a mark, and so are vowels and tones.
    .replace(/((?:(?=\p{Script=Khmer})\p{M}){5})\p{M}+/gu, '$1')
    .replace(/[^\p{Script=Latin}\p{Script=Khmer}\u0300-\u036f0-9 \u00a0!-/:-@[-`{-~₫°–—‘’“”…•·«»№]/gu, '·')
    .replace(/(?<![\p{L}\p{M}])\p{M}+/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const letters = Array.from(clean);
  return letters.length <= longest
    ? clean
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
