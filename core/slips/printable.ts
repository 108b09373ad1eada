/**
 * Makes any text safe to draw: no control, format or private signs (a right-to-left override turns a name round), no pile
 * of marks running over other lines, only signs the font has, and an end. Others become a dot, so that a loss is seen.
 */
export function printable(text: string, longest = 300): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/\p{C}/gu, '')
    // After NFC a Vietnamese letter carries no mark of its own; minority letters keep one.
    .replace(/(\p{M})\p{M}+/gu, '$1')
    .replace(/[^\p{Script=Latin}\p{M}0-9 \u00a0!-/:-@[-`{-~₫°–—‘’“”…•·«»№]/gu, '·')
    .replace(/(?<!\p{L})\p{M}/gu, '')
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
