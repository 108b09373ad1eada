/**
 * Slows guessing of a PIN, or of an appointment's code, down. A PIN's is kept once for each screen and once for each officer: many names tried at one screen wait
 * as long as one name tried at many. `blockedUntil`: milliseconds since the epoch, 0 when nobody is held up.
 */
export type SignInGuard = { wrong: number; blockedUntil: number };

export const freshGuard: SignInGuard = { wrong: 0, blockedUntil: 0 };
const freeTries = 3;
export const longestBlockMs = 5 * 60_000;

/** Whole seconds until the next try may be made; 0 when it may be made now. */
export function secondsBlocked(guard: SignInGuard, now: number): number {
  const leftMs = guard.blockedUntil - now;
  // No block is that long: the clock was set back since, and nobody should wait for it to come round again.
  return leftMs > longestBlockMs ? 0 : Math.max(0, Math.ceil(leftMs / 1000));
}

const freeCodes = 5;
/** Whoever stands at the kiosk by then did not type the codes before. */
export const codesForgottenMs = 30 * 60_000;

/** Codes of appointments: 5 tries are free; then 20 s, 40 s … up to 5 minutes. Those of long ago do not count. */
export function afterWrongCode(guard: SignInGuard, now: number): SignInGuard {
  const isOld = Math.abs(now - guard.blockedUntil) > codesForgottenMs;
  const wrong = isOld ? 1 : guard.wrong + 1;
  const blockMs = wrong < freeCodes ? 0 : Math.min(longestBlockMs, 20_000 * 2 ** (wrong - freeCodes));
  return { wrong, blockedUntil: now + blockMs };
}

/** 3 tries are free; then 10 s, 20 s, 40 s … up to 5 minutes. */
export function afterWrongPin(guard: SignInGuard, now: number): SignInGuard {
  const wrong = guard.wrong + 1;
  if (wrong < freeTries) return { wrong, blockedUntil: 0 };
  return { wrong, blockedUntil: now + Math.min(longestBlockMs, 10_000 * 2 ** (wrong - freeTries)) };
}
