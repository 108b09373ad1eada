import type { Index } from './index-names.ts';
import type { Heard } from './sayings.ts';
import type { TypedWord } from './typed.ts';

const fillerWeight = 0.2;
const fieldShare = 0.45;
/** A later code of a saying is less likely meant. */
const perLaterCode = 0.05;
/** So many of the likeliest are looked at word by word. */
const lookedAt = 200;
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
  const best = candidates[0]?.explained ?? 0;
  const enough = Math.max(least, best * leastOfBest);
  const close = candidates.slice(0, lookedAt).filter(({ explained }) => explained >= enough);
  const scored = close.map((candidate) => ({
    document: candidate.document,
    score: candidate.explained + agreement(index, typed, weights, candidate, bare),
  }));
  const rest = candidates.slice(lookedAt).filter(({ explained }) => explained >= enough);
  return [
    ...scored
      .toSorted((a, b) => b.score - a.score || a.document - b.document)
      .map(({ document }) => document),
    ...rest.map(({ document }) => document),
  ];
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

/** Which share of the typed words a document explains, by its words or by what people call it. */
function explain(
  index: Index,
  typed: readonly TypedWord[],
  heard: readonly Heard[],
  weights: readonly number[],
): Candidate[] {
  const size = index.names.length;
  const explained = new Float64Array(size);
  const byHearing = new Float64Array(size);
  const hearing = hearingOf(heard, weights);
  const here = new Float64Array(size);
  for (const [place, { like }] of typed.entries()) {
    const weight = weights[place] ?? 0;
    const touched: number[] = [];
    const take = (document: number, share: number) => {
      const had = here[document] ?? 0;
      if (share <= had) return;
      if (had === 0) touched.push(document);
      here[document] = share;
    };
    for (const [number, alike] of like) {
      const share = alike ** 3;
      for (const document of index.inNames.get(number) ?? []) take(document, share);
      for (const document of index.inFields.get(number) ?? []) take(document, share * fieldShare);
    }
    for (const [document, share] of hearing.atPlace.get(place) ?? []) take(document, share);
    for (const document of touched) {
      explained[document] = (explained[document] ?? 0) + (here[document] ?? 0) * weight;
      here[document] = 0;
    }
  }
  for (const [document, share] of hearing.whole) byHearing[document] = share;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const candidates: Candidate[] = [];
  for (let document = 0; document < size; document += 1) {
    const sum = explained[document] ?? 0;
    if (sum > 0) candidates.push({ document, explained: sum / all, heard: byHearing[document] ?? 0 });
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
  return Math.max(byWords, 0.35 * heard) + (isExact ? 10 + marks / typed.length : 0);
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
