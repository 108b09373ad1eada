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
  inNames: ReadonlyMap<number, Int32Array>;
  inFields: ReadonlyMap<number, Int32Array>;
  inSayings: ReadonlyMap<number, Int32Array>;
  /** How much a word says: rare ones more. */
  weightOf(word: number): number;
  /** What people have words for is what they want most. */
  isCommon: ReadonlySet<number>;
  /** That of a word nobody has heard of. */
  strangeWeight: number;
};

/** `called`: what people call a procedure, by its code. */
export function createIndex(
  procedures: readonly Named[],
  called: ReadonlyMap<string, readonly string[]>,
): Index {
  const vocabulary = createVocabulary();
  const inNames = new Map<number, number[]>();
  const inFields = new Map<number, number[]>();
  const inSayings = new Map<number, number[]>();
  const add = (postings: Map<number, number[]>, words: readonly number[], document: number) => {
    for (const word of new Set(words)) {
      const held = postings.get(word);
      if (held === undefined) postings.set(word, [document]);
      else held.push(document);
    }
  };
  const numbersOf = (marked: readonly string[]) => marked.map((word) => vocabulary.add(withoutMarks(word)));
  const read = procedures.map(({ code, name, field }, document) => {
    const marked = wordsOf(name);
    const words = numbersOf(marked);
    add(inNames, words, document);
    add(inFields, numbersOf(wordsOf(field)), document);
    add(inSayings, numbersOf((called.get(code) ?? []).flatMap(wordsOf)), document);
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
    inNames: packed(inNames),
    inFields: packed(inFields),
    inSayings: packed(inSayings),
    isCommon: new Set(procedures.flatMap(({ code }, document) => (called.has(code) ? [document] : []))),
    weightOf: weightNow,
    strangeWeight: Math.log(2 + procedures.length) / 2,
  };
}

function packed(postings: ReadonlyMap<number, readonly number[]>): Map<number, Int32Array> {
  return new Map(Array.from(postings, ([word, documents]) => [word, Int32Array.from(documents)]));
}
