/** Less than this is no likeness. */
const least = 0.58;

/**
 * How likely it is that `typed` was meant as `word`, from 0 to 1; both without marks. Knows slips of the hand (a letter
 * missing, too much, swapped, its neighbour on the keyboard) and what sounds alike in the south.
 */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  const longer = Math.max(typed.length, word.length);
  if (Math.abs(typed.length - word.length) > 2 || longer < 2) return 0;
  const bySlips = 1 - slips(typed, word) / (longer + 1);
  const bySound = sound(typed) === sound(word) ? 0.86 : 0;
  const found = Math.max(bySlips, bySound);
  return found < least ? 0 : found;
}

/** Costs of the slips that make `word` into `typed`; each is about 1. */
function slips(typed: string, word: string): number {
  let before: number[] = [];
  let above = Array.from({ length: word.length + 1 }, (_, column) => column * missing);
  for (let row = 1; row <= typed.length; row += 1) {
    const letter = typed.charAt(row - 1);
    const extra = row > 1 && typed.charAt(row - 2) === letter ? doubled : tooMuch;
    const line = [row * tooMuch];
    for (let column = 1; column <= word.length; column += 1) {
      const wanted = word.charAt(column - 1);
      let cost = Math.min(
        (above[column] ?? 0) + extra,
        (line[column - 1] ?? 0) + missing,
        (above[column - 1] ?? 0) + exchange(letter, wanted),
      );
      const isSwapped =
        row > 1 && column > 1 && letter === word.charAt(column - 2) && typed.charAt(row - 2) === wanted;
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + swapped);
      line.push(cost);
    }
    before = above;
    above = line;
  }
  return above[word.length] ?? 0;
}

const missing = 0.9;
const tooMuch = 1;
const doubled = 0.5;
const swapped = 0.8;

function exchange(typed: string, wanted: string): number {
  if (typed === wanted) return 0;
  return neighbours.has(typed + wanted) ? 0.8 : 1.2;
}

const neighbours = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row, index, rows) =>
    Array.from(row).flatMap((key, at) => {
      const below = rows[index + 1] ?? '';
      const near = [row.charAt(at + 1), below.charAt(at), below.charAt(at - 1)].filter(Boolean);
      return near.flatMap((other) => [key + other, other + key]);
    }),
  ),
);

/** The same for words that many people in the south say alike. */
function sound(word: string): string {
  return word
    .replace(/^(?:gi|v)(?=[aeiouy])/, 'd')
    .replace(/^tr/, 'ch')
    .replace(/^x/, 's')
    .replace(/^qu/, 'w')
    .replace(/(?:ng|nh)$/, 'n')
    .replace(/ch?$/, 't')
    .replaceAll('y', 'i');
}
