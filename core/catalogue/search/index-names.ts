import { plain, withoutMarks, wordsOf } from './plain.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

export type Named = { code: string; name: string; field: string };
export type IndexedName = {
  /** As typed without marks would be the whole name. */
  bare: string;
  /** The words of the name, in order. */
  words: readonly number[];
  marked: readonly string[];
  /** How much all words of the name say together. */
  weight: number;
};
export type Index = {
  vocabulary: Vocabulary;
  names: readonly IndexedName[];
  /** For each word the names that hold it. */
  inNames: ReadonlyMap<number, readonly number[]>;
  inFields: ReadonlyMap<number, readonly number[]>;
  /** How much a word says: rare ones more. */
  weightOf(word: number): number;
  /** That of a word nobody has heard of. */
  strangeWeight: number;
};

export function createIndex(procedures: readonly Named[]): Index {
  const vocabulary = createVocabulary();
  const inNames = new Map<number, number[]>();
  const inFields = new Map<number, number[]>();
  const add = (postings: Map<number, number[]>, words: readonly number[], document: number) => {
    for (const word of new Set(words)) {
      const held = postings.get(word);
      if (held === undefined) postings.set(word, [document]);
      else held.push(document);
    }
  };
  const numbersOf = (marked: readonly string[]) => marked.map((word) => vocabulary.add(withoutMarks(word)));
  const read = procedures.map(({ name, field }, document) => {
    const marked = wordsOf(name);
    const words = numbersOf(marked);
    add(inNames, words, document);
    add(inFields, numbersOf(wordsOf(field)), document);
    return { bare: plain(name), words, marked };
  });
  const weightOf = (word: number) => {
    const held = inNames.get(word)?.length ?? 0;
    return Math.log(1 + (procedures.length + 1) / (held + 1));
  };
  const weights = new Map(Array.from(inNames.keys(), (word) => [word, weightOf(word)]));
  const weightNow = (word: number) => weights.get(word) ?? weightOf(word);
  return {
    vocabulary,
    names: read.map((one) => ({
      ...one,
      weight: one.words.reduce((sum, word) => sum + weightNow(word), 0),
    })),
    inNames,
    inFields,
    weightOf: weightNow,
    strangeWeight: Math.log(2 + procedures.length) / 2,
  };
}
