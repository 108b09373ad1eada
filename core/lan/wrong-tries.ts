/** Keeps codes from being guessed, over the network as a whole and from one address. Pure. */
export type WrongTry = { address: string; at: number };

const freeTries = 5;
const triesOfAll = 30;
export const rememberedMs = 10 * 60_000;
const firstBlockMs = 10_000;
const longestBlockMs = 5 * 60_000;

/**
 * Whole seconds until a try from `address` is looked at again; 0: now. Five wrong tries are free; then 10 s, 20 s, 40 s …
 * up to 5 minutes. After thirty wrong tries from all addresses together within ten minutes everybody waits.
 */
export function secondsToWait(tries: readonly WrongTry[], address: string, now: number): number {
  const fresh = recent(tries, now);
  const mine = fresh.filter((one) => one.address === address);
  const until = [now];
  const last = mine.at(-1);
  if (last !== undefined && mine.length >= freeTries) {
    until.push(last.at + Math.min(longestBlockMs, firstBlockMs * 2 ** (mine.length - freeTries)));
  }
  const first = fresh.at(-triesOfAll);
  if (first !== undefined) until.push(first.at + rememberedMs);
  return Math.ceil((Math.max(...until) - now) / 1000);
}

/** Never longer than the tries that are let through, so nobody can fill the memory with it. */
export function afterWrongTry(tries: readonly WrongTry[], address: string, now: number): WrongTry[] {
  return [...recent(tries, now), { address, at: now }];
}

function recent(tries: readonly WrongTry[], now: number): WrongTry[] {
  return tries.filter(({ at }) => at > now - rememberedMs && at <= now);
}
