import { likeness } from './likeness.ts';
import { readingsOf } from './readings.ts';

export type Vocabulary = {
  /** The number of a word without marks; a new one for a word not seen before. */
  add(word: string): number;
  has(word: string): boolean;
  /**
   * The words that `typed` may have meant, with how likely each is. `isUnfinished`: more letters may follow, so every word that
   * begins so counts as well.
   */
  like(typed: string, isUnfinished: boolean): Map<number, number>;
};

/** Input methods' left-overs are likelier than slips. */
const anotherReading = 0.97;
const unfinishedLeast = 0.8;

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  // The same words are asked for with every further letter.
  const known = new Map<string, Map<number, number>>();

  function complete(typed: string): Map<number, number> {
    const remembered = known.get(typed);
    if (remembered !== undefined) return remembered;
    const found = new Map<number, number>();
    for (const [index, reading] of readingsOf(typed).entries()) {
      const share = index === 0 ? 1 : anotherReading;
      for (const [number, word] of words.entries()) {
        const alike = likeness(reading, word) * share;
        if (alike > (found.get(number) ?? 0)) found.set(number, alike);
      }
    }
    if (known.size >= rememberedWords) known.clear();
    known.set(typed, found);
    return found;
  }

  return {
    add(word) {
      const number = numbers.get(word) ?? words.length;
      if (number === words.length) {
        numbers.set(word, number);
        words.push(word);
        known.clear();
      }
      return number;
    },
    has: (word) => numbers.has(word),
    like(typed, isUnfinished) {
      const found = complete(typed);
      if (!isUnfinished) return found;
      const all = new Map(found);
      for (const [number, word] of words.entries()) {
        if (!word.startsWith(typed)) continue;
        const alike = unfinishedLeast + (1 - unfinishedLeast) * (typed.length / word.length);
        if (alike > (all.get(number) ?? 0)) all.set(number, alike);
      }
      return all;
    },
  };
}

const rememberedWords = 2_000;
