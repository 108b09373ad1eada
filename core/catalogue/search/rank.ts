import type { Index } from './index-names.ts';
import type { Heard } from './sayings.ts';
import type { TypedWord } from './typed.ts';

const fillerWeight = 0.2;
const fieldShare = 0.65;
/** Of a word that stands in some saying for the procedure. */
const sayingShare = 0.8;
/** A later code of a saying is less likely meant. */
const perLaterCode = 0.05;
/** Words of names are looked at when they are nearly as like as the likeliest: the others are many and mean little. */
const likestNames = 0.7;
const heardBonus = 0.5;
const commonBonus = 0.12;
/** So many of the likeliest are looked at word by word. */
const lookedAt = 100;
/** What explains less of the typed words than this share of the best is no answer. */
const leastOfBest = 0.62;
const least = 0.4;

type Candidate = { document: number; explained: number; heard: number };

/** The documents that may be meant, the likeliest first. */
export function rank(
  index: Index,
  typed: readonly TypedWord[],
  heard: readonly Heard[],
  fillers: ReadonlySet<string>,
  bare: string,
): number[] {
  if (typed.length === 0) return [];
  const weights = typed.map((word) => weightOf(index, word, fillers));
  const candidates = explain(index, typed, heard, weights);
  const scored = candidates.slice(0, lookedAt).map((candidate) => ({
    document: candidate.document,
    score: candidate.explained + agreement(index, typed, weights, candidate, bare),
  }));
  return [
    ...scored.toSorted((a, b) => b.score - a.score || a.document - b.document),
    ...candidates.slice(lookedAt),
  ].map(({ document }) => document);
}

/** How much a typed word says: as much as the words of names it is most like. */
function weightOf(index: Index, word: TypedWord, fillers: ReadonlySet<string>): number {
  let sum = 0;
  let shares = 0;
  for (const [number, alike] of word.like) {
    if (!index.inNames.has(number)) continue;
    const share = alike ** 8;
    sum += share * index.weightOf(number);
    shares += share;
  }
  const weight = shares === 0 ? index.strangeWeight : sum / shares;
  return fillers.has(word.bare) ? weight * fillerWeight : weight;
}

/** Which share of the typed words a document explains, by its words or by what people call it; those that explain enough. */
function explain(
  index: Index,
  typed: readonly TypedWord[],
  heard: readonly Heard[],
  weights: readonly number[],
): Candidate[] {
  const size = index.names.length;
  const explained = new Float64Array(size);
  const hearing = hearingOf(heard, weights);
  const here = new Float64Array(size);
  const touched = new Int32Array(size);
  for (const [place, { like }] of typed.entries()) {
    const weight = weights[place] ?? 0;
    let count = 0;
    const take = (documents: Int32Array | undefined, share: number) => {
      if (documents === undefined) return;
      // Indexed and without tests: this runs some ten thousand times for one question.
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at]!;
        const had = here[document]!;
        if (share <= had) continue;
        if (had === 0) touched[count++] = document;
        here[document] = share;
      }
    };
    const enoughAlike = likestNames * Math.max(0, ...like.values());
    for (const [number, alike] of like) {
      if (alike < enoughAlike) continue;
      const share = alike ** 3;
      take(index.inNames.get(number), share);
      take(index.inFields.get(number), share * fieldShare);
      take(index.inSayings.get(number), share * sayingShare);
    }
    for (const [document, share] of hearing.atPlace.get(place) ?? []) take(Int32Array.of(document), share);
    for (let at = 0; at < count; at += 1) {
      const document = touched[at]!;
      explained[document]! += here[document]! * weight;
      here[document] = 0;
    }
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let best = 0;
  for (let document = 0; document < size; document += 1) best = Math.max(best, explained[document]! / all);
  const enough = Math.max(least, best * leastOfBest);
  const candidates: Candidate[] = [];
  for (let document = 0; document < size; document += 1) {
    const share = explained[document]! / all;
    if (share >= enough) {
      candidates.push({ document, explained: share, heard: hearing.whole.get(document) ?? 0 });
    }
  }
  return candidates.toSorted(
    (a, b) => b.explained + b.heard - a.explained - a.heard || a.document - b.document,
  );
}

/** For each place the documents that sayings mean there, and for each document the best of its sayings. */
function hearingOf(heard: readonly Heard[], weights: readonly number[]) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const atPlace = new Map<number, Map<number, number>>();
  const whole = new Map<number, number>();
  for (const { places, sureness, documents } of heard) {
    const covered = places.reduce((sum, place) => sum + (weights[place] ?? 0), 0) / all;
    for (const [order, document] of documents.entries()) {
      const share = sureness * (1 - perLaterCode * order);
      whole.set(document, Math.max(share * covered, whole.get(document) ?? 0));
      for (const place of places) {
        const there = atPlace.get(place) ?? new Map<number, number>();
        there.set(document, Math.max(share, there.get(document) ?? 0));
        atPlace.set(place, there);
      }
    }
  }
  return { atPlace, whole };
}

/** What speaks for a candidate besides its words: their order, their marks, that little else is in the name, a saying. */
function agreement(
  index: Index,
  typed: readonly TypedWord[],
  weights: readonly number[],
  { document, heard }: Candidate,
  bare: string,
): number {
  const name = index.names[document];
  if (name === undefined) return 0;
  const places = typed.map(({ like }) => placeOf(name.words, like));
  let inOrder = 0;
  let marks = 0;
  const covered = new Set<number>();
  for (const [at, place] of places.entries()) {
    if (place === -1) continue;
    covered.add(place);
    const before = typed[at - 1];
    if (before !== undefined && place > 0 && (before.like.get(name.words[place - 1] ?? -1) ?? 0) > 0)
      inOrder += weights[at] ?? 0;
    if (typed[at]?.marked === name.marked[place]) marks += 1;
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let coveredWeight = 0;
  for (const place of covered) coveredWeight += index.weightOf(name.words[place] ?? -1);
  const byWords =
    0.15 * (inOrder / all) + 0.15 * (coveredWeight / name.weight) + 0.05 * (marks / typed.length);
  const isExact = name.bare === bare;
  return (
    Math.max(byWords, heardBonus * heard) +
    (index.isCommon.has(document) ? commonBonus : 0) +
    (isExact ? 10 + marks / typed.length : 0)
  );
}

/** Where in the name the word most like the typed one stands. */
function placeOf(words: readonly number[], like: ReadonlyMap<number, number>): number {
  let best = 0;
  let bestAt = -1;
  for (const [at, word] of words.entries()) {
    const alike = like.get(word) ?? 0;
    if (alike > best) [best, bestAt] = [alike, at];
  }
  return bestAt;
}
