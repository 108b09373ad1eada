const vowels = 'aeiouy';

/**
 * What a word without marks may have meant. An input method that was off leaves its keys in the word: "dawng", "hoonf"
 * (Telex), "d9a8ng" (VNI). The word as it stands comes first.
 */
export function readingsOf(word: string): string[] {
  const readings = [word];
  const isLetters = /^[a-z]+$/.test(word);
  if (isLetters) readings.push(withoutTelex(word));
  else if (/^[a-z][a-z0-9]*$/.test(word)) readings.push(word.replace(/[0-9]/g, ''));
  return [...new Set(readings)].filter((reading) => reading !== '');
}

/** No Vietnamese syllable has f, j, r, s, w, x or z behind its vowel, nor a vowel twice but "oo", which is rare. */
function withoutTelex(word: string): string {
  const firstVowel = Array.from(word).findIndex((letter) => vowels.includes(letter));
  if (firstVowel === -1) return word;
  // In "ddi" the key of the đ stands before the vowel, in "did" behind it.
  const onset = word.slice(0, firstVowel).replace(/dd/, 'd');
  const rest = word
    .slice(firstVowel)
    .replace(/[fjrsxwz]/g, '')
    .replace(/([aeo])([a-z]*)\1/, '$1$2');
  return onset + (onset.startsWith('d') ? rest.replace(/d$/, '') : rest);
}
