import type { Random } from '../../card-corpus/random.ts';

/** Makes `count` slips of a hand: a letter missing, doubled, swapped with the next, or taken by a neighbouring key. */
export function mistype(random: Random, text: string, count: number): string {
  let letters = Array.from(text.normalize('NFC'));
  for (let slip = 0; slip < count; slip += 1) letters = slipOnce(random, letters);
  return letters.join('');
}

function slipOnce(random: Random, letters: string[]): string[] {
  const places = letters.flatMap((letter, at) => (/\p{Letter}/u.test(letter) ? [at] : []));
  const at = random.pick(places);
  const letter = letters[at] ?? '';
  const next = letters[at + 1];
  switch (random.pick(['missing', 'doubled', 'swapped', 'neighbour'])) {
    case 'missing':
      return letters.toSpliced(at, 1);
    case 'doubled':
      return letters.toSpliced(at, 0, letter);
    case 'swapped':
      return next === undefined || next === ' '
        ? letters.toSpliced(at, 1)
        : letters.toSpliced(at, 2, next, letter);
    default:
      return letters.toSpliced(at, 1, neighbourOf(random, letter));
  }
}

function neighbourOf(random: Random, letter: string): string {
  const key = letter.normalize('NFD').charAt(0);
  for (const [row, keys] of rows.entries()) {
    const column = keys.indexOf(key);
    if (column === -1) continue;
    const near = [keys[column - 1], keys[column + 1], rows[row + 1]?.[column]];
    return random.pick(near.filter((one) => one !== undefined));
  }
  return random.pick(Array.from('aeiou'));
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
