import type { ProcedureSummary } from '../../../core/contract.ts';
import { createRandom, type Random } from '../../card-corpus/random.ts';
import heldOut from './held-out.json' with { type: 'json' };
import { mistype } from './mistype.ts';

export type QueryKind = 'no-marks' | 'misspelt' | 'input-method' | 'everyday' | 'everyday-misspelt';
export type Query = { typed: string; wanted: string; kind: QueryKind };

/**
 * What people would type, from a seed. Queries by name keep at least so many words that no more than five procedures hold
 * them all: what even a perfect reader could not place among five is no question. Everyday words come from the list that was
 * written before there was a matcher.
 */
export function queriesFor(catalogue: readonly ProcedureSummary[], seed: number, count: number): Query[] {
  const random = createRandom(seed, 'queries');
  const words = catalogue.map(({ name }) => new Set(split(name)));
  const holding = (kept: readonly string[]) =>
    words.filter((all) => kept.every((word) => all.has(word))).length;
  const byName = (): Pick<Query, 'typed' | 'wanted'> | null => {
    const { name, code } = random.pick(catalogue);
    const kept = keepSome(random, split(name));
    return holding(kept) <= 5 ? { typed: kept.join(' '), wanted: code } : null;
  };
  const kinds: QueryKind[] = ['no-marks', 'misspelt', 'input-method', 'everyday', 'everyday-misspelt'];
  const queries: Query[] = [];
  while (queries.length < count) {
    const kind = kinds[queries.length % kinds.length] ?? 'everyday';
    if (kind === 'everyday' || kind === 'everyday-misspelt') {
      const [typed = '', wanted = ''] = random.pick(heldOut);
      const marked = random.chance(0.5) ? typed : withoutMarks(typed);
      queries.push({ kind, wanted, typed: kind === 'everyday' ? marked : mistype(random, marked, 1) });
      continue;
    }
    const query = byName();
    if (query === null) continue;
    const typed = {
      'no-marks': () => withoutMarks(query.typed),
      misspelt: () =>
        mistype(random, random.chance(0.5) ? query.typed : withoutMarks(query.typed), random.whole(1, 3)),
      'input-method': () => leftOvers(random, query.typed),
    }[kind]();
    queries.push({ ...query, kind, typed });
  }
  return queries;
}

/** Names are long: people leave out the first words, the last ones, or one in between. */
function keepSome(random: Random, words: string[]): string[] {
  if (words.length < 5) return words;
  const from = random.chance(0.4) ? random.whole(1, 2) : 0;
  const to = words.length - (random.chance(0.4) ? random.whole(1, Math.ceil(words.length / 4)) : 0);
  const without = random.chance(0.3) ? random.whole(from, to - 1) : -1;
  return words.filter((_, index) => index >= from && index < to && index !== without);
}

/** Text typed with the input method off: its keys stand there instead of the marks. */
function leftOvers(random: Random, text: string): string {
  const method = random.chance(0.6) ? telex : vni;
  return text
    .split(' ')
    .map((word) => (random.chance(0.5) ? keysOf(word, method) : withoutMarks(word)))
    .join(' ');
}

function keysOf(word: string, method: Readonly<Record<string, string>>): string {
  let tone = '';
  const letters = Array.from(word.normalize('NFD')).map((letter, at, all) => {
    const key = letter === circumflex && method === telex ? all[at - 1] : method[letter];
    if (key === undefined) return letter;
    if (!tones.has(letter)) return key;
    tone = key;
    return '';
  });
  return withoutMarks(letters.join('') + tone);
}

const circumflex = '\u0302';
const tones = new Set(['\u0301', '\u0300', '\u0309', '\u0303', '\u0323']);
const telex: Record<string, string> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
  '\u0306': 'w',
  '\u031b': 'w',
  đ: 'dd',
};
const vni: Record<string, string> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
  [circumflex]: '6',
  '\u031b': '7',
  '\u0306': '8',
  đ: 'd9',
};

function split(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}
