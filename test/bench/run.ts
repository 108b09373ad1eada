/** `npm run bench -- NAME`: prints a table and, last, one line of JSON. Never part of the tests. */
const benches = {
  ticket: () => import('./ticket.ts'),
  start: () => import('./start.ts'),
  memory: () => import('./memory.ts'),
};

const wanted = process.argv[2];
if (wanted === undefined || !Object.hasOwn(benches, wanted)) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join('|')}`);
  process.exit(2);
}
const { bench } = await benches[wanted as keyof typeof benches]();
const { rows, result } = await bench();
console.table(rows);
console.log(JSON.stringify({ bench: wanted, ...result }));
process.exit(0);

export {};
