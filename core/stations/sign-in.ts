import { refuse, done } from '../border.ts';
import type { Clock } from '../clock.ts';
import type { CommandResult, OfficerName } from '../contract.ts';
import { afterWrongPin, freshGuard, secondsBlocked } from '../flows/sign-in.ts';
import type { Officer, OfficerRole, OfficerStore } from '../store/officers.ts';

export type SignIn = ReturnType<typeof createSignIn>;

/** Who sits at one screen. Kept in memory only: after a restart everybody signs in again. */
export function createSignIn(deps: { officers: OfficerStore; clock: Clock; roles: OfficerRole[] }) {
  let officer: Officer | null = null;
  let guard = freshGuard;

  return {
    officer: (): OfficerName | null => (officer ? { id: officer.id, name: officer.name } : null),
    choices: (): OfficerName[] => deps.officers.list(deps.roles).map(({ id, name }) => ({ id, name })),
    signOut: (): void => {
      officer = null;
    },
    async signIn(officerId: string, pin: string): Promise<CommandResult> {
      const seconds = secondsBlocked(guard, deps.clock.now());
      if (seconds > 0) {
        const message = `pin: wait ${seconds} s before the next try`;
        return { ok: false, error: { code: 'slow-down', field: 'pin', message, seconds } };
      }
      const known = deps.officers.list(deps.roles).find(({ id }) => id === officerId);
      // Counted before the slow check ends, so that tries sent all at once are counted too.
      guard = afterWrongPin(guard, deps.clock.now());
      const matches = await deps.officers.checkPin(officerId, pin);
      if (!known || !matches) return refuse('wrong-pin', 'the name and the PIN do not match', 'pin');
      guard = freshGuard;
      officer = known;
      return done;
    },
  };
}
