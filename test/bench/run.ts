/** `npm run bench -- NAME [ARGUMENT]`: prints a table and, last, one line of JSON. Never part of the tests. */
import type { BenchReport } from './figures.ts';

const benches: Record<string, () => Promise<{ bench: (args: string[]) => Promise<BenchReport> }>> = {
  ticket: () => import('./ticket.ts'),
  start: () => import('./start.ts'),
  memory: () => import('./memory.ts'),
  camera: () => import('./camera.ts'),
  card: () => import('./card.ts'),
  queue: () => import('./queue.ts'),
  slip: () => import('./slip.ts'),
  search: () => import('./search.ts'),
  journey: () => import('./journey.ts'),
};

const wanted = process.argv[2] ?? '';
const load = Object.hasOwn(benches, wanted) ? benches[wanted] : undefined;
if (!load) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join('|')}`);
  process.exit(2);
}
const { bench } = await load();
const { rows, result } = await bench(process.argv.slice(3));
console.table(rows);
console.log(JSON.stringify({ bench: wanted, ...result }));
process.exit(0);
