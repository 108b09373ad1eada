import type { EverydayWords } from './everyday-words.ts';
import { byCode } from './by-code.ts';
import { createIndex, type Named } from './index-names.ts';
import { createSayings } from './sayings.ts';
import { plain, withoutMarks, wordsOf } from './plain.ts';
import { rank } from './rank.ts';
import { readTyped } from './typed.ts';

export type Search<Item> = (typed: string, limit?: number) => Item[];

/**
 * Builds the index of a catalogue once. What it returns finds procedures by what people type: with or without marks, with
 * slips, in everyday words, by code or by field; the likeliest first, an exact name before all others, at most `limit`.
 * Nothing typed, or something unheard of, finds nothing. The same text always finds the same.
 */
export function createSearch<Item extends Named>(
  procedures: readonly Item[],
  everyday: EverydayWords,
): Search<Item> {
  const index = createIndex(procedures, callings(everyday));
  const documents = new Map(procedures.map(({ code }, document) => [code, document]));
  const hear = createSayings(everyday.sayings, index.vocabulary, (code) => documents.get(code));
  const fillers = new Set(wordsOf(everyday.fillers).map(withoutMarks));
  const meant = new Map(
    everyday.spellings.map(({ written, meant: words }) => [
      withoutMarks(written),
      wordsOf(words).map(withoutMarks),
    ]),
  );

  return (text, limit = Number.POSITIVE_INFINITY) => {
    const found = new Set(byCode(procedures, text));
    const typed = readTyped(text, index.vocabulary, meant);
    for (const document of rank(index, typed, hear(typed), fillers, plain(text))) found.add(document);
    return Array.from(found)
      .slice(0, limit)
      .flatMap((document) => procedures[document] ?? []);
  };
}

/** What people call each procedure, by its code: only where it is the one they mean first. */
function callings({ sayings }: EverydayWords): Map<string, string[]> {
  const called = new Map<string, string[]>();
  for (const { say, codes } of sayings) {
    const [code] = codes;
    if (code !== undefined) called.set(code, [...(called.get(code) ?? []), say]);
  }
  return called;
}
