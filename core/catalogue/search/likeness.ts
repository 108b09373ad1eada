/** Less than this is no likeness. */
const least = 0.64;

/**
 * How likely it is that `typed` was meant as `word`, from 0 to 1; both without marks. Knows slips of the hand (a letter
 * missing, too much, swapped, its neighbour on the keyboard) and what sounds alike in the south.
 */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  const longer = Math.max(typed.length, word.length);
  if (Math.abs(typed.length - word.length) > 2 || longer < 2 || longer > longestWord) return 0;
  const bySlips = 1 - slips(typed, word, (1 - least) * (longer + 1)) / (longer + 1);
  const bySound = soundOf(typed) === soundOf(word) ? 0.86 : 0;
  const found = Math.max(bySlips, bySound);
  return found < least ? 0 : found;
}

// Filled anew each time: this is the innermost loop of a search.
const longestWord = 24;
const rows = [0, 1, 2].map(() => new Float64Array(longestWord + 1));

/** Costs of the slips that make `word` into `typed`; each is about 1. Stops where they are more than `most`. */
function slips(typed: string, word: string, most: number): number {
  let [before, above, line] = rows as [Float64Array, Float64Array, Float64Array];
  for (let column = 0; column <= word.length; column += 1) above[column] = column * missing;
  for (let row = 1; row <= typed.length; row += 1) {
    const letter = typed.charCodeAt(row - 1);
    const letterBefore = typed.charCodeAt(row - 2);
    const extra = letterBefore === letter ? doubled : tooMuch;
    let cheapest = (line[0] = row * tooMuch);
    for (let column = 1; column <= word.length; column += 1) {
      const wanted = word.charCodeAt(column - 1);
      let cost = Math.min(
        above[column]! + extra,
        line[column - 1]! + missing,
        above[column - 1]! + exchange(letter, wanted),
      );
      if (row > 1 && column > 1 && letter === word.charCodeAt(column - 2) && letterBefore === wanted) {
        cost = Math.min(cost, before[column - 2]! + swapped);
      }
      line[column] = cost;
      cheapest = Math.min(cheapest, cost);
    }
    if (cheapest > most) return cheapest;
    [before, above, line] = [above, line, before];
  }
  return above[word.length]!;
}

const missing = 0.9;
const tooMuch = 1;
const doubled = 0.5;
const swapped = 0.8;

function exchange(typed: number, wanted: number): number {
  if (typed === wanted) return 0;
  return neighbours.has(typed * 1024 + wanted) ? 0.8 : 1.2;
}

const neighbours = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row, index, all) =>
    Array.from(row).flatMap((key, at) => {
      const below = all[index + 1] ?? '';
      const near = [row.charAt(at + 1), below.charAt(at), below.charAt(at - 1)].filter(Boolean);
      return near.flatMap((other) => [
        key.charCodeAt(0) * 1024 + other.charCodeAt(0),
        other.charCodeAt(0) * 1024 + key.charCodeAt(0),
      ]);
    }),
  ),
);

const sounds = new Map<string, string>();

function soundOf(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  if (sounds.size >= rememberedSounds) sounds.clear();
  const found = sound(word);
  sounds.set(word, found);
  return found;
}

const rememberedSounds = 10_000;

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
