/** How long to wait before a fallen process is started again. Pure. */

const firstDelayMs = 250;
const longestDelayMs = 30_000;
// A process that lived this long fell for a new reason: it gets the short delay again.
const provenAfterMs = 60_000;

/**
 * @param failures how often in a row it fell before this fall
 * @param ranForMs how long it ran this time
 */
export function nextStart(failures: number, ranForMs: number): { failures: number; delayMs: number } {
  const inARow = ranForMs >= provenAfterMs ? 1 : failures + 1;
  const doublings = Math.min(inARow - 1, 20);
  return { failures: inARow, delayMs: Math.min(firstDelayMs * 2 ** doublings, longestDelayMs) };
}
