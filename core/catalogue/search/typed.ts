import { withoutMarks, wordsOf } from './plain.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One word of what was typed: as it stands, without marks, and the words of the catalogue it may have meant. */
export type TypedWord = { marked: string; bare: string; like: Map<number, number> };

const shortestJoined = 5;
const another = 0.97;

/** `meant`: spellings without marks -> the words they stand for, without marks. */
export function readTyped(
  text: string,
  vocabulary: Vocabulary,
  meant: ReadonlyMap<string, readonly string[]>,
): TypedWord[] {
  const isOpen = !/\s$/.test(text);
  const words = wordsOf(text.slice(0, longest)).flatMap((marked) =>
    apart(marked, vocabulary).flatMap((one) => {
      const stands = meant.get(withoutMarks(one));
      return stands !== undefined && stands.length > 1 ? stands : [one];
    }),
  );
  return words.map((marked, index) => {
    const bare = withoutMarks(marked);
    const like = vocabulary.like(bare, isOpen && index === words.length - 1);
    const spelt = meant.get(bare)?.[0];
    if (spelt === undefined) return { marked, bare, like };
    const both = new Map(like);
    for (const [number, alike] of vocabulary.like(spelt, false)) {
      both.set(number, Math.max(alike * another, both.get(number) ?? 0));
    }
    return { marked, bare, like: both };
  });
}

/** More than this is no question about a procedure. */
const longest = 300;

/** "khaisinh" is two words without the space between them. */
function apart(marked: string, vocabulary: Vocabulary): string[] {
  const bare = withoutMarks(marked);
  if (bare.length < shortestJoined || bare.length !== marked.length || vocabulary.has(bare)) return [marked];
  for (let at = 2; at <= bare.length - 2; at += 1) {
    if (vocabulary.has(bare.slice(0, at)) && vocabulary.has(bare.slice(at))) {
      return [marked.slice(0, at), marked.slice(at)];
    }
  }
  return [marked];
}
