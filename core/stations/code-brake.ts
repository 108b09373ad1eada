import type { Clock } from '../clock.ts';
import { afterWrongCode, secondsBlocked } from '../flows/sign-in.ts';
import type { GuardSubject, SignInGuardStore } from '../store/sign-in-guards.ts';

export type CodeBrake = ReturnType<typeof createCodeBrake>;

/** Slows guessing of appointment codes down, at one kiosk. Kept in the store: a restart does not make guessing free again. */
export function createCodeBrake(
  kiosk: string,
  { guards, clock }: { guards: SignInGuardStore; clock: Clock },
) {
  const subjects: [GuardSubject] = [{ kind: 'screen', id: kiosk }];
  return {
    /** Whole seconds until a code is looked at again; 0: now. */
    waitSeconds: (): number => secondsBlocked(guards.read(subjects[0]), clock.now()),
    wrong: (): void => guards.update(subjects, (guard) => afterWrongCode(guard, clock.now())),
    right: (): void => guards.clear(subjects),
  };
}
