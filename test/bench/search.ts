import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { createSearch } from '../../core/catalogue/search/search.ts';
import type { ProcedureSummary } from '../../core/contract.ts';
import everyday from '../../resources/everyday-words.json' with { type: 'json' };
import { median, percentile, round, type BenchReport } from './figures.ts';
import { bigCatalogue } from './search/big-catalogue.ts';
import heldOut from './search/held-out.json' with { type: 'json' };
import { queriesFor, type Query, type QueryKind } from './search/queries.ts';

type Finder = { name: string; find: (typed: string) => string[] };
const asked = 500;
const among = 5;
const target = { found: 0.95, p95Ms: 5 };

/** The search of procedures beside two that are at hand, on the same queries: `npm run bench -- search [SEED]`. */
export async function bench([seed = '1']: string[]): Promise<BenchReport> {
  const catalogue = bigCatalogue(Number(seed));
  const queries = queriesFor(catalogue, Number(seed), asked);
  const began = performance.now();
  const search = createSearch(catalogue, everyday);
  const indexMs = performance.now() - began;
  const finders: Finder[] = [
    { name: 'ours', find: (typed) => search(typed, among).map(({ code }) => code) },
    ...miniSearches(catalogue),
    ...sqlites(catalogue),
  ];
  const measured = finders.map((finder) => ({ name: finder.name, ...measure(finder, queries) }));
  const ours = measured[0];
  if (ours === undefined) throw new Error('nothing measured');
  const said = new Set(everyday.sayings.map(({ say }) => say));
  return {
    rows: measured.map(({ name, found, first, byKind, p50Ms, p95Ms }) => ({
      search: name,
      'of first 5 %': found,
      'first %': first,
      ...byKind,
      'p50 ms': p50Ms,
      'p95 ms': p95Ms,
    })),
    result: {
      procedures: catalogue.length,
      queries: queries.length,
      indexMs: round(indexMs),
      /** How many of the held-out phrases are word for word in our list. */
      heldOut: heldOut.length,
      heldOutVerbatim: heldOut.filter(([phrase = '']) => said.has(phrase)).length,
      measured,
      target,
      met: ours.found >= target.found * 100 && ours.p95Ms <= target.p95Ms,
    },
  };
}

function measure({ find }: Finder, queries: readonly Query[]) {
  const tookMs: number[] = [];
  const placed = queries.map(({ typed, wanted, kind }) => {
    const start = performance.now();
    const codes = find(typed);
    tookMs.push(performance.now() - start);
    return { kind, place: codes.slice(0, among).indexOf(wanted) };
  });
  const share = (hits: readonly { place: number }[]) =>
    round((100 * hits.filter(({ place }) => place >= 0).length) / hits.length);
  const kinds = Array.from(new Set(queries.map(({ kind }) => kind)));
  return {
    found: share(placed),
    first: round((100 * placed.filter(({ place }) => place === 0).length) / placed.length),
    byKind: Object.fromEntries(
      kinds.map((kind) => [kind, share(placed.filter((one) => one.kind === kind))]),
    ) as Record<QueryKind, number>,
    p50Ms: round(median(tookMs)),
    p95Ms: round(percentile(tookMs, 0.95)),
  };
}

/** As it comes, and as its own pages advise for people who mistype. */
function miniSearches(catalogue: readonly ProcedureSummary[]): Finder[] {
  const fields = { idField: 'code', fields: ['name', 'field', 'code'] };
  const asItComes = new MiniSearch<ProcedureSummary>(fields);
  const tuned = new MiniSearch<ProcedureSummary>({
    ...fields,
    processTerm: (term) =>
      term
        .normalize('NFD')
        .replace(/\p{Mark}/gu, '')
        .toLowerCase()
        .replaceAll('đ', 'd'),
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { name: 2 } },
  });
  asItComes.addAll(catalogue);
  tuned.addAll(catalogue);
  const codes = (search: MiniSearch<ProcedureSummary>) => (typed: string) =>
    search.search(typed).map(({ id }) => String(id));
  return [
    { name: 'MiniSearch', find: codes(asItComes) },
    { name: 'MiniSearch, fuzzy, no marks', find: codes(tuned) },
  ];
}

function sqlites(catalogue: readonly ProcedureSummary[]): Finder[] {
  const db = new Database(':memory:');
  db.exec(
    "create virtual table procedure using fts5(code, name, field, tokenize = 'unicode61 remove_diacritics 2')",
  );
  const insert = db.prepare('insert into procedure (code, name, field) values (?, ?, ?)');
  db.transaction(() => {
    for (const { code, name, field } of catalogue) insert.run(code, name, field);
  })();
  const select = db
    .prepare('select code from procedure where procedure match ? order by rank limit ?')
    .pluck();
  const joinedBy = (word: string) => (typed: string) => {
    const terms = typed.split(/\s+/).map((term) => `"${term.replaceAll('"', '')}"`);
    return select.all(terms.join(word), among) as string[];
  };
  return [
    { name: 'SQLite FTS5, every word', find: joinedBy(' ') },
    { name: 'SQLite FTS5, any word', find: joinedBy(' OR ') },
  ];
}
