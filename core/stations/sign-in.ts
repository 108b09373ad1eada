import { refuse, done } from '../border.ts';
import type { Clock } from '../clock.ts';
import type { CommandResult, OfficerName } from '../contract.ts';
import { afterWrongPin, secondsBlocked } from '../flows/sign-in.ts';
import type { Officer, OfficerRole, OfficerStore } from '../store/officers.ts';
import type { GuardSubject, SignInGuardStore } from '../store/sign-in-guards.ts';

export type SignIn = ReturnType<typeof createSignIn>;

/** Who sits at one screen. Kept in memory only: after a restart everybody signs in again. */
export function createSignIn(deps: {
  /** The screen's own name, which wrong PINs are counted for beside the officer's. */
  screen: string;
  officers: OfficerStore;
  guards: SignInGuardStore;
  clock: Clock;
  roles: OfficerRole[];
}) {
  const { guards, clock } = deps;
  let officer: Officer | null = null;

  return {
    officer: (): OfficerName | null => (officer ? { id: officer.id, name: officer.name } : null),
    choices: (): OfficerName[] => deps.officers.list(deps.roles).map(({ id, name }) => ({ id, name })),
    signOut: (): void => {
      officer = null;
    },
    async signIn(officerId: string, pin: string): Promise<CommandResult> {
      const known = deps.officers.list(deps.roles).find(({ id }) => id === officerId);
      const subjects: GuardSubject[] = [{ kind: 'screen', id: deps.screen }];
      // Not for names that nobody has: those could be made up without end, and each would stay in the store.
      if (known) subjects.push({ kind: 'officer', id: known.id });
      const seconds = Math.max(
        ...subjects.map((subject) => secondsBlocked(guards.read(subject), clock.now())),
      );
      if (seconds > 0) {
        const message = `pin: wait ${seconds} s before the next try`;
        return { ok: false, error: { code: 'slow-down', field: 'pin', message, seconds } };
      }
      // Counted before the slow check ends, so that tries sent all at once are counted too.
      guards.update(subjects, (guard) => afterWrongPin(guard, clock.now()));
      const matches = await deps.officers.checkPin(officerId, pin);
      if (!known || !matches) return refuse('wrong-pin', 'the name and the PIN do not match', 'pin');
      guards.clear(subjects);
      officer = known;
      return done;
    },
  };
}
