export type RateLimits = {
  /** How many at once, and how many more a minute, from one address. */
  burst: number;
  perMinute: number;
  /** A guess costs so much as this many pages. */
  wrongCosts: number;
};
export const phoneRate: RateLimits = { burst: 40, perMinute: 30, wrongCosts: 10 };
const mostAddresses = 5_000;

/** How much each address may still ask; refilled as time goes. */
export function createRate(limits: RateLimits = phoneRate) {
  const left = new Map<string, { pages: number; at: number }>();

  function leftOf(address: string, now: number): number {
    const known = left.get(address);
    if (known === undefined) return limits.burst;
    const refilled = (Math.max(0, now - known.at) / 60_000) * limits.perMinute;
    return Math.min(limits.burst, known.pages + refilled);
  }

  return {
    /** Whether one more page may be given to it. */
    take(address: string, now: number): boolean {
      const pages = leftOf(address, now);
      // Forgetting all of them frees who was slowed down, but a flood of addresses must not fill the memory.
      if (left.size >= mostAddresses && !left.has(address)) left.clear();
      left.set(address, { pages: pages >= 1 ? pages - 1 : pages, at: now });
      return pages >= 1;
    },
    /** It asked for something that is not there. */
    wrong(address: string, now: number): void {
      left.set(address, { pages: leftOf(address, now) - limits.wrongCosts, at: now });
    },
  };
}
