/** Slows guessing of a PIN down, per screen: after a few wrong ones each further try waits longer. */
export type SignInGuard = { wrong: number; blockedUntil: number };

export const freshGuard: SignInGuard = { wrong: 0, blockedUntil: 0 };
const freeTries = 3;
const longestBlockMs = 5 * 60_000;

/** Whole seconds until the next try may be made; 0 when it may be made now. */
export function secondsBlocked(guard: SignInGuard, now: number): number {
  return Math.max(0, Math.ceil((guard.blockedUntil - now) / 1000));
}

/** 3 tries are free; then 10 s, 20 s, 40 s … up to 5 minutes. */
export function afterWrongPin(guard: SignInGuard, now: number): SignInGuard {
  const wrong = guard.wrong + 1;
  if (wrong < freeTries) return { wrong, blockedUntil: 0 };
  return { wrong, blockedUntil: now + Math.min(longestBlockMs, 10_000 * 2 ** (wrong - freeTries)) };
}
