import type { EverydayWords } from './everyday-words.ts';
import { withoutMarks, wordsOf } from './plain.ts';
import type { TypedWord } from './typed.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A saying found in what was typed: at which words, how surely, and whom it means. */
export type Heard = { places: number[]; sureness: number; documents: readonly number[] };
type Saying = { marked: string[]; words: number[]; documents: number[] };

/** So many other words may stand between two words of a saying. */
const gap = 2;
const perOtherWord = 0.97;
const otherMarks = 0.93;
const leastSure = 0.6;

/** Finds sayings in typed words. `documentOf` gives the document of a code; codes of other catalogues are left out. */
export function createSayings(
  sayings: EverydayWords['sayings'],
  vocabulary: Vocabulary,
  documentOf: (code: string) => number | undefined,
): (typed: readonly TypedWord[]) => Heard[] {
  const byFirstWord = new Map<number, Saying[]>();
  for (const { say, codes } of sayings) {
    const marked = wordsOf(say);
    const words = marked.map((word) => vocabulary.add(withoutMarks(word)));
    const documents = codes.map(documentOf).filter((one) => one !== undefined);
    const [first] = words;
    if (first === undefined || documents.length === 0) continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { marked, words, documents }]);
  }
  return (typed) =>
    typed.flatMap((word, at) =>
      Array.from(word.like.keys()).flatMap((number) =>
        (byFirstWord.get(number) ?? []).flatMap((saying) => hearAt(saying, typed, at) ?? []),
      ),
    );
}

function hearAt(saying: Saying, typed: readonly TypedWord[], from: number): Heard | null {
  const places: number[] = [];
  let sureness = 1;
  let at = from;
  for (const [index, number] of saying.words.entries()) {
    const last = index === 0 ? from : at + gap;
    let best = 0;
    let bestAt = -1;
    for (let place = at; place <= last; place += 1) {
      const word = typed[place];
      const alike = word === undefined ? 0 : asMarked(word, number, saying.marked[index] ?? '');
      const weighed = alike * perOtherWord ** (place - at);
      if (weighed > best) [best, bestAt] = [weighed, place];
    }
    sureness *= best;
    if (sureness < leastSure) return null;
    places.push(bestAt);
    at = bestAt + 1;
  }
  return { places, sureness, documents: saying.documents };
}

/** Marks that were typed and are others speak against a word: "mất" is not "mặt". */
function asMarked(word: TypedWord, number: number, marked: string): number {
  const alike = word.like.get(number) ?? 0;
  return word.marked === word.bare || word.marked === marked ? alike : alike * otherMarks;
}
